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
    private let ground: ServiceGround
    private let database: ScratchDatabase
    let pool: PostgresPool
    private let sealer: KeyRing
    private let clock = BusinessClock(travels: true)
    private let inbox: Inbox
    private let inProcess: Dispatcher
    private let tokens = JWTKeyCollection()
    private let door: ServiceDoor
    private var round = 0

    /// Lends a rig.
    static func with(_ body: (IssueRig) async throws -> Void) async throws {
        try await ServiceGround.with { ground in
            try await ScratchDatabase.with(Main.allMigrations, service: "certificate") { pool, database in
                try await body(IssueRig(ground: ground, database: database, pool: pool))
            }
        }
    }

    private init(ground: ServiceGround, database: ScratchDatabase, pool: PostgresPool) async throws {
        (self.ground, self.database, self.pool) = (ground, database, pool)
        let own = try KeyRing(folder: ground.keys, service: "certificate")
        sealer = try KeyRing(folder: ground.keys, service: "evaluation")
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
        let pem = try String(contentsOfFile: "\(ground.keys)/token/signing-1.pem", encoding: .utf8)
        await tokens.add(ecdsa: try ES256PrivateKey(pem: pem), kid: JWKIdentifier(string: KeyFolder.tokenKeyID))
        door = try ServiceDoor()
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
    func start(crashAt point: String? = nil) async throws -> ServiceProcess {
        try await door.open {
            try ground.start(.certificate, on: database, port: door.port, crashAt: point)
        }
    }

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
        guard var request = door.request("\(path)/\(step)", method: "POST") else { return nil }
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
        return await door.status(of: request)
    }

    /// See ``ServiceGround/giveLeasesBack(in:)``.
    func giveLeaseBack() async throws {
        try await ServiceGround.giveLeasesBack(in: pool)
    }
}
