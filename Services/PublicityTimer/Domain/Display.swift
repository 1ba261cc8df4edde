import Foundation
import Kernel

/// A notice's content while it is on show and after: the posting, its names, and what holds it as a whole.
package struct Display: Hashable, Codable, Sendable {
    package internal(set) var posting: Posting
    package internal(set) var names: [ShownName]
    /// Objections to the procedure, which concern every name.
    package internal(set) var procedure = ProcedureObjections()
    /// Who settled a provisional end, nil where nobody had to or has.
    package internal(set) var confirmation: Confirmation?
    /// Days on which it could be seen nowhere and about which nobody has decided when its end came; nil where there are none.
    package internal(set) var undecidedDays: [LocalDate]?
    /// When the last of them was decided.
    package internal(set) var daysDecidedAt: Date?

    /// A list as it goes on show.
    package init(posting: Posting, names: [ShownName]) {
        self.posting = posting
        self.names = names
    }

    /// A named officer of the filing authority answers for a provisional end.
    package struct Confirmation: Hashable, Codable, Sendable {
        package let officer: String
        package let reason: String
        package let at: Date
        /// The last day that was confirmed; another one needs another confirmation.
        package let lastDay: LocalDate
    }

    /// Whether nothing of it completes by time alone: an objection to the procedure, or a day that could not be seen.
    var isHeldWhole: Bool { procedure.isHolding || undecidedDays != nil }

    /// Whether a period of this notice may complete when its end comes: every day is settled, or an officer answers for it.
    func isSettled(_ period: PublicityPeriod) -> Bool {
        period.authority == .official || confirmation.map { period.lastDay <= $0.lastDay } ?? false
    }

    /// Whether the period has run in full.
    func hasRun(_ period: PublicityPeriod, at now: Date) -> Bool { isSettled(period) && now >= period.endsAt }

    /// Whether objections are still in time.
    ///
    /// Time, not the completion, ends a period: a late tick does not lengthen it. An end nobody answers for may still
    /// move later, so nobody is turned away by it.
    func isInTime(_ receivedAt: Date, for period: PublicityPeriod) -> Bool {
        // What came while nobody answered for the end is in time, also when it is entered after somebody does, be it an
        // officer or the document that settles its days.
        let settledAt =
            period.authority == .official
            ? period.settledAt ?? period.endsAt : confirmation?.at ?? period.endsAt
        return receivedAt < max(period.endsAt, settledAt) || !isSettled(period)
    }

    /// Whether an objection that reached the office then is in time, by the period of what it is about.
    package func isInTime(_ receivedAt: Date, about subject: ObjectionSubject) -> Bool {
        isInTime(receivedAt, for: subject.person.flatMap(name(of:)).map(period(of:)) ?? posting.period)
    }

    /// The period of one name: its own where it was added or corrected later, else the notice's.
    package func period(of name: ShownName) -> PublicityPeriod { name.ownPeriod ?? posting.period }

    /// The name of a person.
    package func name(of person: UUID) -> ShownName? { names.first { $0.person == person } }

    mutating func change(_ person: UUID, _ change: (inout ShownName) -> Void) {
        for index in names.indices where names[index].person == person { change(&names[index]) }
    }
}

/// The objections to the procedure as a whole (程序异议), by their ids.
package struct ProcedureObjections: Hashable, Codable, Sendable {
    /// Received, and not found arguable (yet): they hold nothing, or anybody could hold a list by writing.
    package internal(set) var received: [UUID] = []
    /// Found arguable: they hold the whole list.
    package internal(set) var arguable: [UUID] = []
    /// When the last one that held was closed.
    package internal(set) var releasedAt: Date?

    /// Whether the list may not complete.
    package var isHolding: Bool { !arguable.isEmpty }

    func isOpen(_ objection: UUID) -> Bool { received.contains(objection) || arguable.contains(objection) }

    mutating func close(_ objection: UUID, at now: Date) {
        let wasHolding = isHolding
        received.removeAll { $0 == objection }
        arguable.removeAll { $0 == objection }
        if wasHolding, !isHolding { releasedAt = now }
    }
}
