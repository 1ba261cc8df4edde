import Kernel

extension SpecialFiling {
    package mutating func apply(_ event: Event) {
        if let next = after(event) { self = next }
    }

    /// The state an event leads to; nil for one this state never decides, which therefore never comes.
    private func after(_ event: Event) -> SpecialFiling? {
        switch (self, event) {
        case (_, .drafted(let dossier)): return .draft(dossier: dossier)
        case (.draft(let dossier), .workPlanReplaced(let plan, _)): return .draft(dossier: dossier.with(plan))
        case (.correcting(let dossier, let corrections), .workPlanReplaced(let plan, _)):
            return .correcting(dossier: dossier.with(plan), corrections: corrections)
        case (.draft(let dossier), .revised(let application, let occupations, _)):
            return .draft(dossier: dossier.with(application, occupations))
        case (.correcting(let dossier, let corrections), .revised(let application, let occupations, _)):
            return .correcting(dossier: dossier.with(application, occupations), corrections: corrections)
        case (.draft(let dossier), .submitted(let day, let attachments)):
            return .submitted(dossier: dossier.with(attachments), on: day)
        case (.submitted(let dossier, _), .correctionsRequested(let corrections)):
            return .correcting(dossier: dossier, corrections: corrections)
        case (.correcting(let dossier, let corrections), .answered(let answer)):
            return .correcting(dossier: dossier, corrections: corrections.with(answer))
        case (.correcting(let dossier, let corrections), .resubmitted(let day, let attachments)):
            return .resubmitted(dossier: dossier.with(attachments), corrections: corrections, on: day)
        case (_, .accepted(let receipt)):
            guard let dossier, let course else { return nil }
            return .accepted(dossier: dossier, course: course, receipt: receipt)
        case (_, .refused(let refusal)):
            guard let dossier, let course else { return nil }
            return .refused(dossier: dossier, course: course, refusal: refusal)
        case (_, .withdrawn(let withdrawal)):
            guard let dossier else { return nil }
            return .withdrawn(dossier: dossier, course: course, withdrawal: withdrawal)
        case (_, .workPlanReplaced), (_, .revised), (_, .submitted), (_, .correctionsRequested), (_, .answered),
            (_, .resubmitted):
            return nil
        }
    }
}
