import FilingDomain
import Foundation
import Kernel
import Messaging

/// What officers have to handle, the most urgent first.
struct Worklist {
    /// Which part of it is asked for.
    enum Part: String, CaseIterable {
        case all
        /// The promise to tell corrections, or to decide, ends today.
        case dueToday = "due-today"
        /// The promise to decide is broken, or the one to tell corrections while nobody has looked at it.
        case overdue
        /// The enterprise corrects.
        case waiting
    }

    /// Whose it is.
    enum Hands: Equatable {
        case anyone
        /// Nobody has taken it up.
        case nobody
        case officer(String)
    }

    private let lines: [(handling: Stored<Handling>, reading: HandlingClock.Reading)]
    let today: LocalDate

    /// Reads the clocks of all that is handled.
    init(_ handlings: [Stored<Handling>], today: LocalDate, by calendar: WorkingCalendar) {
        self.today = today
        lines = handlings.compactMap { one in
            one.state.clock.map { (one, $0.reading(on: today, by: calendar)) }
        }
    }

    /// A part of it; what is due first comes first, what waits for enterprises last.
    ///
    /// - Parameters:
    ///   - part: Which part.
    ///   - hands: Whose.
    ///   - after: Only what comes behind this one, whatever became of it meanwhile.
    ///   - calendar: The working days.
    /// - Returns: The lines in order.
    func lines(
        _ part: Part,
        in hands: Hands,
        after: Stored<Handling>? = nil,
        by calendar: WorkingCalendar
    ) -> [Stored<Handling>] {
        let start = after.flatMap { one in
            one.state.clock.map { Self.order((one, $0.reading(on: today, by: calendar))) }
        }
        return lines.filter { isIn(part, $0) && isIn(hands, $0.handling.state.officer) }
            .map { (Self.order($0), $0.handling) }
            .filter { line in start.map { $0 < line.0 } ?? true }
            .sorted { $0.0 < $1.0 }
            .map(\.1)
    }

    private func isIn(
        _ part: Part,
        _ line: (handling: Stored<Handling>, reading: HandlingClock.Reading)
    ) -> Bool {
        let reading = line.reading
        return switch part {
        case .all: true
        case .dueToday: reading.movement == .running && (reading.dueOn == today || reading.telling?.dueOn == today)
        case .overdue:
            reading.movement == .running
                && (reading.isOverdue || reading.telling?.isOverdue == true && line.handling.state.officer == nil)
        case .waiting: reading.movement == .stopped
        }
    }

    private func isIn(_ hands: Hands, _ officer: Officer?) -> Bool {
        switch hands {
        case .anyone: true
        case .nobody: officer == nil
        case .officer(let id): officer?.id == id
        }
    }

    private static func order(_ line: (handling: Stored<Handling>, reading: HandlingClock.Reading)) -> Order {
        let due = min(line.reading.telling?.dueOn ?? line.reading.dueOn, line.reading.dueOn)
        return Order(
            isStopped: line.reading.movement == .stopped,
            due: due.dayNumber,
            id: line.handling.id.lowercase
        )
    }

    private struct Order: Comparable {
        let isStopped: Bool
        let due: Int
        let id: String

        static func < (one: Order, other: Order) -> Bool {
            (one.isStopped ? 1 : 0, one.due, one.id) < (other.isStopped ? 1 : 0, other.due, other.id)
        }
    }
}
