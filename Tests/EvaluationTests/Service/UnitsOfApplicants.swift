import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("The unit an applicant works in", .timeLimit(.minutes(30)))
struct UnitsOfApplicants {
    private static let foundry = unit(91, "邹平渤远铸造有限公司", "91371681MA3N000221")
    private static let plant = unit(92, "机加二厂", nil)

    private static func unit(
        _ number: UInt8,
        _ name: String,
        _ code: String?,
        closedOn: LocalDate? = nil
    ) -> EnterpriseUnit {
        EnterpriseUnit(
            id: Sample.id(number),
            kind: code == nil ? .plant : .subsidiary,
            name: name,
            creditCode: code,
            county: "371681",
            employees: 100,
            closedOn: closedOn
        )
    }

    private static func changed(
        _ units: [EnterpriseUnit],
        name: String = Sample.scope.enterpriseName
    ) -> EnterpriseChanged {
        EnterpriseChanged(
            changed: Sample.enterprise,
            enterpriseName: name,
            jurisdiction: "371602",
            units: units,
            changedOn: Sample.today
        )
    }

    private static func accepted(_ units: [UUID]?, coversEnterprise: Bool?, by desk: Desk) -> FilingAccepted {
        let fact = desk.filingAccepted
        return FilingAccepted(
            filing: Sample.id(3),
            filer: fact.filer,
            enterpriseName: fact.enterpriseName,
            agencyCode: fact.agencyCode,
            authority: fact.authority,
            occupations: fact.occupations,
            workPlanVersion: 1,
            workPlanDigest: "d",
            receiptNumber: "滨特备2026-2",
            acceptedOn: fact.acceptedOn,
            validFrom: fact.validFrom,
            validThrough: fact.validThrough,
            units: units,
            coversEnterprise: coversEnterprise
        )
    }

    /// What an application from a unit is answered.
    private static func apply(from unit: String, to round: String, at desk: Desk) async throws -> PlainResponse {
        var form = try #require(try Sample.systemApplications().first)
        form.unit = unit
        return await desk.hr(
            "POST",
            "/rounds/\(round)/applications",
            json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
        )
    }

    @Test("is free where the enterprise has no units on record")
    func free() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            #expect(try await Self.apply(from: "随便哪个分厂", to: round, at: desk).status == 201)
        }
    }

    @Test("is the enterprise or one of its units, by name or code, where it has any; a closed one is none")
    func whole() async throws {
        try await Desk.with { desk in
            try await desk.service.hear(
                Self.changed([Self.foundry, Self.plant], name: "渤远股份"),
                from: .filing,
                sequence: 2
            )
            let round = try await desk.openRound()
            let refused = try await Self.apply(from: "机加三厂", to: round, at: desk)
            #expect(refused.status == 400)
            #expect(refused.member("errors", "0", "field") == "unit")
            #expect(refused.member("errors", "0", "code") == "evaluation.unit-not-covered")
            #expect(refused.member("errors", "0", "message")?.contains("渤远股份、邹平渤远铸造有限公司、机加二厂") == true)
            let closed = Self.unit(92, "机加二厂", nil, closedOn: Sample.today)
            try await desk.service.hear(Self.changed([Self.foundry, closed], name: "渤远股份"), from: .filing, sequence: 3)
            #expect(try await Self.apply(from: "机加二厂", to: round, at: desk).status == 400)
            #expect(try await Self.apply(from: " 邹平渤远铸造 有限公司", to: round, at: desk).status == 201)
        }
    }

    @Test(
        "is one the filing covers, though the enterprise has others; in a workbook row by row, and from its own system"
    )
    func parts() async throws {
        try await Desk.with { desk in
            try await desk.service.hear(Self.changed([Self.foundry, Self.plant]), from: .filing, sequence: 2)
            let accepted = Self.accepted([Self.foundry.id], coversEnterprise: false, by: desk)
            try await desk.service.hear(accepted, from: .filing)
            let round = try await desk.openRound(filing: Sample.id(3))
            for unit in [Sample.scope.enterpriseName, "机加二厂"] {
                #expect(try await Self.apply(from: unit, to: round, at: desk).status == 400, "\(unit)")
            }
            let imported = try await desk.importSample(into: round)
            #expect(imported.status == 200 && imported.text.contains("不是备案覆盖的单位,应为:邹平渤远铸造有限公司"))
            #expect(try await Self.apply(from: "91371681MA3N000221", to: round, at: desk).status == 201)
        }
    }

    @Test("is not corrected on a list into one the filing does not cover")
    func amendments() async throws {
        try await Desk.with { desk in
            let (_, list) = try await desk.listed()
            try await desk.service.hear(Self.changed([Self.plant]), from: .filing, sequence: 2)
            let person = try #require(list.names.first?.person)
            func correct(_ unit: String) async -> PlainResponse {
                await desk.hr(
                    "POST",
                    "/lists/\(list.list.lowercase)/amendments",
                    json: #"{"corrected":[{"person":"\#(person.lowercase)","unit":"\#(unit)"}],"reason":"单位名称有误"}"#,
                    ifMatch: 1
                )
            }
            let refused = await correct("别的公司")
            #expect(refused.status == 400, "\(refused.text)")
            #expect(refused.member("errors", "0", "field") == "corrected[0].unit")
            #expect(await correct("机加二厂").status == 200)
        }
    }
}
