import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Testing
import ServiceKit
import TestSupport

@testable import EvaluationService

extension Desk {
    /// An expert's id in the pool.
    @discardableResult
    func enterExpert(
        _ number: Int,
        name: String? = nil,
        origin: String = "own",
        knows occupation: Occupation = Sample.welder,
        extra: String = ""
    ) async throws -> String {
        let unit = origin == "own" ? PanelSample.company : "鲁北重工有限公司"
        let entered = await hr(
            "POST",
            "/experts",
            json: """
                {"account":"expert-\(number)","name":"\(name ?? "专家\(number)")","unit":"\(unit)","title":"高级技师",
                 "occupations":[{"code":"\(occupation.code)","edition":"2022","name":"\(occupation.name)"}],"origin":"\(origin)"\(extra)}
                """
        )
        try #require(entered.status == 201, "\(entered.text)")
        return try #require(entered.member("id"))
    }

    /// A disclosed plan's round under a panel rule, with the sample's applications judged.
    func judgedRound(panelRule: String) async throws -> String {
        let body = try Self.planBody(panelRule: panelRule)
            .replacing(/"panel":\[[^\]]*\]/, with: "\"panel\":[]")
        let plan = await hr("POST", "/plans", json: body)
        try #require(plan.status == 201, "\(plan.text)")
        let id = try #require(plan.member("id"))
        try await prove(id)
        let shown = await hr(
            "POST",
            "/plans/\(id)/disclosure",
            json: """
                {"shownToEmployeesOn":"2026-09-01","proof":"照片","sentToAuthorityOn":"2026-09-01","proofOfSending":"回执"}
                """,
            ifMatch: plan.version
        )
        try #require(shown.status == 200, "\(shown.text)")
        let opened = await hr("POST", "/rounds", json: "{\"plan\":\"\(id)\"}")
        let round = try #require(opened.member("id"), "\(opened.text)")
        try #require(await importSample(into: round).status == 200)
        _ = try await step(round, "eligibility")
        try await signRelaxations(round)
        return round
    }

    /// Seats the plan's five as experts of the pool, the first as chair, where the round has no panel yet.
    func formPanel(_ round: String) async throws {
        guard await hr("GET", "/rounds/\(round)/panel").member("state") == "not-formed" else { return }
        struct Expert: Decodable {
            let id, account: String
        }
        let page = await hr("GET", "/experts?limit=100")
        let pool = try WireFormat.decode(Items<Expert>.self, from: page.body).items
        var ids: [String] = []
        for seat in 0..<5 {
            let known = pool.first { $0.account == "expert-\(seat)" }?.id
            if let known { ids.append(known) } else { ids.append(try await enterExpert(seat, name: "委员\(seat)")) }
        }
        let experts = ids.map { "\"\($0)\"" }.joined(separator: ",")
        let formed = await panelStep(
            round,
            "members",
            json: "{\"experts\":[\(experts)],\"chair\":\"\(ids[0])\"}"
        )
        try #require(formed.status < 300, "\(formed.text)")
    }

    /// Calls as a member of the panel.
    func member(
        _ account: String,
        _ method: String,
        _ target: String,
        json: String? = nil,
        ifMatch version: Int? = nil,
        of creditCode: String = Sample.creditCode
    ) async -> PlainResponse {
        await service.call(
            method,
            target,
            as: .evaluator,
            of: creditCode,
            subject: account,
            json: json,
            ifMatch: version
        )
    }

    /// A step of a round's panel, on its present version.
    func panelStep(_ round: String, _ word: String, json: String) async -> PlainResponse {
        let version = await hr("GET", "/rounds/\(round)/panel").version
        return await hr("POST", "/rounds/\(round)/panel/\(word)", json: json, ifMatch: version)
    }

    /// Calls as an employee who is a person of the register.
    func employee(
        _ person: UUID?,
        _ method: String,
        _ target: String,
        json: String? = nil
    ) async -> PlainResponse {
        await service.call(
            method,
            target,
            as: .employee,
            of: Sample.creditCode,
            subject: "employee-1",
            person: person,
            json: json
        )
    }

    /// The person of the register who applied.
    func person(of application: String) async throws -> UUID {
        let shown = await hr("GET", "/applications/\(application)")
        return try #require(shown.member("person").flatMap { UUID(uuidString: $0) }, "\(shown.text)")
    }

    struct Items<Item: Decodable>: Decodable {
        let items: [Item]
    }

    struct Candidate: Decodable, Hashable {
        let application: String
        let name: String
        let workshop: String
    }

    /// Whom a member may judge.
    func candidates(_ round: String, for account: String) async throws -> [Candidate] {
        let shown = await member(account, "GET", "/rounds/\(round)/panel/candidates")
        try #require(shown.status == 200, "\(shown.text)")
        return try WireFormat.decode(Items<Candidate>.self, from: shown.body).items
    }
}
