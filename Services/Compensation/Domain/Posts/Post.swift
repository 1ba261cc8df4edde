import Foundation
import Kernel

/// A special-grade post (特级技师岗位) with its headcount, and who sits on it when.
package enum Post: Decider, Hashable, Codable {
    /// Can become `established`.
    case unestablished
    /// Set up by the enterprise; filled up to its headcount on every day. Can become `frozen` or `closed`.
    case established(Terms, [Seat])
    /// Takes nobody new; who sits on it stays (冻结). Can become `established` or `closed`.
    case frozen(Terms, [Seat])
    /// Given up, after its last seat was left (撤销). Stays so.
    case closed(Terms, [Seat])

    package static let initial = Post.unestablished

    /// What can be asked of a post.
    package enum Command: Hashable, Sendable {
        case establish(Terms)
        case fill(Seat)
        /// An appointment is over before its term is: with `last` its last day.
        case vacate(appointment: UUID, last: LocalDate)
        case freeze(Change)
        case thaw(Change)
        case close(Change, today: LocalDate)
        /// Raise or lower how many may sit on it.
        case resize(headcount: Int, Change, today: LocalDate)
    }

    /// What can have happened to a post.
    package enum Event: Hashable, Codable, Sendable {
        case established(terms: Terms)
        case filled(seat: Seat)
        case vacated(appointment: UUID, last: LocalDate)
        case frozen(change: Change)
        case thawed(change: Change)
        case closed(change: Change)
        case resized(headcount: Int, change: Change)
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unestablished, .establish(let terms)): return [.established(terms: terms)]
        case (.established, .establish), (.frozen, .establish), (.closed, .establish): throw .alreadyEstablished

        case (.established(let terms, let seats), .fill(let seat)):
            guard Self.most(seats, during: seat.term) < terms.headcount else {
                throw .headcountFull(headcount: terms.headcount)
            }
            return [.filled(seat: seat)]
        case (.frozen, .fill), (.frozen, .freeze): throw .frozen
        case (.established, .thaw): throw .notFrozen

        case (.established, .freeze(let change)): return [.frozen(change: change)]
        case (.frozen, .thaw(let change)): return [.thawed(change: change)]

        case (.established(_, let seats), .close(let change, let today)),
            (.frozen(_, let seats), .close(let change, let today)):
            let taken = seats.count { $0.term.through >= today }
            guard taken == 0 else { throw .seatsTaken(count: taken) }
            return [.closed(change: change)]

        case (.established(let terms, let seats), .resize(let headcount, let change, let today)),
            (.frozen(let terms, let seats), .resize(let headcount, let change, let today)):
            guard headcount != terms.headcount else { throw .sameHeadcount }
            let ahead = Term(from: today, through: .latest).map { Self.most(seats, during: $0) } ?? 0
            guard headcount >= max(1, ahead) else { throw .seatsTaken(count: ahead) }
            return [.resized(headcount: headcount, change: change)]

        case (.established(_, let seats), .vacate(let appointment, let last)),
            (.frozen(_, let seats), .vacate(let appointment, let last)),
            (.closed(_, let seats), .vacate(let appointment, let last)):
            // What follows from an appointment's end is total.
            guard let seat = seats.first(where: { $0.appointment == appointment }), last < seat.term.through
            else { return [] }
            return [.vacated(appointment: appointment, last: last)]
        case (.unestablished, .vacate): return []

        case (.closed, _): throw .closed
        case (.unestablished, _): throw .notEstablished
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .established(let terms): self = .established(terms, [])
        case .filled(let seat): change { $1.append(seat) }
        case .vacated(let appointment, let last): change { $1 = Self.seats($1, without: appointment, after: last) }
        case .resized(let headcount, _): change { terms, _ in terms = terms.with(headcount: headcount) }
        case .frozen: if let terms { self = .frozen(terms, seats) }
        case .thawed: if let terms { self = .established(terms, seats) }
        case .closed: if let terms { self = .closed(terms, seats) }
        }
    }

    private mutating func change(_ body: (inout Terms, inout [Seat]) -> Void) {
        switch self {
        case .unestablished: break
        case .established(var terms, var seats):
            body(&terms, &seats)
            self = .established(terms, seats)
        case .frozen(var terms, var seats):
            body(&terms, &seats)
            self = .frozen(terms, seats)
        case .closed(var terms, var seats):
            body(&terms, &seats)
            self = .closed(terms, seats)
        }
    }

    /// The seats where one is left after a day; one left before it began was never taken.
    private static func seats(_ seats: [Seat], without appointment: UUID, after last: LocalDate) -> [Seat] {
        seats.compactMap { seat in
            guard seat.appointment == appointment else { return seat }
            return Term(from: seat.term.from, through: last)
                .map { Seat(appointment: appointment, person: seat.person, term: $0) }
        }
    }

    /// How many sit on the post at the same time, at most, during a term.
    ///
    /// The number only grows on a day somebody begins, so those days and the first are enough.
    private static func most(_ seats: [Seat], during term: Term) -> Int {
        let days = [term.from] + seats.map(\.term.from).filter { term.contains($0) }
        return days.map { day in seats.count { $0.term.contains(day) } }.max() ?? 0
    }
}

extension Post {
    /// What was decided about it, nil before it was.
    package var terms: Terms? {
        switch self {
        case .unestablished: nil
        case .established(let terms, _), .frozen(let terms, _), .closed(let terms, _): terms
        }
    }

    /// Who sits on it, and when.
    package var seats: [Seat] {
        switch self {
        case .unestablished: []
        case .established(_, let seats), .frozen(_, let seats), .closed(_, let seats): seats
        }
    }

    /// Which case it is, for views.
    package var standing: Standing {
        switch self {
        case .unestablished, .established: .open
        case .frozen: .frozen
        case .closed: .closed
        }
    }

    /// How a post stands.
    package enum Standing: String, Codable, CaseIterable, Sendable {
        case open, frozen, closed
    }
}
