import AMQP
import Contracts
import Foundation
import Metrics
import Postgres

/// Takes deliveries into a transaction: each fact once, those of one subject in the order of their numbers.
///
/// The transaction holds the inbox rows, the positions, what the reactions changed and what they announced; the
/// deliveries are acknowledged after its COMMIT.
package struct Inbox: Sendable {
    /// A service that is heard.
    struct Speaker: Sendable {
        /// The broker's user of it; the broker vouches for the user a message names.
        let user: String
        /// What the types of its facts begin with.
        let says: [String]
    }

    let service: ServiceName
    let queue: String
    /// By CloudEvents type.
    let reactions: [String: FactReaction]
    let clock: BusinessClock
    /// By CloudEvents source.
    let heard: [String: Speaker]
    /// The broker's user of a service.
    let userOf: @Sendable (ServiceName) -> String

    /// - Parameters:
    ///   - service: who hears.
    ///   - subscriptions: what it reacts to; the others are passed over.
    ///   - clock: business time.
    ///   - userOf: the broker's user of a speaker.
    package init(
        service: ServiceName,
        subscriptions: [Subscription],
        clock: BusinessClock,
        userOf: @escaping @Sendable (ServiceName) -> String = \.rawValue
    ) {
        self.service = service
        self.clock = clock
        self.userOf = userOf
        heard = Dictionary(
            Plan.heard(by: service).map { speaker in
                (speaker.source, Speaker(user: userOf(speaker), says: speaker.speaks.map { "gongjiang.\($0)." }))
            },
            uniquingKeysWith: { first, _ in first }
        )
        queue = Topology.queue(of: service)
        reactions = Dictionary(
            subscriptions.compactMap { subscription in
                guard case .fact(let reaction) = subscription.kind else { return nil }
                return (reaction.type, reaction)
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Applies what these deliveries tell.
    ///
    /// With `followers` facts that have been waiting for these are applied as well; without, they are left to the sweeper,
    /// each in a transaction of its own, so that a bad one cannot take a good one back with it.
    package func apply(_ messages: [Message], followers: Bool = true, in tx: borrowing Transaction) throws {
        try apply(try read(messages), followers: followers, in: tx)
    }

    /// Applies what was read from deliveries.
    func apply(_ reading: Reading, followers: Bool = true, in tx: borrowing Transaction) throws {
        try clock.refresh(in: tx)
        try Deferred.put(reading.unreadable, reason: "parked", queue: queue, in: tx)
        Counter(label: "inbox_parked_total").increment(by: reading.unreadable.count)
        let fresh = try register(reading.readables, in: tx)
        CrashPoint.reach("inbox.after-register")
        try advance(fresh, followers: followers, in: tx)
        for word in reading.words { try HistoryBook.take(word, in: tx) }
        CrashPoint.reach("inbox.before-commit")
    }

    /// Runs the reactions, each with the longest run of facts of its type.
    func react(to facts: [Readable], in tx: borrowing Transaction) throws {
        let now = clock.now
        var start = facts.startIndex
        while start < facts.endIndex {
            let type = facts[start].envelope.type
            let end = facts[start...].firstIndex { $0.envelope.type != type } ?? facts.endIndex
            if let reaction = reactions[type] {
                try reaction.react(Array(facts[start..<end]), now, tx)
                Counter(label: "facts_applied_total", dimensions: [("type", type)]).increment(by: end - start)
            } else {
                Counter(label: "facts_passed_over_total").increment(by: end - start)
            }
            start = end
        }
    }
}
