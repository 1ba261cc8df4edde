import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A person of a month with what was attested; no amount is in it, for nobody.
struct AttestationView: Encodable {
    let appointment: String
    let person: String
    let name: String
    let creditCode: String
    let month: Month
    /// The band of the month; the last one where it changes in it.
    let band: String
    /// Missing while nothing was attested.
    let attested: Attested?

    struct Attested: Encodable {
        let id: String
        let standing: Attestation.Standing
        let band: String
        let reason: String?
        let signer: String
        let position: String
        let on: LocalDate
        let isLate: Bool
        let corrections: Int

        init?(_ stored: Stored<Attestation>) {
            guard let statement = stored.state.statement else { return nil }
            id = stored.id.lowercase
            standing = statement.standing
            band = statement.band
            reason = statement.reason
            signer = statement.signer.name
            position = statement.signer.position
            on = statement.on
            isLate = statement.isLate
            corrections = stored.state.corrections
        }
    }

    init(_ duty: AttestationDuty, in month: Month, _ stored: Stored<Attestation>?) {
        appointment = duty.appointment.lowercase
        person = duty.person.lowercase
        name = duty.name
        creditCode = duty.creditCode
        self.month = month
        band = duty.band(in: month)
        attested = stored.flatMap(Attested.init)
    }
}

/// What became of the lines of a call.
struct AttestedView: Encodable {
    let month: Month
    let attested: Int
    let corrected: Int
    let unchanged: Int

    init(_ outcomes: [AttestMonth.Outcome], of month: Month) {
        self.month = month
        var counts = (attested: 0, corrected: 0, unchanged: 0)
        for outcome in outcomes {
            switch outcome {
            case .attested: counts.attested += 1
            case .corrected: counts.corrected += 1
            case .unchanged: counts.unchanged += 1
            case .refused: break
            }
        }
        (attested, corrected, unchanged) = counts
    }
}

/// A month of an enterprise that is late or has gaps.
struct GapView: Encodable {
    let id: String
    let creditCode: String
    let enterpriseName: String?
    let county: String?
    let month: String
    let dueOn: String
    let due: Int
    let missing: Int
    let notMet: Int
    /// Persons attested after the due day.
    let late: Int
    let isOverdue: Bool
}
