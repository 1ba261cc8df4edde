import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("What the evaluation service keeps", .timeLimit(.minutes(30)))
struct Registers {
    static func person(_ name: String, _ number: String, telephone: String? = nil) -> PersonalIdentity {
        PersonalIdentity(name: name, documentType: "居民身份证", documentNumber: number, telephone: telephone)
    }

    @Test("one document is one person, one name may be two, and another name is told apart")
    func persons() async throws {
        try await Desk.with { desk in
            let register = desk.service.definition.stores.persons
            let (first, second) = (Self.person("王建国", "11010519491231002X"), Self.person("王建国", "440524188001010014"))
            let found = try await desk.service.database.transaction { tx in
                let entered = try register.enrol([first, second, first], in: tx)
                let again = try register.enrol([Self.person("王建国", "11010519491231002X", telephone: "0543-1")], in: tx)
                let other = try register.enrol([Self.person("王建军", "11010519491231002X")], in: tx)
                return (entered, again, other)
            }
            #expect(found.0[0] == found.0[2])
            #expect(found.0[0] != found.0[1])
            #expect(found.1 == [found.0[0]])
            #expect(found.2 == [nil])
        }
    }

    @Test("an aggregate comes back as it was saved, and a version that has passed is refused")
    func versions() async throws {
        try await Desk.with { desk in
            let rounds = desk.service.definition.stores.rounds
            let cause = Cause.system("test", now: Sample.today.start)
            let terms = try Sample.terms()
            let id = Sample.id(60)
            try await desk.service.database.transaction { tx in
                var round = Stored<Round>(new: id)
                try round.handle(.open(plan: Sample.id(3), terms: terms, isDisclosed: true))
                try rounds.save([round], because: cause, in: tx)
            }
            let loaded = try await desk.service.database.transaction { tx in try rounds.load(id, in: tx) }
            #expect(loaded.version == 1)
            #expect(loaded.state == .collecting(plan: Sample.id(3), terms: terms))
            func close(_ round: Stored<Round>) async throws {
                try await desk.service.database.transaction { tx in
                    var round = round
                    try round.handle(.close(applications: 1))
                    try rounds.save([round], because: cause, in: tx)
                }
            }
            try await close(loaded)
            await #expect(throws: VersionMismatch.self) { try await close(loaded) }
            let kinds = try await desk.service.database.transaction { tx in
                try tx.query("SELECT kind FROM journal WHERE aggregate_id = \(id) ORDER BY version")
                    .map { try $0.decode("kind", as: String.self) }
            }
            #expect(kinds == ["opened", "closed"])
        }
    }

    @Test("twenty imports of the same file at once make twelve applications")
    func race() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<20 { group.addTask { try await desk.importSample(into: round).status } }
                for try await status in group { #expect(status == 200) }
            }
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "12")
        }
    }
}
