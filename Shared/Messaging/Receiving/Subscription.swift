import Contracts
import Foundation
import Kernel
import Postgres

/// What wakes a service: a fact of another service, a message of an enterprise, or time.
package struct Subscription: Sendable {
    enum Kind: Sendable {
        case fact(FactReaction)
        case ingress(IngressReaction)
        case tick(name: String, interval: Duration, act: @Sendable (Date, borrowing Transaction) throws -> Bool)
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
                    let message = try WireFormat.decode(M.self, from: body)
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
        Subscription(kind: .tick(name: name, interval: interval, act: act))
    }

    /// The fact's name this reacts to, where it is one: `publicity.completed`.
    package var fact: String? {
        guard case .fact(let reaction) = kind else { return nil }
        return reaction.name
    }

    /// What comes back in a fixed rhythm, where this is one.
    package var tick: (name: String, act: @Sendable (Date, borrowing Transaction) throws -> Bool)? {
        guard case .tick(let name, _, let act) = kind else { return nil }
        return (name, act)
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
