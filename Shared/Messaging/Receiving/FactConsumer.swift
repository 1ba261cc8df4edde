import AMQP
import Contracts
import Foundation
import Logging
import Metrics
import Postgres

/// Takes facts from the service's queue to its inbox, batch by batch, and acknowledges after COMMIT.
///
/// While one batch is in the database the next is received and read; there is one transaction at a time.
struct FactConsumer: Sendable {
    let database: PostgresPool
    let consumer: Consumer
    let inbox: Inbox
    let logger: Logger
    /// Deliveries applied together at most.
    var most = 1000
    /// Deliveries read together at most, and how long to wait for more than one.
    var portion = 250
    var patience = Duration.milliseconds(3)

    /// Takes until the consumer is shut down.
    func run() async {
        let room = WaitingRoom()
        async let reading: Void = read(into: room)
        await apply(from: room)
        await reading
    }

    private func read(into room: WaitingRoom) async {
        while let deliveries = await consumer.nextBatch(max: portion, within: patience) {
            let reading = Result { try inbox.read(deliveries.lazy.map(\.message)) }
            room.put(WaitingRoom.Group(deliveries: deliveries, reading: reading))
        }
        room.close()
    }

    private func apply(from room: WaitingRoom) async {
        var fault = Duration.milliseconds(100)
        var givenUp = 0
        while let groups = await room.take(most: most) {
            // What waited behind a batch that went back to the broker will come again, after it.
            let groups = groups.filter { ($0.deliveries.last?.generation ?? 0) > givenUp }
            guard let last = groups.last?.deliveries.last else { continue }
            do {
                try await take(groups)
                await consumer.acknowledge(through: last)
                CrashPoint.reach("inbox.after-acknowledge")
                fault = .milliseconds(100)
            } catch {
                // Neither applied nor put aside: the database is away. The broker keeps what it gave.
                logger.warning("facts go back to the broker", metadata: ["error": "\(error)"])
                givenUp = last.generation
                await consumer.requeueAll()
                try? await Task.sleep(for: fault * Double.random(in: 0.5...1.5))
                fault = min(fault * 2, .seconds(10))
            }
        }
    }

    private func take(_ groups: [WaitingRoom.Group]) async throws {
        do {
            let reading = try Inbox.Reading(joining: groups.map { try $0.reading.get() })
            try await database.transaction { [inbox] tx in try inbox.apply(reading, in: tx) }
        } catch let error as PostgresError where error.meansAway {
            throw error
        } catch {
            // One of them cannot be applied: each alone, so that only that one is put aside.
            for delivery in groups.flatMap(\.deliveries) { try await takeAlone(delivery.message) }
        }
        CrashPoint.reach("inbox.after-commit")
    }

    /// Applies one message, or puts it aside with the reason why not.
    func takeAlone(_ message: Message) async throws {
        do {
            try await database.transaction { [inbox] tx in try inbox.apply([message], followers: false, in: tx) }
        } catch let error as PostgresError where error.meansAway {
            throw error
        } catch {
            let reason = error is DecodingError ? "parked" : "retry"
            logger.error(
                "a fact could not be applied",
                metadata: [
                    "id": "\(message.messageID ?? "")", "type": "\(message.type ?? "")", "fate": "\(reason)",
                    "error": "\(error)",
                ]
            )
            Counter(label: "inbox_\(reason)_total").increment()
            try await database.transaction { [inbox] tx in
                try inbox.putAside(message, reason: reason, error: "\(error)", in: tx)
            }
        }
    }
}

extension Inbox {
    /// Enters a fact into the books without applying it.
    func putAside(_ message: Message, reason: String, error: String, in tx: borrowing Transaction) throws {
        let readable = Readable(envelope: try Envelope(of: message), body: message.body)
        guard try register([readable], in: tx).count == 1 else { return }
        try Deferred.put([try Deferred.Item(readable, error: error)], reason: reason, queue: queue, in: tx)
    }
}

extension PostgresError {
    /// Whether the same may succeed a little later: the database is away or busy.
    package var meansUnavailable: Bool { meansAway || meansBusy }

    /// Whether the database was only busy: locked rows, a deadlock that stayed, a statement that took too long.
    var meansBusy: Bool {
        guard case .server(let state) = kind else { return false }
        return state.rawValue.hasPrefix("40") || state.rawValue == "55P03" || state.rawValue == "57014"
    }

    /// Whether the database is out of reach, so that nothing was tried at all.
    var meansAway: Bool {
        switch kind {
        case .connectionLost, .ambiguousCommit, .closed: true
        case .server(let state): state.rawValue.hasPrefix("57P") || state.rawValue.hasPrefix("53")
        case .misuse: false
        }
    }
}
