import Kernel

/// A general filing (自主评价备案): the occupations and levels an enterprise may evaluate by itself.
package enum GeneralFiling: Decider, Hashable, Codable {
    /// Nothing was written. Can transition to: draft, submitted (handed in at once), accepted (imported).
    case notSubmitted
    /// With the enterprise, which may still change it. Can transition to: submitted, withdrawn.
    case draft(application: GeneralApplication)
    /// With the authority, first look. Can transition to: correcting, accepted, refused, withdrawn.
    case submitted(application: GeneralApplication, on: LocalDate)
    /// Back with the enterprise, which was told everything to be corrected. Can transition to: resubmitted, withdrawn.
    case correcting(application: GeneralApplication, corrections: Corrections)
    /// With the authority again; corrections cannot be asked a second time. Can transition to: accepted, refused, withdrawn.
    case resubmitted(application: GeneralApplication, corrections: Corrections, on: LocalDate)
    /// Filed, with an agency code and a term. Can transition to: nothing; its life from here is another's.
    case accepted(application: GeneralApplication, course: Course, grant: GeneralGrant)
    /// Not filed. Can transition to: nothing; the enterprise may hand in another.
    case refused(application: GeneralApplication, course: Course, refusal: Refusal)
    /// Taken back by the enterprise. Can transition to: nothing; it may hand in another.
    case withdrawn(application: GeneralApplication, course: Course?, withdrawal: Withdrawal)

    package typealias Rejection = FilingRejection

    package static let initial = GeneralFiling.notSubmitted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notSubmitted, .draft(let application)): return [.drafted(application: application)]
        case (.notSubmitted, .submit(let application, let day)), (.draft, .submit(let application, let day)):
            return [.submitted(application: try Self.complete(application), on: day)]
        case (.notSubmitted, .enter(let application, let submittedOn, let grant)):
            // Lists of old filings tell little beside the occupations.
            guard !application.missing.contains(.occupations) else { throw .incomplete([.occupations]) }
            return [.entered(application: application, submittedOn: submittedOn, grant: grant)]
        case (.draft(let old), .revise(let application)), (.correcting(let old, _), .revise(let application)):
            let parts = old.differences(to: application)
            return parts.isEmpty ? [] : [.revised(application: application.with(old.attachments), parts: parts)]
        case (.submitted(_, let submittedOn), .requestCorrections(let wrong, let number, let day)):
            return [
                .correctionsRequested(
                    corrections: try .told(wrong, number: number, submittedOn: submittedOn, on: day)
                )
            ]
        case (.correcting(_, let told), .answer(let number, let text, let day)):
            return [.answered(answer: try told.answer(number, text, on: day))]
        case (.correcting(let application, _), .resubmit(let attachments, let day)):
            _ = try Self.complete(application)
            return [.resubmitted(attachments: attachments, on: day)]
        case (.submitted, .accept(let grant)), (.resubmitted, .accept(let grant)):
            guard grant.on <= grant.term.through else { throw .termOver(through: grant.term.through) }
            return [.accepted(grant: grant)]
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
        case (.accepted, _), (.refused, _): .alreadyDecided
        case (.withdrawn, _): .alreadyWithdrawn
        case (_, .draft), (_, .enter): .alreadyDrafted
        case (.notSubmitted, _): .notDrafted
        case (.draft, .requestCorrections), (.draft, .accept), (.draft, .refuse): .notSubmitted
        case (.draft, _), (.submitted, .answer), (.submitted, .resubmit), (.resubmitted, .answer),
            (.resubmitted, .resubmit):
            .nothingToCorrect
        case (.correcting, .requestCorrections), (.resubmitted, .requestCorrections): .correctionsToldBefore
        case (.correcting, _): .awaitingResubmission
        case (.submitted, _), (.resubmitted, _): .alreadySubmitted
        }
    }

    /// What is handed in is written in all its parts.
    private static func complete(_ application: GeneralApplication) throws(Rejection) -> GeneralApplication {
        let missing = application.missing
        guard missing.isEmpty else { throw .incomplete(missing) }
        return application
    }

    package mutating func apply(_ event: Event) {
        if let next = after(event) { self = next }
    }

    /// The state an event leads to; nil for one this state never decides, which therefore never comes.
    private func after(_ event: Event) -> GeneralFiling? {
        switch (self, event) {
        case (_, .drafted(let application)): return .draft(application: application)
        case (_, .submitted(let application, let day)): return .submitted(application: application, on: day)
        case (_, .entered(let application, let submittedOn, let grant)):
            return .accepted(application: application, course: Course(submittedOn: submittedOn), grant: grant)
        case (.draft, .revised(let application, _)): return .draft(application: application)
        case (.correcting(_, let told), .revised(let application, _)):
            return .correcting(application: application, corrections: told)
        case (.submitted(let application, _), .correctionsRequested(let corrections)):
            return .correcting(application: application, corrections: corrections)
        case (.correcting(let application, let told), .answered(let answer)):
            return .correcting(application: application, corrections: told.with(answer))
        case (.correcting(let application, let told), .resubmitted(let attachments, let day)):
            return .resubmitted(application: application.with(attachments), corrections: told, on: day)
        case (_, .accepted(let grant)):
            guard let application, let course else { return nil }
            return .accepted(application: application, course: course, grant: grant)
        case (_, .refused(let refusal)):
            guard let application, let course else { return nil }
            return .refused(application: application, course: course, refusal: refusal)
        case (_, .withdrawn(let withdrawal)):
            guard let application else { return nil }
            return .withdrawn(application: application, course: course, withdrawal: withdrawal)
        case (_, .revised), (_, .correctionsRequested), (_, .answered), (_, .resubmitted): return nil
        }
    }
}
