import AMQP
import Contracts
import Cryptography
import Foundation
import JWTKit
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@testable import CertificateService

/// Where the real executable is asked over its own port, killed in the middle of the answer, started anew and asked again.
///
/// One database and one virtual host for all rounds; each round has a batch of its own.
final class IssueRig {
    private let broker: ScratchBroker
    private let database: ScratchDatabase
    let pool: PostgresPool
    private let keys: String
    private let sealer: KeyRing
    private let clock = BusinessClock(travels: true)
    private let inbox: Inbox
    private let inProcess: Dispatcher
    private let tokens = JWTKeyCollection()
    private let port: Int
    private var round = 0

    /// Lends a rig.
    static func with(_ body: (IssueRig) async throws -> Void) async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
        try await ScratchBroker.with { broker in
            try await broker.load(definitions: WireFormat.encode(Topology.planned))
            try await ScratchDatabase.with(Main.allMigrations, service: "certificate") { pool, database in
                try await body(IssueRig(broker: broker, database: database, pool: pool, keys: keys))
            }
        }
    }

    private init(broker: ScratchBroker, database: ScratchDatabase, pool: PostgresPool, keys: String) async throws {
        (self.broker, self.database, self.pool, self.keys) = (broker, database, pool, keys)
        let own = try KeyRing(folder: keys, service: "certificate")
        sealer = try KeyRing(folder: keys, service: "evaluation")
        let definition = try Main(
            ServiceEnvironment(
                outbox: Outbox(service: .certificate),
                journal: Journal(),
                keys: own,
                settings: { $0 == "clock" ? "travel" : nil }
            )
        )
        inbox = Inbox(service: .certificate, subscriptions: definition.subscriptions, clock: clock)
        inProcess = Dispatcher(
            routes: definition.routes,
            access: Main.access,
            messages: Main.messages,
            database: pool,
            clock: clock,
            keys: own,
            authenticate: { Self.caller($0) },
            logger: Logger(label: "test")
        )
        let pem = try String(contentsOfFile: "\(keys)/token/signing-1.pem", encoding: .utf8)
        await tokens.add(ecdsa: try ES256PrivateKey(pem: pem), kid: JWKIdentifier(string: KeyFolder.tokenKeyID))
        port = try Self.freePort()
        // It runs alone: there is nobody who could tell it history.
        try await pool.transaction { tx in
            _ = try tx.execute(
                """
                INSERT INTO history_asked (speaker, request, asked_at, heard_at)
                SELECT speaker, gen_random_uuid(), now(), now()
                FROM unnest(\(Plan.heard(by: .certificate).map(\.rawValue))::text[]) AS t (speaker)
                ON CONFLICT DO NOTHING
                """
            )
        }
    }

    private static func caller(_ token: String) -> Caller? {
        guard let role = Role(rawValue: token) else { return nil }
        let organisation = role.isOfEnterprise ? Samples.enterprise.creditCode : nil
        return Caller(subject: token, name: token, role: role, organisation: organisation, person: nil, county: nil)
    }

    /// A port nobody listens on just now.
    private static func freePort() throws -> Int {
        let socket = try ListeningSocket()
        defer { socket.close() }
        return socket.port
    }

    func travel(to day: String) async throws {
        let noon = Samples.day(day).start.addingTimeInterval(12 * 3600)
        try await pool.transaction { [clock] tx in
            try clock.travel(to: noon, in: tx)
            try clock.refresh(in: tx)
        }
    }

    /// A new batch of three, taken through some steps; gives its path.
    func batch(_ steps: [(step: String, role: Role)]) async throws -> String {
        round += 1
        let list = try Bench.approved(500 + round, names: ["王建国", "李明", "张强"], sealer: sealer)
        let message = try Message(telling: list, from: .evaluation, sequence: round, at: clock.now)
        try await pool.transaction { [inbox] tx in try inbox.apply([message], in: tx) }
        let id = try await pool.transaction { tx in
            try tx.query("SELECT id FROM registration WHERE determination = \(list.determination)").first?
                .decode("id", as: UUID.self)
        }
        let path = "/registrations/\((id ?? UUID()).lowercase)"
        for step in steps {
            let answer = try await askInProcess(path, step.step, as: step.role)
            guard answer.status == 200 else { throw NotFound(answer.text) }
        }
        try await pool.transaction { tx in _ = try tx.execute("DELETE FROM outbox") }
        return path
    }

    /// Lets batches opened from a day on have their numbers reserved.
    func reserveNumbers(from day: String) async throws {
        let answer = await inProcess.respond(
            to: PlainRequest(
                "POST",
                "/configuration/procedure",
                headers: ["authorization": "Bearer \(Role.bureauOfficer.rawValue)"],
                body: Array(Bench.procedure(numbers: "reserved", from: day).utf8)
            )
        )
        guard answer.status == 201 else { throw NotFound(answer.text) }
    }

    private func askInProcess(_ path: String, _ step: String, as role: Role) async throws -> PlainResponse {
        let version = try await version(path)
        return await inProcess.respond(
            to: PlainRequest(
                "POST",
                "\(path)/\(step)",
                headers: ["authorization": "Bearer \(role.rawValue)", "if-match": "\"\(version)\""],
                body: Array(Bench.passed.utf8)
            )
        )
    }

    func version(_ path: String) async throws -> Int {
        let id = UUID(uuidString: String(path.split(separator: "/").last ?? "")) ?? UUID()
        return try await pool.transaction { tx in
            try tx.query("SELECT version FROM registration WHERE id = \(id)").first?.decode("version") ?? 0
        }
    }

    /// Starts the service and waits until it answers; it kills itself at the crash point where one is given.
    func start(crashAt point: String? = nil) async throws -> Replica {
        var address = URLComponents(string: ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"] ?? "")
        address?.user = database.configuration.user
        address?.password = database.configuration.password
        address?.path = "/" + (database.configuration.database ?? "")
        let replica = try Replica(
            of: "certificate",
            [
                "GONGJIANG_DATABASE_URL": address?.string ?? "", "GONGJIANG_AMQP_URL": broker.url,
                "GONGJIANG_KEYS": keys, "GONGJIANG_CLOCK": "travel", "GONGJIANG_HTTP_PORT": "\(port)",
                "GONGJIANG_LOG_LEVEL": "error", "CRASH_AT": point ?? "",
            ]
        )
        let isThere = try await eventually { await self.get("/health/live") == 200 }
        guard isThere else {
            await replica.kill()
            throw NotFound("a service at \(point ?? "no crash point")")
        }
        return replica
    }

    private func get(_ path: String) async -> Int? {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { return nil }
        return try? await (Self.session.data(from: url).1 as? HTTPURLResponse)?.statusCode
    }

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.connectionProxyDictionary = [:]
        configuration.timeoutIntervalForRequest = 20
        return URLSession(configuration: configuration)
    }()

    private struct Claims: JWTPayload {
        var iss = "gongjiang"
        let sub: String
        let role: String
        let org: String?
        var exp = ExpirationClaim(value: Date(timeIntervalSinceNow: 3600))
        func verify(using _: some JWTAlgorithm) throws {}
    }

    /// Asks the running service; nil where it did not answer.
    func ask(_ path: String, _ step: String, as role: Role, version: Int, key: String) async throws -> Int? {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)/\(step)") else { return nil }
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        let claims = Claims(
            sub: role.rawValue,
            role: role.rawValue,
            org: role.isOfEnterprise ? Samples.enterprise.creditCode : nil
        )
        let token = try await tokens.sign(claims, kid: JWKIdentifier(string: KeyFolder.tokenKeyID))
        request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("\"\(version)\"", forHTTPHeaderField: "If-Match")
        request.setValue(key, forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = step == "provincial-audit" ? Data(Bench.passed.utf8) : nil
        return try? await (Self.session.data(for: request).1 as? HTTPURLResponse)?.statusCode
    }

    /// The lease of a relay that was killed would run out in some seconds, for which no test needs to wait.
    func giveLeaseBack() async throws {
        try await pool.transaction { tx in _ = try tx.execute("DELETE FROM task_lease") }
    }
}
