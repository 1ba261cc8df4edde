import FilingDomain
import Foundation
import Kernel

/// An enterprise as it is shown to officers and to itself.
struct EnterpriseView: Encodable {
    let id: ID<Enterprise>
    let creditCode: String
    let name: String
    let jurisdiction: String
    let legalRepresentative: String
    let contact: Contact?
    let registeredOn: LocalDate

    /// The view of an enterprise on the register.
    init?(_ id: UUID, _ enterprise: Enterprise, contact: Contact?) {
        guard case .registered(let particulars, let day) = enterprise else { return nil }
        self.id = ID(id)
        creditCode = particulars.creditCode.text
        name = particulars.name
        jurisdiction = particulars.jurisdiction
        legalRepresentative = particulars.legalRepresentative
        self.contact = contact
        registeredOn = day
    }
}

/// An enterprise as a filing names it.
struct FilerView: Encodable {
    let id: ID<Enterprise>
    let creditCode: String

    init(_ filer: EnterpriseRef) {
        id = ID(filer.id)
        creditCode = filer.creditCode
    }
}
