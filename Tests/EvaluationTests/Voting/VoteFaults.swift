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
        try await ServiceGround.with { ground in
            try await ServiceUnderTest.with(Main.self, keys: ground.keys) { service, database in
                let desk = Desk(service: service)
                try await desk.begin()
                let (round, codes) = try await desk.voting()
                let receipts = try await desk.castBallots(round, against: ["韩志勇"])
                let running = try Running(round: round, desk: desk, ground: ground, database: database)
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
    let ground: ServiceGround
    let database: ScratchDatabase
    private let door: ServiceDoor
    private let signing: P256.Signing.PrivateKey

    init(round: String, desk: Desk, ground: ServiceGround, database: ScratchDatabase) throws {
        (self.round, self.desk, self.ground, self.database) = (round, desk, ground, database)
        door = try ServiceDoor()
        let pem = try String(contentsOfFile: "\(ground.keys)/token/signing-1.pem", encoding: .utf8)
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
        try await ServiceGround.giveLeasesBack(in: desk.service.database)
        return try await door.open {
            try ground.start(.evaluation, on: database, port: door.port, crashAt: point)
        }
    }

    private func count(_ place: Int, _ code: String) async throws -> Int? {
        let (role, account) = Desk.officers[place]
        let path = "/rounds/\(round)/count\(await desk.vote(of: round))"
        guard var request = door.request(path, method: "POST") else { return nil }
        request.setValue("Bearer \(try token(role, account))", forHTTPHeaderField: "Authorization")
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("count-\(place)", forHTTPHeaderField: "Idempotency-Key")
        request.httpBody = Data("{\"code\":\"\(code)\"}".utf8)
        return await door.status(of: request)
    }

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
