import Foundation
import Kernel

/// What an enterprise asks of the life of its filing: renewal (续展), or more occupations (增加职业).
package enum TenureRequest: Decider, Hashable, Codable {
    /// Can transition to: pending.
    case notMade
    /// With the authority. Can transition to: granted, refused, withdrawn.
    case pending(request: Asked)
    /// Final.
    case granted(request: Asked, decision: Decision)
    /// Final; the enterprise may ask again.
    case refused(request: Asked, decision: Decision)
    /// Final.
    case withdrawn(request: Asked, on: LocalDate)

    /// What is asked for.
    package struct Asked: Hashable, Sendable, Codable {
        /// The filing whose life it is.
        package let filing: UUID
        package let filer: EnterpriseRef
        package let wish: Wish
        /// What the enterprise says of itself: its record, its conditions.
        package let statement: String
        package let on: LocalDate

        /// A wish with its statement.
        package init(filing: UUID, filer: EnterpriseRef, wish: Wish, statement: String, on: LocalDate) {
            self.filing = filing
            self.filer = filer
            self.wish = wish
            self.statement = statement
            self.on = on
        }
    }

    /// What an enterprise can want.
    package enum Wish: Hashable, Sendable, Codable {
        case renewal(through: LocalDate)
        case addition(occupations: [FiledOccupation])
    }

    /// What an officer decided, on what was known then.
    package struct Decision: Hashable, Sendable, Codable {
        package let officer: Officer
        package let on: LocalDate
        package let reasons: String
        /// The record the officer was shown.
        package let record: TenureRecord

        /// A decision of a named officer.
        package init(officer: Officer, on: LocalDate, reasons: String, record: TenureRecord) {
            self.officer = officer
            self.on = on
            self.reasons = reasons
            self.record = record
        }
    }

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        /// Makes it; `life` is that of the filing, `opening` the first day for renewal.
        case make(request: Asked, life: TenureLife, opening: LocalDate)
        case grant(decision: Decision)
        case refuse(decision: Decision)
        case withdraw(on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case made(request: Asked)
        case granted(decision: Decision)
        case refused(decision: Decision)
        case withdrawn(on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Renewal opens later.
        case notOpenYet(from: LocalDate)
        /// The term is over; what has lapsed is filed anew.
        case termOver(through: LocalDate)
        case followsGeneral
        case termNotLater(through: LocalDate)
        case nothingNew
        /// It was decided or withdrawn.
        case notPending
        /// One of the kind is with the authority.
        case alreadyPending

        package var code: String {
            switch self {
            case .notOpenYet: "filing.renewal-not-open"
            case .termOver: "filing.term-over"
            case .followsGeneral: "filing.follows-general"
            case .termNotLater: "filing.term-not-later"
            case .nothingNew: "filing.nothing-new"
            case .notPending: "filing.request-not-pending"
            case .alreadyPending: "filing.request-pending"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .notOpenYet(let day): ["from": day.description]
            case .termOver(let through), .termNotLater(let through): ["through": through.description]
            case .followsGeneral, .nothingNew, .notPending, .alreadyPending: [:]
            }
        }
    }

    package static let initial = TenureRequest.notMade

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notMade, .make(let request, let life, let opening)): [try Self.made(request, of: life, opening)]
        case (.pending, .grant(let decision)): [.granted(decision: decision)]
        case (.pending, .refuse(let decision)): [.refused(decision: decision)]
        case (.pending, .withdraw(let day)): [.withdrawn(on: day)]
        case (.pending, .make), (.granted, .make), (.refused, .make), (.withdrawn, .make): throw .alreadyPending
        case (.notMade, _), (.granted, _), (.refused, _), (.withdrawn, _): throw .notPending
        }
    }

    private static func made(
        _ request: Asked,
        of life: TenureLife,
        _ opening: LocalDate
    ) throws(Rejection) -> Event {
        guard life.daysLeft(on: request.on) > 0 else { throw .termOver(through: life.term.through) }
        switch request.wish {
        case .renewal(let through):
            guard life.kind == .general else { throw .followsGeneral }
            guard request.on >= opening else { throw .notOpenYet(from: opening) }
            guard through > life.term.through else { throw .termNotLater(through: life.term.through) }
        case .addition(let occupations):
            guard occupations.contains(where: { life.occupations.missing(of: $0) != nil }) else { throw .nothingNew }
        }
        return .made(request: request)
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .made(let request)): self = .pending(request: request)
        case (.pending(let request), .granted(let decision)): self = .granted(request: request, decision: decision)
        case (.pending(let request), .refused(let decision)): self = .refused(request: request, decision: decision)
        case (.pending(let request), .withdrawn(let day)): self = .withdrawn(request: request, on: day)
        case (_, .granted), (_, .refused), (_, .withdrawn): break
        }
    }
}
