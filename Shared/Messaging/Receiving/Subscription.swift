import Contracts
import Foundation
import Kernel
import Postgres

/// What wakes a service: a fact of another service, a message of an enterprise, or time.
package struct Subscription: Sendable {
    enum Kind: Sendable {
        case fact(FactReaction)
        case ingress(IngressReaction)
        case tick(name: String, interval: Duration, come: @Sendable (PostgresPool, BusinessClock) async throws -> Bool)
    }

    let kind: Kind

    /// Reacts to facts of one type.
    ///
    /// The reaction gets all facts of the type that came together, in the order they were told, in one transaction. It
    /// is total: a fact cannot be refused. And it may be asked again after a fault, so it is idempotent.
    package static func on<F: Fact>(
        _ type: F.Type,
        _ react: @escaping @Sendable ([Received<F>], borrowing Transaction) throws -> Void
    ) -> Subscription {
        Subscription(
            kind: .fact(
                FactReaction(
                    type: F.type,
                    name: F.name,
                    decode: { body in try WireFormat.decode(F.self, from: body) },
                    react: { readables, now, tx in
                        let received = try readables.map { readable in
                            // What could not be read ahead is read again, for the error it throws.
                            let ahead = readable.fact as? F
                            return Received(
                                message: try ahead ?? WireFormat.decode(F.self, from: readable.body),
                                cause: readable.envelope.cause(now: now),
                                envelope: readable.envelope
                            )
                        }
                        try react(received, tx)
                    }
                )
            )
        )
    }

    /// Answers messages of one type that enterprises' own systems send.
    ///
    /// Each message is answered once, in a transaction of its own. A rejection thrown becomes a rejected answer.
    package static func take<M: IngressMessage>(
        _ type: M.Type,
        _ answer: @escaping @Sendable (Received<M>, _ creditCode: String, borrowing Transaction) throws -> IngressAnswer
    ) -> Subscription {
        Subscription(
            kind: .ingress(
                IngressReaction(name: M.name) { body, envelope, now, creditCode, tx in
                    let message = try WireFormat.decode(M.self, sent: body)
                    let cause = envelope.cause(now: now)
                    return try answer(
                        Received(message: message, cause: cause, envelope: envelope),
                        creditCode,
                        tx
                    )
                }
            )
        )
    }

    /// Comes back in a fixed rhythm with business time; true means that more is due at once.
    package static func every(
        _ interval: Duration,
        _ name: String,
        _ act: @escaping @Sendable (Date, borrowing Transaction) throws -> Bool
    ) -> Subscription {
        Subscription(
            kind: .tick(name: name, interval: interval) { database, clock in
                try await database.transaction { tx in
                    try clock.refresh(in: tx)
                    return try act(try clock.agreed(in: tx), tx)
                }
            }
        )
    }

    /// Comes back in a fixed rhythm to look at places outside the database, and holds no transaction while it looks.
    ///
    /// What is chosen in one transaction is looked at outside of any, and noted in another. A crash between the two, or a stop while it looks, loses what was seen: so `choose` marks each
    /// place with the time of its next look, and passes over those that other replicas choose (`FOR UPDATE SKIP LOCKED`).
    ///
    /// - Parameters:
    ///   - interval: The rhythm.
    ///   - name: What logs call it.
    ///   - most: How many are looked at together.
    ///   - since: Since when a place is due; where the first is more than a minute late the log says so.
    ///   - choose: The places that are due, those longest first, not more than can be looked at soon; true means that more is due
    ///     at once.
    ///   - see: Looks at one; it keeps its own patience, and what goes wrong is part of what it sees.
    ///   - note: Writes what was seen, at the time after the last look. Since the choice everything may have changed.
    /// - Returns: The subscription.
    package static func look<Place: Sendable, Sight: Sendable>(
        every interval: Duration,
        _ name: String,
        together most: Int = 8,
        since: @escaping @Sendable (Place) -> Date? = { _ in nil },
        choose: @escaping @Sendable (Date, borrowing Transaction) throws -> (places: [Place], more: Bool),
        see: @escaping @Sendable (Place) async -> Sight,
        note: @escaping @Sendable ([(place: Place, sight: Sight)], Date, borrowing Transaction) throws -> Void
    ) -> Subscription {
        let look = Look(name: name, most: most, since: since, choose: choose, see: see, note: note)
        return Subscription(
            kind: .tick(name: name, interval: interval) { database, clock in try await look.round(database, clock) }
        )
    }

    /// The fact's name this reacts to, where it is one: `publicity.completed`.
    package var fact: String? {
        guard case .fact(let reaction) = kind else { return nil }
        return reaction.name
    }

    /// What comes back in a fixed rhythm, where this is one; coming says whether more is due at once.
    package var tick: (name: String, come: @Sendable (PostgresPool, BusinessClock) async throws -> Bool)? {
        guard case .tick(let name, _, let come) = kind else { return nil }
        return (name, come)
    }

    /// The enterprises' message this answers, where it is one.
    package var ingress: String? {
        guard case .ingress(let reaction) = kind else { return nil }
        return reaction.name
    }
}

/// The answer to an enterprise's message.
package enum IngressAnswer: Hashable, Sendable {
    /// Taken; what was made of it.
    case accepted(UUID?)
    /// Not taken, with reasons per member.
    case rejected([RefusalReason])
}

/// A reaction with its type taken away.
struct FactReaction: Sendable {
    let type: String
    let name: String
    let decode: @Sendable ([UInt8]) throws -> any Fact
    let react: @Sendable ([Readable], Date, borrowing Transaction) throws -> Void
}

/// An answer with its type taken away.
struct IngressReaction: Sendable {
    let name: String
    let answer: @Sendable ([UInt8], Envelope, Date, String, borrowing Transaction) throws -> IngressAnswer
}

extension Envelope {
    /// What this message causes.
    func cause(now: Date) -> Cause {
        Cause(
            actor: "service:"
                + (source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source[$0...].dropFirst() } ?? source[...]),
            now: now,
            correlation: correlation,
            causation: id,
            traceparent: traceparent
        )
    }
}
