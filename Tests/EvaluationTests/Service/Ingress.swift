import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("An application of an enterprise's own system", .timeLimit(.minutes(30)))
struct Ingress {
    @Test("is taken into a round of its own enterprise")
    func taken() async throws {
        try await Desk.with { desk in
            let round = try #require(UUID(uuidString: try await desk.openRound()))
            let form = try #require(try Sample.systemApplications().first)
            let first = try await Self.answer(desk, round, form, from: Sample.creditCode)
            guard case .accepted(.some(let application)) = first else {
                Issue.record("\(first)")
                return
            }
            #expect(try await Self.answer(desk, round, form, from: Sample.creditCode) == .accepted(application))
        }
    }

    @Test("does not come back by being sent again after it was taken back, and the answer says so")
    func withdrawn() async throws {
        try await Desk.with { desk in
            let round = try #require(UUID(uuidString: try await desk.openRound()))
            let form = try #require(try Sample.systemApplications().first)
            guard case .accepted(.some(let id)) = try await Self.answer(desk, round, form, from: Sample.creditCode)
            else {
                Issue.record("not taken")
                return
            }
            let target = "/applications/\(id.lowercase)/withdrawal"
            let wrong = await desk.hr("POST", target, json: "{\"reason\":\"电话13812345678\"}", ifMatch: 1)
            #expect(wrong.text.contains("evaluation.personal-number"))
            let back = await desk.hr("POST", target, json: "{\"reason\":\"本人放弃\"}", ifMatch: 1)
            try #require(back.status == 200, "\(back.text)")
            let refused = await #expect(throws: InvalidInput.self) {
                try await Self.answer(desk, round, form, from: Sample.creditCode)
            }
            #expect(refused?.problems.map(\.code) == ["evaluation.application-withdrawn"])
            #expect(try await desk.count("application") == 1)
        }
    }

    @Test("is refused in another's round, in none, and with reasons per member")
    func refused() async throws {
        try await Desk.with { desk in
            let round = try #require(UUID(uuidString: try await desk.openRound()))
            var form = try #require(try Sample.systemApplications().first)
            await #expect(throws: ForeignRound.self) {
                try await Self.answer(desk, round, form, from: "9137160270000001X7")
            }
            await #expect(throws: NotFound.self) {
                try await Self.answer(desk, Sample.id(99), form, from: Sample.creditCode)
            }
            form.documentNumber = "3.72323E+17"
            let refused = await #expect(throws: InvalidInput.self) {
                try await Self.answer(desk, round, form, from: Sample.creditCode)
            }
            #expect(refused?.problems.map(\.field) == ["documentNumber"])
        }
    }

    private static func answer(
        _ desk: Desk,
        _ round: UUID,
        _ form: ApplicationForm,
        from creditCode: String
    ) async throws -> IngressAnswer {
        let cause = Cause(actor: "system", now: Sample.today.start, correlation: Sample.id(50))
        let take = desk.service.definition.takeApplication
        return try await desk.service.database.transaction { tx in
            try take(ApplicationSubmitted(round: round, form: form), from: creditCode, because: cause, in: tx)
        }
    }
}
