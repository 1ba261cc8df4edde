import Kernel

/// A special-grade filing (特级技师评价备案) on top of a general one.
package enum SpecialFiling: Decider, Hashable, Codable {
    /// Nothing was written. Can transition to: draft.
    case notDrafted
    /// With the enterprise, which may still change it. Can transition to: submitted.
    case draft(dossier: Dossier)
    /// With the centre, first look. Can transition to: correcting, accepted, refused.
    case submitted(dossier: Dossier, on: LocalDate)
    /// Back with the enterprise, which was told everything to be corrected. Can transition to: resubmitted.
    case correcting(dossier: Dossier, corrections: Corrections)
    /// With the centre again; corrections cannot be asked a second time. Can transition to: accepted, refused.
    case resubmitted(dossier: Dossier, corrections: Corrections, on: LocalDate)
    /// Filed, with a receipt. Can transition to: nothing.
    case accepted(dossier: Dossier, course: Course, receipt: Receipt)
    /// Not filed. Can transition to: nothing; the enterprise may write another.
    case refused(dossier: Dossier, course: Course, reasons: [String], on: LocalDate)

    package static let initial = SpecialFiling.notDrafted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notDrafted, .draft(let dossier, let basis, let day)):
            try Self.check(dossier.occupations, within: basis, on: day)
            return [.drafted(dossier: dossier)]
        case (.draft(let dossier), .replaceWorkPlan(let plan, let digest, let day)),
            (.correcting(let dossier, _), .replaceWorkPlan(let plan, let digest, let day)):
            guard digest != dossier.workPlan.digest else { return [] }
            let number = dossier.workPlan.number + 1
            return [.workPlanReplaced(version: .init(number: number, digest: digest, plan: plan, on: day))]
        case (.draft, .revise(let application, let occupations, let basis, let day)),
            (.correcting, .revise(let application, let occupations, let basis, let day)):
            try Self.check(occupations, within: basis, on: day)
            return [.revised(application: application, occupations: occupations)]
        case (.draft(let dossier), .submit(let basis, let day)):
            try Self.check(complete: dossier, within: basis, on: day)
            return [.submitted(on: day)]
        case (.submitted(_, let submittedOn), .requestCorrections(let requests, let day)):
            return [.correctionsRequested(corrections: try Self.told(requests, submittedOn: submittedOn, on: day))]
        case (.resubmitted, .requestCorrections): throw .correctionsToldBefore
        case (.correcting(let dossier, _), .resubmit(let basis, let day)):
            try Self.check(complete: dossier, within: basis, on: day)
            return [.resubmitted(on: day)]
        case (.submitted(let dossier, _), .accept(let number, let authority, let basis, let day)),
            (.resubmitted(let dossier, _, _), .accept(let number, let authority, let basis, let day)):
            let basis = try Self.check(dossier.occupations, within: basis, on: day)
            return [.accepted(receipt: basis.receipt(number, from: authority, on: day))]
        case (.submitted, .refuse(let reasons, let day)), (.resubmitted, .refuse(let reasons, let day)):
            return [.refused(reasons: reasons, on: day)]

        case (.notDrafted, .replaceWorkPlan), (.notDrafted, .revise), (.notDrafted, .submit),
            (.notDrafted, .requestCorrections), (.notDrafted, .resubmit), (.notDrafted, .accept),
            (.notDrafted, .refuse):
            throw .notDrafted
        case (.draft, .draft), (.submitted, .draft), (.correcting, .draft), (.resubmitted, .draft),
            (.accepted, .draft), (.refused, .draft):
            throw .alreadyDrafted
        case (.draft, .requestCorrections), (.draft, .accept), (.draft, .refuse): throw .notSubmitted
        case (.draft, .resubmit), (.submitted, .resubmit), (.resubmitted, .resubmit): throw .nothingToCorrect
        case (.submitted, .replaceWorkPlan), (.submitted, .revise), (.submitted, .submit),
            (.resubmitted, .replaceWorkPlan), (.resubmitted, .revise), (.resubmitted, .submit):
            throw .alreadySubmitted
        case (.correcting, .submit), (.correcting, .accept), (.correcting, .refuse): throw .awaitingResubmission
        case (.correcting, .requestCorrections): throw .correctionsToldBefore
        case (.accepted, .replaceWorkPlan), (.accepted, .revise), (.accepted, .submit),
            (.accepted, .requestCorrections), (.accepted, .resubmit), (.accepted, .accept), (.accepted, .refuse),
            (.refused, .replaceWorkPlan), (.refused, .revise), (.refused, .submit), (.refused, .requestCorrections),
            (.refused, .resubmit), (.refused, .accept), (.refused, .refuse):
            throw .alreadyDecided
        }
    }
}
