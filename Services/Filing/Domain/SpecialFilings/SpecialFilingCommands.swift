import Kernel

extension SpecialFiling {
    /// What the enterprise or the centre can ask; `basis` is nil while the general filing is not accepted.
    package enum Command: Hashable, Sendable {
        // The enterprise.
        case draft(dossier: Dossier, basis: FilingBasis?, on: LocalDate)
        case replaceWorkPlan(plan: WorkPlan, digest: String, on: LocalDate)
        case revise(application: SpecialApplication, occupations: [Occupation], basis: FilingBasis?, on: LocalDate)
        case submit(basis: FilingBasis?, on: LocalDate)
        case resubmit(basis: FilingBasis?, on: LocalDate)
        // The centre.
        case requestCorrections(requests: [Wrong], on: LocalDate)
        case accept(number: ReceiptNumber, authority: String, basis: FilingBasis?, on: LocalDate)
        case refuse(reasons: [String], on: LocalDate)
    }

    /// A thing to be corrected, before it has its number.
    package struct Wrong: Hashable, Sendable {
        package let place: String
        package let reason: String

        /// What is wrong at a place of the papers.
        package init(place: String, reason: String) {
            self.place = place
            self.reason = reason
        }
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case drafted(dossier: Dossier)
        case workPlanReplaced(version: WorkPlanVersion)
        case revised(application: SpecialApplication, occupations: [Occupation])
        case submitted(on: LocalDate)
        case correctionsRequested(corrections: Corrections)
        case resubmitted(on: LocalDate)
        case accepted(receipt: Receipt)
        case refused(reasons: [String], on: LocalDate)
    }
}
