import Kernel

extension SpecialFiling {
    package mutating func apply(_ event: Event) {
        if let next = after(event) { self = next }
    }

    /// The state an event leads to; nil for one this state never decides, which therefore never comes.
    private func after(_ event: Event) -> SpecialFiling? {
        switch (self, event) {
        case (_, .drafted(let dossier)): .draft(dossier: dossier)
        case (.draft(let dossier), .workPlanReplaced(let plan)): .draft(dossier: dossier.with(plan))
        case (.correcting(let dossier, let corrections), .workPlanReplaced(let plan)):
            .correcting(dossier: dossier.with(plan), corrections: corrections)
        case (.draft(let dossier), .revised(let application, let occupations)):
            .draft(dossier: dossier.with(application, occupations))
        case (.correcting(let dossier, let corrections), .revised(let application, let occupations)):
            .correcting(dossier: dossier.with(application, occupations), corrections: corrections)
        case (.draft(let dossier), .submitted(let day)): .submitted(dossier: dossier, on: day)
        case (.submitted(let dossier, _), .correctionsRequested(let corrections)):
            .correcting(dossier: dossier, corrections: corrections)
        case (.correcting(let dossier, let corrections), .resubmitted(let day)):
            .resubmitted(dossier: dossier, corrections: corrections, on: day)
        case (.submitted(let dossier, let day), .accepted(let receipt)):
            .accepted(dossier: dossier, course: Course(submittedOn: day), receipt: receipt)
        case (.resubmitted(let dossier, let told, let day), .accepted(let receipt)):
            .accepted(dossier: dossier, course: Course(answered: told, on: day), receipt: receipt)
        case (.submitted(let dossier, let submittedOn), .refused(let reasons, let day)):
            .refused(dossier: dossier, course: Course(submittedOn: submittedOn), reasons: reasons, on: day)
        case (.resubmitted(let dossier, let told, let resubmittedOn), .refused(let reasons, let day)):
            .refused(dossier: dossier, course: Course(answered: told, on: resubmittedOn), reasons: reasons, on: day)
        case (.notDrafted, _), (.draft, _), (.submitted, _), (.correcting, _), (.resubmitted, _), (.accepted, _),
            (.refused, _):
            nil
        }
    }
}
