import Kernel

extension SpecialFiling {
    /// What the enterprise or the authority can ask; `basis` is nil while the general filing is not in force.
    package enum Command: Hashable, Sendable {
        // The enterprise.
        case draft(dossier: Dossier, basis: FilingBasis?, on: LocalDate)
        case replaceWorkPlan(plan: WorkPlan, digest: String, on: LocalDate)
        case revise(application: SpecialApplication, occupations: [Occupation])
        case submit(basis: FilingBasis?, rule: ScopeRule, attachments: [FiledPaper], on: LocalDate)
        case answer(number: Int, text: String, on: LocalDate)
        case resubmit(basis: FilingBasis?, rule: ScopeRule, attachments: [FiledPaper], on: LocalDate)
        case withdraw(Withdrawal)
        // The authority.
        case requestCorrections([Deficiency], number: ReceiptNumber?, on: LocalDate)
        case accept(Acceptance, basis: FilingBasis?, on: LocalDate)
        case refuse(Refusal)
    }

    /// How an officer accepts.
    package struct Acceptance: Hashable, Sendable {
        package let number: ReceiptNumber
        /// The office that accepts.
        package let authority: String
        package let rule: ScopeRule
        /// Why occupations outside the general filing are accepted; nil where the officer gave no reason.
        package let scopeReason: String?

        /// An acceptance by an office.
        package init(
            number: ReceiptNumber,
            authority: String,
            rule: ScopeRule = .officerDecides,
            scopeReason: String? = nil
        ) {
            self.number = number
            self.authority = authority
            self.rule = rule
            self.scopeReason = scopeReason
        }
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case drafted(dossier: Dossier)
        case workPlanReplaced(version: WorkPlanVersion, parts: [WorkPlanPart])
        case revised(application: SpecialApplication, occupations: [Occupation], parts: [SpecialPart])
        case submitted(on: LocalDate, attachments: [FiledPaper])
        case correctionsRequested(corrections: Corrections)
        case answered(answer: CorrectionAnswer)
        case resubmitted(on: LocalDate, attachments: [FiledPaper])
        case accepted(receipt: Receipt)
        case refused(refusal: Refusal)
        case withdrawn(withdrawal: Withdrawal)
    }
}
