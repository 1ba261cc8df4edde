import AMQP
import Contracts
import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport

@testable import PublicityTimerService

/// Where the real executable is run on notices that are due, killed, and run again.
///
/// One database and one virtual host for all rounds; each round opens notices of its own and lets a week and a half pass.
final class CompletionRig {
    /// A queue beside the planned ones, of which only this test takes.
    private static let watch = "watch"

    private let ground: ServiceGround
    private let database: ScratchDatabase
    private let pool: PostgresPool
    private let clock = BusinessClock(travels: true)
    private let inbox: Inbox
    private var round = 0
    private var day = Sample.day("2026-01-05")

    /// Lends a rig.
    static func with(_ body: (CompletionRig) async throws -> Void) async throws {
        try await ServiceGround.with { ground in
            try await ground.broker.declareQueue(watch)
            try await ground.broker.bind(watch, to: Topology.facts, key: PublicityCompleted.name)
            let name = ServiceName.publicityTimer
            try await ScratchDatabase.with(Main.allMigrations, service: name.database) { pool, database in
                try await body(CompletionRig(ground: ground, database: database, pool: pool))
            }
        }
    }

    private init(ground: ServiceGround, database: ScratchDatabase, pool: PostgresPool) throws {
        (self.ground, self.database, self.pool) = (ground, database, pool)
        let name = ServiceName.publicityTimer
        let definition = try Main(
            ServiceEnvironment(
                outbox: Outbox(service: name),
                journal: Journal(),
                keys: KeyRing(folder: ground.keys, service: name.rawValue)
            )
        )
        inbox = Inbox(service: name, subscriptions: definition.subscriptions, clock: clock)
    }

    /// Opens so many notices, which are due together, and lets their end pass; answers their lists.
    ///
    /// What opening them told is forgotten: the round is about their completion alone.
    func makeDue(_ count: Int) async throws -> [UUID] {
        round += 1
        let lists = (0..<count).map { Sample.id(10_000 * round + $0) }
        try await travel(to: day.start.addingTimeInterval(12 * 3600))
        let now = clock.now
        let messages = try lists.map { list in
            let fact = Sample.proposed(
                list: list,
                publishedOn: day.description,
                names: Array(Sample.proposedNames.prefix(1))
            )
            return try Message(telling: fact, from: .evaluation, sequence: 1, at: now)
        }
        try await pool.transaction { [inbox] tx in try inbox.apply(messages, in: tx) }
        try await pool.transaction { tx in
            try tx.execute("DELETE FROM outbox")
            try tx.execute("UPDATE channel SET check_at = NULL")
            try tx.execute("UPDATE notice_page SET judge_at = NULL")
        }
        // A week and a half, and another where the Spring Festival lies in between.
        day = day.adding(days: 21)
        try await travel(to: day.start)
        return lists
    }

    private func travel(to time: Date) async throws {
        try await pool.transaction { [clock] tx in
            try clock.travel(to: time, in: tx)
            try clock.refresh(in: tx)
        }
    }

    /// Starts the service; it kills itself at the crash point where one is given.
    func start(crashAt point: String? = nil) throws -> ServiceProcess {
        try ground.start(.publicityTimer, on: database, crashAt: point)
    }

    /// See ``ServiceGround/giveLeasesBack(in:)``.
    func giveLeaseBack() async throws {
        try await ServiceGround.giveLeasesBack(in: pool)
    }

    /// Whether all of these lists' notices are completed and nothing is left to be sent.
    func isAtRest(_ lists: [UUID]) async throws -> Bool {
        try await pool.transaction { tx in
            try tx.query(
                """
                SELECT NOT EXISTS (SELECT FROM outbox) AND NOT EXISTS (
                    SELECT FROM notice WHERE list = ANY (\(lists)::uuid[]) AND phase <> 'completed') AS it
                """
            ).first?.decode("it") ?? false
        }
    }

    /// How often something was said of the completion of a list: in the journal, and as facts in the archive.
    struct Account: Hashable {
        let journalled: Int
        let announced: Int
        let copied: Int
    }

    /// What is on record of each of these lists.
    func accounts(of lists: [UUID]) async throws -> [Account] {
        try await pool.transaction { tx in
            try tx.query(
                """
                SELECT
                    (SELECT count(*) FROM journal WHERE aggregate_id = notice.id AND kind = 'completed') AS journalled,
                    (SELECT count(*) FROM outbox_archive WHERE subject = notice.id AND sent
                        AND routing_key = \(PublicityCompleted.name)) AS announced,
                    (SELECT count(*) FROM outbox_archive WHERE subject = notice.id
                        AND exchange = \(Topology.enterprise)
                        AND routing_key LIKE '%.' || \(PublicityCompleted.name)::text) AS copied
                FROM notice WHERE list = ANY (\(lists)::uuid[])
                """
            ).map {
                Account(
                    journalled: try $0.decode("journalled"),
                    announced: try $0.decode("announced"),
                    copied: try $0.decode("copied")
                )
            }
        }
    }

    /// Takes the completions the broker was sent: each list, with the facts that say it.
    func heard() async throws -> [UUID: Set<PublicityCompleted>] {
        var heard: [UUID: Set<PublicityCompleted>] = [:]
        while try await ground.broker.depth(Self.watch) != 0 {
            for message in try await ground.broker.get(Self.watch, count: 1000) {
                let fact = try WireFormat.decode(PublicityCompleted.self, from: Array(message.body.utf8))
                heard[fact.about.list, default: []].insert(fact)
            }
        }
        return heard
    }
}
