import Foundation
import Kernel

/// A proposed list on show inside its enterprise (公示), with the clock of its period.
///
/// What it answers is in `NoticeDecisions.swift`, what each event changes in `NoticeChanges.swift`.
package enum Notice: Decider, Hashable, Codable {
    /// Not yet opened. Can become `running`.
    case unopened
    /// On show; objections are taken until its end. Can become `completed` or `withdrawn`.
    case running(Display)
    /// The period has run in full; held names and those with a period of their own are still to come. Stays so.
    case completed(Display, at: Date)
    /// Taken back with its list, or annulled because the procedure was not in order; nothing follows from it. Stays so.
    case withdrawn(Display, reason: String)

    package static let initial = Notice.unopened

    /// What can be asked of a notice.
    package enum Command: Hashable, Sendable {
        /// A list was proposed.
        case open(Posting, [ShownName], remarks: [PublicityPeriod.Remark])
        /// The list was taken back.
        case withdraw(reason: String)
        /// The list was changed while on show; `restarted` is a full period from the day of the change.
        case amend(Amendment, restarted: PublicityPeriod)
        /// Time has passed.
        case complete(now: Date)
        /// Its periods were reckoned again: the notice's and, by person, those of single names.
        case move(PublicityPeriod, names: [UUID: PublicityPeriod], because: Moved, now: Date? = nil)
        /// Nobody has decided yet about days on which it could be seen nowhere; its end has come.
        case wait(for: [LocalDate])
        /// An officer has decided about such a day; where it is made up for, the end was moved before.
        case decideDay(LocalDate, now: Date)
        /// A named officer answers for an end that rests on days no document settles.
        case confirm(officer: String, reason: String, now: Date)
        /// An objection came in; `receivedAt` may lie before `now` where it was entered from paper.
        case receive(UUID, ObjectionSubject, receivedAt: Date)
        /// The handling office examines it: the name, or the whole list, is held.
        case hold(UUID, ObjectionSubject)
        /// It was found unfounded, not concrete, or was taken back.
        case dismiss(UUID, ObjectionSubject, now: Date)
        /// It was found founded.
        case uphold(UUID, ObjectionSubject, reason: String)
    }

    /// Why an end moved.
    package enum Moved: String, Hashable, Codable, Sendable {
        /// Another version of the calendar.
        case calendar
        /// A working day on which the list could not be seen is made up for.
        case extended
    }

    /// What can have happened to a notice.
    package enum Event: Hashable, Codable, Sendable {
        case opened(posting: Posting, names: [ShownName])
        /// Something about what was asked was reckoned otherwise; for the record.
        case remarked(remark: PublicityPeriod.Remark)
        case withdrawn(reason: String)
        /// The list was changed; what it was before stays on record by its digest.
        case amended(amendment: Amendment, oldDigest: String)
        case nameWithdrawn(person: UUID, reason: String)
        case nameCorrected(name: ShownName, period: PublicityPeriod)
        case nameAdded(name: ShownName, period: PublicityPeriod)
        /// Every period begins anew.
        case restarted(old: PublicityPeriod, new: PublicityPeriod)
        /// The notice's end moved; `old` and `new` differ in their last day, their authority or the calendar they rest on.
        ///
        /// `at` is when, nil in what happened before that was noted.
        case endMoved(old: PublicityPeriod, new: PublicityPeriod, because: Moved, at: Date?)
        case nameEndMoved(person: UUID, old: PublicityPeriod, new: PublicityPeriod, because: Moved, at: Date?)
        /// Its end has come, and days on which it could be seen nowhere wait for a decision.
        case waits(days: [LocalDate])
        case dayDecided(date: LocalDate, at: Date)
        case confirmed(confirmation: Display.Confirmation)
        /// The period ran in full, by `at` at the latest; persons by how they stand.
        case completed(at: Date, effectiveAt: Date, cleared: [UUID], held: [UUID], removed: [UUID], continuing: [UUID])
        /// The own period of a name ran in full after the notice's; it is cleared, or held by what is open.
        case nameCompleted(person: UUID, isCleared: Bool)
        case objectionReceived(objection: UUID, subject: ObjectionSubject)
        case nameHeld(person: UUID, objection: UUID)
        case listHeld(objection: UUID)
        /// An objection was dismissed while others about the same are open, or one that held nothing.
        case objectionDismissed(objection: UUID, subject: ObjectionSubject, at: Date)
        /// The last open objection about the name was dismissed.
        case nameCleared(person: UUID, objection: UUID)
        case nameRemoved(person: UUID, objection: UUID)
        /// The last open objection to the procedure was dismissed.
        case listReleased(objection: UUID, at: Date)
        /// An objection to the procedure was upheld: nothing follows from this notice.
        case annulled(objection: UUID, reason: String)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// There is no such notice on show.
        case notOnShow
        /// The list was taken back.
        case listWithdrawn
        /// The person is not on the list.
        case notOnList
        /// The name has left the list already.
        case nameAlreadyRemoved
        /// The period has run in full; nothing about it can be decided any more.
        case alreadyCompleted
        /// Every day of the period is settled by a document: there is nothing to answer for.
        case nothingToConfirm

        package var code: String {
            switch self {
            case .notOnShow: "publicity-timer.not-on-show"
            case .listWithdrawn: "publicity-timer.list-withdrawn"
            case .notOnList: "publicity-timer.not-on-list"
            case .nameAlreadyRemoved: "publicity-timer.name-removed"
            case .alreadyCompleted: "publicity-timer.already-completed"
            case .nothingToConfirm: "publicity-timer.nothing-to-confirm"
            }
        }
    }
}

extension Notice {
    /// Its content, nil before it is opened.
    package var display: Display? {
        switch self {
        case .unopened: nil
        case .running(let display), .completed(let display, _), .withdrawn(let display, _): display
        }
    }

    /// What it shows besides names, nil before it is opened.
    package var posting: Posting? { display?.posting }

    /// The names it shows.
    package var names: [ShownName] { display?.names ?? [] }

    /// When there is next something to complete, nil where nothing will be done by time alone: it is held as a whole,
    /// waits for a calendar or a decision, or is over.
    package var dueAt: Date? {
        switch self {
        case .unopened, .withdrawn: nil
        case .running(let display):
            display.isHeldWhole || !display.isSettled(display.posting.period)
                ? nil : display.posting.period.endsAt
        case .completed(let display, _):
            display.isHeldWhole
                ? nil
                : display.names.compactMap { name in
                    guard name.isContinuing, let period = name.ownPeriod, display.isSettled(period) else { return nil }
                    return period.endsAt
                }.min()
        }
    }

    /// Whether a later calendar can still move an end of it.
    package var isReckonedAgain: Bool {
        switch self {
        case .unopened, .withdrawn: false
        case .running: true
        case .completed(let display, _): display.names.contains(where: \.isContinuing)
        }
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unopened: .unopened
        case .running: .running
        case .completed: .completed
        case .withdrawn: .withdrawn
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unopened, running, completed, withdrawn
    }
}
