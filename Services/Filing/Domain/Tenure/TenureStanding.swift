import Foundation
import Kernel

extension Tenure {
    /// How a filing stands for everybody, the general filing under it considered.
    package enum Standing: Hashable, Sendable {
        case inForce
        case suspended(by: [Suspension])
        case cancelled(by: Cancellation, besides: [Suspension])

        /// What becomes of things under it; nil while it is in force.
        package var consequences: Consequences? {
            switch self {
            case .inForce: nil
            case .suspended(let suspensions):
                suspensions.map(\.consequences).reduce(nil) { sum, one in one.joined(with: sum) }
            case .cancelled(let cancellation, let suspensions):
                suspensions.map(\.consequences).reduce(cancellation.consequences) { $1.joined(with: $0) }
            }
        }
    }

    /// How it stands; suspended or cancelled where the general filing under it is.
    package var standing: Standing {
        switch self {
        case .notBegun: .inForce
        case .inForce(let life): Self.standing(under: life.general, nil, nil)
        case .suspended(let life, let suspension): Self.standing(under: life.general, suspension, nil)
        case .cancelled(let life, let cancellation, _): Self.standing(under: life.general, nil, cancellation)
        }
    }

    private static func standing(
        under general: TenureLife.Ground?,
        _ suspension: Suspension?,
        _ cancellation: Cancellation?
    ) -> Standing {
        var suspensions = [suspension].compactMap(\.self)
        var cancellations = [cancellation].compactMap(\.self)
        switch general {
        case nil: break
        case .suspended(let suspension): suspensions.append(suspension)
        case .cancelled(let cancellation): cancellations.append(cancellation)
        }
        if let first = cancellations.first { return .cancelled(by: first, besides: suspensions) }
        return suspensions.isEmpty ? .inForce : .suspended(by: suspensions)
    }

    /// The state by name, as lists are filtered by it; the day tells what has expired.
    package func phase(on day: LocalDate) -> TenurePhase {
        switch standing {
        case .cancelled: .cancelled
        case .suspended: .suspended
        case .inForce: (life?.daysLeft(on: day) ?? 0) > 0 ? .inForce : .expired
        }
    }

    /// Whether the filing is neither cancelled nor over that day; suspended it runs on.
    package func isRunning(on day: LocalDate) -> Bool {
        if case .cancelled = standing { return false }
        return life?.term.contains(day) ?? false
    }

    /// As what special-grade filings that rest on this see it; nil while it is simply in force.
    package var ground: TenureLife.Ground? {
        switch self {
        case .notBegun, .inForce: nil
        case .suspended(_, let suspension): .suspended(suspension: suspension)
        case .cancelled(_, let cancellation, _): .cancelled(cancellation: cancellation)
        }
    }

    /// What special-grade filings can rest on now; nil unless it is a general filing neither suspended nor cancelled.
    package var basis: FilingBasis? {
        guard case .inForce(let life) = self, life.kind == .general else { return nil }
        return FilingBasis(agencyCode: life.agencyCode, term: life.term, occupations: life.occupations)
    }

    /// The next day that brings something, by the reminders' thresholds; nil where none does.
    package func nextDay(after day: LocalDate, thresholds: [Int]) -> LocalDate? {
        guard let life else { return nil }
        var days: [LocalDate] = []
        switch self {
        case .notBegun, .cancelled: return nil
        case .inForce: if let ordered = life.ordered { days.append(ordered.from) }
        case .suspended(_, let suspension):
            if let through = suspension.through { days.append(through.adding(days: 1)) }
        }
        if life.isExpiryTold != true { days.append(life.term.through.adding(days: 1)) }
        if life.kind == .general {
            days += thresholds.map { life.term.through.adding(days: 1 - $0) }
        }
        return days.filter { $0 > day }.min()
    }
}

/// The states of a filing's life by name.
package enum TenurePhase: String, CaseIterable, Codable, Sendable {
    case inForce = "in-force"
    case suspended, cancelled, expired
}
