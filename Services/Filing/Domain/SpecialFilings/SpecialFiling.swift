import Kernel

/// A special-grade filing (特级技师评价备案) on top of a general one.
package enum SpecialFiling: Decider, Hashable, Codable {
    /// Nothing was written. Can transition to: draft.
    case notDrafted
    /// With the enterprise, which may still change it. Can transition to: submitted, withdrawn.
    case draft(dossier: Dossier)
    /// With the authority, first look. Can transition to: correcting, accepted, refused, withdrawn.
    case submitted(dossier: Dossier, on: LocalDate)
    /// Back with the enterprise, which was told everything to be corrected. Can transition to: resubmitted, withdrawn.
    case correcting(dossier: Dossier, corrections: Corrections)
    /// With the authority again; corrections cannot be asked a second time. Can transition to: accepted, refused, withdrawn.
    case resubmitted(dossier: Dossier, corrections: Corrections, on: LocalDate)
    /// Filed, with a receipt. Can transition to: nothing; its life from here is another's.
    case accepted(dossier: Dossier, course: Course, receipt: Receipt)
    /// Not filed. Can transition to: nothing; the enterprise may write another.
    case refused(dossier: Dossier, course: Course, refusal: Refusal)
    /// Taken back by the enterprise. Can transition to: nothing; it may write another.
    case withdrawn(dossier: Dossier, course: Course?, withdrawal: Withdrawal)

    package typealias Rejection = FilingRejection

    package static let initial = SpecialFiling.notDrafted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notDrafted, .draft(let dossier, let basis, let day)):
            try Self.inForce(basis, on: day)
            return [.drafted(dossier: dossier)]
        case (.draft(let dossier), .replaceWorkPlan(let plan, let digest, let day)),
            (.correcting(let dossier, _), .replaceWorkPlan(let plan, let digest, let day)):
            guard digest != dossier.workPlan.digest else { return [] }
            let number = dossier.workPlan.number + 1
            let parts = PlanDifference(from: dossier.workPlan.plan, to: plan).parts.map(\.part)
            return [
                .workPlanReplaced(version: .init(number: number, digest: digest, plan: plan, on: day), parts: parts)
            ]
        case (.draft(let dossier), .revise(let application, let occupations)),
            (.correcting(let dossier, _), .revise(let application, let occupations)):
            let parts = dossier.differences(to: application, occupations)
            return parts.isEmpty ? [] : [.revised(application: application, occupations: occupations, parts: parts)]
        case (.draft(let dossier), .submit(let basis, let rule, let attachments, let day)):
            try Self.check(complete: dossier, within: basis, by: rule, on: day)
            return [.submitted(on: day, attachments: attachments)]
        case (.submitted(_, let submittedOn), .requestCorrections(let wrong, let number, let day)):
            return [
                .correctionsRequested(
                    corrections: try .told(wrong, number: number, submittedOn: submittedOn, on: day)
                )
            ]
        case (.correcting(_, let told), .answer(let number, let text, let day)):
            return [.answered(answer: try told.answer(number, text, on: day))]
        case (.correcting(let dossier, _), .resubmit(let basis, let rule, let attachments, let day)):
            try Self.check(complete: dossier, within: basis, by: rule, on: day)
            return [.resubmitted(on: day, attachments: attachments)]
        case (.submitted(let dossier, _), .accept(let acceptance, let basis, let day)),
            (.resubmitted(let dossier, _, _), .accept(let acceptance, let basis, let day)):
            return [.accepted(receipt: try acceptance.receipt(of: dossier, on: basis, on: day))]
        case (.submitted, .refuse(let refusal)), (.resubmitted, .refuse(let refusal)):
            return [.refused(refusal: refusal)]
        case (.draft, .withdraw(let withdrawal)), (.submitted, .withdraw(let withdrawal)),
            (.correcting, .withdraw(let withdrawal)), (.resubmitted, .withdraw(let withdrawal)):
            return [.withdrawn(withdrawal: withdrawal)]
        default: throw refusal(of: command)
        }
    }

    /// Why a state does not take a command that none of its ways begins with.
    private func refusal(of command: Command) -> Rejection {
        switch (self, command) {
        case (.notDrafted, _): .notDrafted
        case (_, .draft): .alreadyDrafted
        case (.accepted, _), (.refused, _): .alreadyDecided
        case (.withdrawn, _): .alreadyWithdrawn
        case (.draft, .requestCorrections), (.draft, .accept), (.draft, .refuse): .notSubmitted
        case (.draft, _), (.submitted, .answer), (.submitted, .resubmit), (.resubmitted, .answer),
            (.resubmitted, .resubmit):
            .nothingToCorrect
        case (.correcting, .requestCorrections), (.resubmitted, .requestCorrections): .correctionsToldBefore
        case (.correcting, _): .awaitingResubmission
        case (.submitted, _), (.resubmitted, _): .alreadySubmitted
        }
    }
}
