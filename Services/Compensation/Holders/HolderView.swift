import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A person of a determination who is not appointed yet.
struct HolderView: Encodable {
    let id: String
    let person: String
    let name: String
    /// determined: no certificate yet; engaged: the same, with an appointment that waits for it; certified: the determination is not heard of yet; qualified: both.
    let state: String
    let occupation: Occupation
    let determination: String
    let determinedOn: LocalDate?
    let certificate: String?
    let certificateNumber: String?
    let issuedOn: LocalDate?
    /// Whether the certificate is out of force, so that nobody can be appointed on it; missing where it is in force.
    let isSuspended: Bool?

    init?(_ holder: Stored<Holder>, isSuspended: Bool = false) {
        let (determined, certificate) = (holder.state.determination, holder.state.certificate)
        guard let person = determined?.person ?? certificate?.person, let name = holder.state.name,
            let occupation = holder.state.occupation,
            let determination = determined?.id ?? certificate?.determination
        else { return nil }
        id = holder.id.lowercase
        self.person = person.lowercase
        self.name = name
        state = holder.state.phase.rawValue
        self.occupation = occupation
        self.determination = determination.lowercase
        determinedOn = determined?.on
        self.certificate = certificate?.id.lowercase
        certificateNumber = certificate?.number
        issuedOn = certificate?.issuedOn
        self.isSuspended = isSuspended ? true : nil
    }
}
