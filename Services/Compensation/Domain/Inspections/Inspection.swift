import Foundation
import Kernel

/// An inspection of an enterprise's month: papers of some persons are shown on the spot, and none leaves the enterprise (查看).
package enum Inspection: Decider, Hashable, Codable {
    /// Can become `announced` or `running`.
    case none
    /// The draw is fixed and not carried out. Can become `running`.
    case announced(Opening, Commitment)
    /// Persons are being inspected. Can become `closed`.
    case running(Opening, Choice, [Examined])
    /// All were inspected. Stays so.
    case closed(Opening, Choice, [Examined], by: String, on: LocalDate)

    package static let initial = Inspection.none

    /// What can be asked of an inspection.
    package enum Command: Hashable, Sendable {
        /// Persons are to be drawn.
        case announce(Opening, Commitment)
        /// The draw is carried out.
        case draw(Draw)
        /// Persons are named.
        case name(Opening, [Subject], reason: String)
        /// What was seen of an appointment's person.
        case record(Finding, of: UUID)
        case close(by: String, on: LocalDate)
    }

    /// What can have happened to an inspection.
    package enum Event: Hashable, Codable, Sendable {
        case announced(opening: Opening, commitment: Commitment)
        case drawn(draw: Draw)
        case named(opening: Opening, subjects: [Subject], reason: String)
        case recorded(appointment: UUID, finding: Finding)
        case closed(by: String, on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notOpened
        case alreadyOpened
        case notDrawn
        case alreadyDrawn
        /// The person is none of those drawn or named.
        case notInspected
        /// Something else was recorded; a change needs its reason.
        case recordedOtherwise
        case stillToInspect(count: Int)
        case alreadyClosed

        package var code: String {
            switch self {
            case .notOpened: "compensation.inspection-not-opened"
            case .alreadyOpened: "compensation.inspection-opened"
            case .notDrawn: "compensation.inspection-not-drawn"
            case .alreadyDrawn: "compensation.inspection-drawn"
            case .notInspected: "compensation.not-inspected"
            case .recordedOtherwise: "compensation.inspection-recorded"
            case .stillToInspect: "compensation.still-to-inspect"
            case .alreadyClosed: "compensation.inspection-closed"
            }
        }

        package var arguments: [String: String] {
            guard case .stillToInspect(let count) = self else { return [:] }
            return ["count": String(count)]
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.none, .announce(let opening, let commitment)):
            return [.announced(opening: opening, commitment: commitment)]
        case (.none, .name(let opening, let subjects, let reason)):
            return [.named(opening: opening, subjects: subjects, reason: reason)]
        case (.none, .draw), (.none, .record), (.none, .close): throw .notOpened
        case (_, .announce), (_, .name): throw .alreadyOpened
        case (.announced, .draw(let draw)): return [.drawn(draw: draw)]
        case (.announced, .record), (.announced, .close): throw .notDrawn
        case (.running, .draw): throw .alreadyDrawn
        case (.running(_, _, let examined), .record(let finding, let appointment)):
            guard let one = examined.first(where: { $0.subject.appointment == appointment }) else {
                throw .notInspected
            }
            if let known = one.finding {
                if known.outcome == finding.outcome, known.note == finding.note { return [] }
                guard finding.correction != nil else { throw .recordedOtherwise }
            }
            return [.recorded(appointment: appointment, finding: finding)]
        case (.running(_, _, let examined), .close(let by, let day)):
            let left = examined.count { $0.finding == nil }
            guard left == 0 else { throw .stillToInspect(count: left) }
            return [.closed(by: by, on: day)]
        case (.closed, .draw), (.closed, .record), (.closed, .close): throw .alreadyClosed
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.none, .announced(let opening, let commitment)): self = .announced(opening, commitment)
        case (.none, .named(let opening, let subjects, let reason)):
            self = .running(opening, .named(reason: reason), subjects.map { Examined($0) })
        case (.announced(let opening, let commitment), .drawn(let draw)):
            let pool = Dictionary(commitment.pool.map { ($0.appointment, $0) }) { first, _ in first }
            let drawn = draw.order.prefix(commitment.count).compactMap { pool[$0] }
            self = .running(opening, .drawn(commitment, draw), drawn.map { Examined($0) })
        case (.running(let opening, let choice, var examined), .recorded(let appointment, let finding)):
            for index in examined.indices where examined[index].subject.appointment == appointment {
                examined[index].finding = finding
            }
            self = .running(opening, choice, examined)
        case (.running(let opening, let choice, let examined), .closed(let by, let day)):
            self = .closed(opening, choice, examined, by: by, on: day)
        case (.none, _), (.announced, _), (.running, _), (.closed, _): break
        }
    }
}

extension Inspection {
    /// What is inspected, nil before it is opened.
    package var opening: Opening? {
        switch self {
        case .none: nil
        case .announced(let opening, _), .running(let opening, _, _), .closed(let opening, _, _, _, _): opening
        }
    }

    /// Those inspected; empty before they are drawn.
    package var examined: [Examined] {
        switch self {
        case .none, .announced: []
        case .running(_, _, let examined), .closed(_, _, let examined, _, _): examined
        }
    }

    /// Those of whom papers do not show that parity is kept, or of whom none were shown.
    package var short: [Subject] {
        examined.filter { one in one.finding.map { $0.outcome != .seen } ?? false }.map(\.subject)
    }

    /// The draw as far as it is fixed, nil where persons were named.
    package var commitment: Commitment? {
        switch self {
        case .announced(_, let commitment), .running(_, .drawn(let commitment, _), _),
            .closed(_, .drawn(let commitment, _), _, _, _):
            commitment
        case .none, .running, .closed: nil
        }
    }

    /// The draw as it was carried out, nil before it was and where persons were named.
    package var draw: Draw? {
        switch self {
        case .running(_, .drawn(_, let draw), _), .closed(_, .drawn(_, let draw), _, _, _): draw
        case .none, .announced, .running, .closed: nil
        }
    }

    /// The name of a case, for look-up and views.
    package enum Stage: String, Hashable, Codable, CaseIterable, Sendable {
        case announced, running, closed
    }

    /// Which case it is.
    package var stage: Stage {
        switch self {
        case .none, .announced: .announced
        case .running: .running
        case .closed: .closed
        }
    }
}
