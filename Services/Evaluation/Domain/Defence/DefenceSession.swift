import Foundation
import Kernel

/// A time of the day in minutes after midnight, written 09:30.
package struct ClockTime: Codable, Hashable, Sendable, Comparable, CustomStringConvertible {
    package let minutes: Int

    /// So many minutes after midnight.
    package init(minutes: Int) { self.minutes = minutes }

    /// Reads 09:30; nil for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    package var description: String {
        let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}

/// When one candidate defends.
package struct DefenceSlot: Codable, Hashable, Sendable {
    package let from: ClockTime
    package let through: ClockTime
    package let application: UUID

    /// A candidate's time.
    package init(from: ClockTime, through: ClockTime, application: UUID) {
        self.from = from
        self.through = through
        self.application = application
    }
}

/// One sitting for defences (答辩场次): a day, a place, and who defends when.
package struct DefenceSession: Codable, Hashable, Sendable {
    package let id: UUID
    package let day: LocalDate
    package let place: String
    package let slots: [DefenceSlot]
    /// The accounts of the members who were there; nil before that is on record.
    package internal(set) var present: [String]?

    /// A sitting that was not held yet.
    package init(id: UUID, day: LocalDate, place: String, slots: [DefenceSlot]) {
        self.id = id
        self.day = day
        self.place = place
        self.slots = slots
    }

    /// From when to when; nil where nobody defends.
    package var span: (from: ClockTime, through: ClockTime)? {
        guard let from = slots.map(\.from).min(), let through = slots.map(\.through).max() else { return nil }
        return (from, through)
    }
}

/// A candidate did not appear (缺席).
package struct DefenceAbsence: Codable, Hashable, Sendable {
    package let application: UUID
    package let reason: String
    package let by: String
    package let at: Date

    /// An absence.
    package init(application: UUID, reason: String, by: String, at: Date) {
        self.application = application
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// A candidate did appear after all (更正缺席).
package struct DefenceAppearance: Codable, Hashable, Sendable {
    package let application: UUID
    package let reason: String
    package let by: String
    package let at: Date

    /// An absence that is taken back.
    package init(application: UUID, reason: String, by: String, at: Date) {
        self.application = application
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// How the order of candidates was drawn, so that it can be drawn again.
package struct DefenceOrder: Codable, Hashable, Sendable {
    package let seed: String
    package let witness: String
    /// The candidates in the drawn order; before, they were sorted by id.
    package let order: [UUID]

    /// An order that was drawn.
    package init(seed: String, witness: String, order: [UUID]) {
        self.seed = seed
        self.witness = witness
        self.order = order
    }
}

/// A drawn order was given up for another before the first defence (重新抽签、另定次序).
package struct DefenceReordering: Codable, Hashable, Sendable {
    package let reason: String
    /// The draw that was given up; nil in what was kept before draws were.
    package let before: DefenceOrder?
    /// Nil in what was kept before the time was.
    package let at: Date?

    /// Why an order was given up, which, and when.
    package init(reason: String, before: DefenceOrder?, at: Date?) {
        self.reason = reason
        self.before = before
        self.at = at
    }
}

extension Defence.Programme {
    /// Every time a drawn order was changed, in order; of before all were kept, the last.
    package var allReorderings: [DefenceReordering] {
        reorderings ?? reorderedBecause.map { [DefenceReordering(reason: $0, before: nil, at: nil)] } ?? []
    }
}
