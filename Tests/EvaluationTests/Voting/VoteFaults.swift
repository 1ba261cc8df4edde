import Contracts
import Crypto
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@testable import EvaluationService

/// The real executable asked over its own port with the officers' codes, killed in the middle of the answer, and started again.
@Suite("A vote, whose service is killed between and beside the two codes", .serialized, .timeLimit(.minutes(30)))
struct VoteFaults {
    @Test("is counted once: every ballot, none twice, and every member finds the own receipt")
    func goesOn() async throws {
        let keys = FileManager.default.temporaryDirectory.appending(path: "keys-\(UUID().uuidString)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: keys) }
        try KeyFolder.create(at: keys, services: ServiceName.allCases.map(\.rawValue))
        try await ScratchBroker.with { broker in
            try await broker.load(definitions: WireFormat.encode(Topology.planned))
            try await ServiceUnderTest.with(Main.self, keys: keys) { service, database in
                let desk = Desk(service: service)
                try await desk.begin()
                let (round, codes) = try await desk.voting()
                let receipts = try await desk.castBallots(round, against: ["韩志勇"])
                let running = try Running(round: round, desk: desk, database: database, broker: broker, keys: keys)
                for point in ["vote.before-peel", "vote.after-peel"] {
                    try await running.dies(at: point, place: 0, code: codes[0])
                    #expect(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "state") == "closed")
                    #expect(try await CuriousOperator.box(desk).count == 5, "\(point)")
                }
                // Its answer is lost, not what it did: between the two codes the process is gone.
                try await running.dies(at: "http.after-commit", place: 0, code: codes[0])
                #expect(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "state") == "peeled")
                #expect(try await running.answers(place: 0, code: codes[0]) == 200)
                for point in ["vote.before-count", "vote.after-count"] {
                    try await running.dies(at: point, place: 1, code: codes[1])
                    #expect(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "state") == "peeled")
                    #expect(try await CuriousOperator.box(desk).count == 5, "\(point)")
                }
                #expect(try await running.answers(place: 1, code: codes[1]) == 200)
                #expect(try await CuriousOperator.box(desk).isEmpty)
                let shown = await desk.hr("GET", "/rounds/\(round)/tally")
                let tally = try WireFormat.decode(VotingStory.Tally.self, from: shown.body)
                #expect(Set(tally.receipts) == Set(receipts) && tally.receipts.count == 5)
                #expect(tally.candidates.allSatisfy { $0.isApproved == ($0.name != "韩志勇") })
                let kinds = try await service.database.transaction { tx in
                    try tx.query(
                        "SELECT kind FROM journal_readable WHERE aggregate = 'voting' AND kind IN ('peeled', 'counted') ORDER BY 1"
                    ).map { try $0.decode("kind", as: String.self) }
                }
                #expect(kinds == ["counted", "peeled"])
            }
        }
    }
}

/// The service as a process of its own, beside the one of the test on the same database.
private struct Running {
    let round: String
    let desk: Desk
    let database: ScratchDatabase
    let broker: ScratchBroker
    let keys: String
    private let port: Int
    private let signing: P256.Signing.PrivateKey

    init(round: String, desk: Desk, database: ScratchDatabase, broker: ScratchBroker, keys: String) throws {
        (self.round, self.desk, self.database, self.broker, self.keys) = (round, desk, database, broker, keys)
        port = try FreePort.find()
        let pem = try String(contentsOfFile: "\(keys)/token/signing-1.pem", encoding: .utf8)
        signing = try P256.Signing.PrivateKey(pemRepresentation: pem)
    }

    /// Hands a code in to a process that kills itself at that point: no answer comes.
    func dies(at point: String, place: Int, code: String) async throws {
        let dying = try await start(crashAt: point)
        let answer = try await count(place, code)
        #expect(answer == nil, "answered at \(point)")
        if answer != nil { await dying.kill() }
        #expect(await dying.wasKilled(), "\(point)")
    }

    /// Hands a code in, with the key of the request that was never answered, to a process that lives.
    func answers(place: Int, code: String) async throws -> Int? {
        let living = try await start()
        let answer = try await count(place, code)
        await living.kill()
        return answer
    }

    private func start(crashAt point: String? = nil) async throws -> ServiceProcess {
        try await desk.service.database.transaction { tx in _ = try tx.execute("DELETE FROM task_lease") }
        var address = URLComponents(string: ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"] ?? "")
        address?.user = database.configuration.user
        address?.password = database.configuration.password
        address?.path = "/" + (database.configuration.database ?? "")
        let process = try ServiceProcess(
            "evaluation",
            [
                "GONGJIANG_DATABASE_URL": address?.string ?? "", "GONGJIANG_AMQP_URL": broker.url,
                "GONGJIANG_KEYS": keys, "GONGJIANG_CLOCK": "travel", "GONGJIANG_HTTP_PORT": "\(port)",
                "GONGJIANG_LOG_LEVEL": "error", "CRASH_AT": point ?? "",
            ]
        )
        let isThere = try await eventually { await status(of: request("/health/live")) == 200 }
        guard isThere else {
            await process.kill()
            throw NotFound("a service at \(point ?? "no crash point")")
        }
        return process
    }

    private func count(_ place: Int, _ code: String) async throws -> Int? {
        let (role, account) = Desk.officers[place]
        guard var request = request("/rounds/\(round)/count\(await desk.vote(of: round))") else { return nil }
        request.httpMethod = "POST"
        request.setValue("Bearer \(try token(role, account))", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("count-\(place)", forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = Data("{\"code\":\"\(code)\"}".utf8)
        return await status(of: request)
    }

    private func request(_ path: String) -> URLRequest? {
        URL(string: "http://127.0.0.1:\(port)\(path)").map { URLRequest(url: $0) }
    }

    private func status(of request: URLRequest?) async -> Int? {
        guard let request else { return nil }
        return try? await (Self.session.data(for: request).1 as? HTTPURLResponse)?.statusCode
    }

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.connectionProxyDictionary = [:]
        configuration.timeoutIntervalForRequest = 20
        return URLSession(configuration: configuration)
    }()

    /// A token as the operator's sign-in gives it.
    private func token(_ role: Role, _ account: String) throws -> String {
        let header = "{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"\(KeyFolder.tokenKeyID)\"}"
        let expires = Int(Date().timeIntervalSince1970) + 3600
        let claims =
            "{\"iss\":\"gongjiang\",\"sub\":\"\(account)\",\"role\":\"\(role.rawValue)\","
            + "\"org\":\"\(Sample.creditCode)\",\"exp\":\(expires)}"
        let text = [header, claims].map { Self.text(Data($0.utf8)) }.joined(separator: ".")
        return try "\(text).\(Self.text(signing.signature(for: Data(text.utf8)).rawRepresentation))"
    }

    private static func text(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
