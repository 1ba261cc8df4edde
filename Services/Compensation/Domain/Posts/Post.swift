import Foundation
import Kernel

/// A special-grade post (特级技师岗位) with its headcount, and who sits on it when.
package enum Post: Decider, Hashable, Codable {
    /// Can become `established`.
    case unestablished
    /// Set up by the enterprise; filled up to its headcount on every day. Stays so.
    case established(Terms, [Seat])

    package static let initial = Post.unestablished

    /// What the enterprise decided about a post.
    package struct Terms: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let occupation: Occupation
        package let unit: String
        /// How many may sit on it at a time (岗位职数).
        package let headcount: Int
        /// The enterprise's decision that set it up.
        package let decision: String
        /// The implementation plan it was announced in, where there was one.
        package let plan: UUID?

        /// A post, or nil where nobody may sit on it.
        package init?(
            employer: EnterpriseRef,
            occupation: Occupation,
            unit: String,
            headcount: Int,
            decision: String,
            plan: UUID?
        ) {
            guard headcount > 0 else { return nil }
            self.employer = employer
            self.occupation = occupation
            self.unit = unit
            self.headcount = headcount
            self.decision = decision
            self.plan = plan
        }
    }

    /// One appointment on the post.
    package struct Seat: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        package let term: Term

        /// An appointment on a post.
        package init(appointment: UUID, person: UUID, term: Term) {
            self.appointment = appointment
            self.person = person
            self.term = term
        }
    }

    /// What can be asked of a post.
    package enum Command: Hashable, Sendable {
        case establish(Terms)
        case fill(Seat)
    }

    /// What can have happened to a post.
    package enum Event: Hashable, Codable, Sendable {
        case established(terms: Terms)
        case filled(seat: Seat)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notEstablished
        case alreadyEstablished
        /// On some day of the term every seat is taken.
        case headcountFull(headcount: Int)

        package var code: String {
            switch self {
            case .notEstablished: "compensation.post-not-established"
            case .alreadyEstablished: "compensation.post-established"
            case .headcountFull: "compensation.headcount-full"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .notEstablished, .alreadyEstablished: [:]
            case .headcountFull(let headcount): ["headcount": String(headcount)]
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unestablished, .establish(let terms)): return [.established(terms: terms)]
        case (.unestablished, .fill): throw .notEstablished
        case (.established, .establish): throw .alreadyEstablished
        case (.established(let terms, let seats), .fill(let seat)):
            guard Self.most(seats, during: seat.term) < terms.headcount else {
                throw .headcountFull(headcount: terms.headcount)
            }
            return [.filled(seat: seat)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .established(let terms): self = .established(terms, [])
        case .filled(let seat):
            guard case .established(let terms, let seats) = self else { return }
            self = .established(terms, seats + [seat])
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
        guard case .established(let terms, _) = self else { return nil }
        return terms
    }

    /// Who sits on it, and when.
    package var seats: [Seat] {
        guard case .established(_, let seats) = self else { return [] }
        return seats
    }
}
