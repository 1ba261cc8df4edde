import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Who sees a notice, by unit")
struct AudienceByUnit {
    private static let foundry = "91371681MA3N000221"
    private static let closed = "91371681MA3N000335"

    private static func unit(_ code: String, closedOn: LocalDate? = nil) -> EnterpriseUnit {
        EnterpriseUnit(
            id: NewID.v7(),
            kind: .subsidiary,
            name: "邹平铸造\(code.suffix(1))",
            creditCode: code,
            county: "371681",
            employees: 320,
            closedOn: closedOn
        )
    }

    /// The enterprise with one open and one closed unit.
    private static func registered() -> EnterpriseRegistered {
        EnterpriseRegistered(
            registered: Sample.publisher,
            enterpriseName: "滨州样例机械有限公司",
            jurisdiction: "371602",
            units: [unit(foundry), unit(closed, closedOn: Sample.day("2026-06-30"))]
        )
    }

    @Test("An employee of the enterprise or of a unit it covers sees the page, the list and the notice, and can object")
    func employees() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Self.registered(), from: .filing)
            let (id, _) = try await service.openShownNotice()
            for (code, isSeen) in [
                (Sample.employer, true), (Self.foundry, true), (Self.closed, false), ("9137160270000001X7", false),
            ] {
                let page = await service.call("GET", "/notices/\(id)/page", as: .employee, of: code)
                #expect(page.status == (isSeen ? 200 : 403), "\(code)")
                let read = await service.call("GET", "/notices/\(id)", as: .employee, of: code)
                #expect(read.status == (isSeen ? 200 : 403), "\(code)")
                let list = await service.call("GET", "/notices", as: .employee, of: code)
                #expect(list.member("items") == (isSeen ? "1 items" : "0 items"), "\(code)")
                let objection = await service.call(
                    "POST",
                    "/notices/\(id)/objections",
                    as: .employee,
                    of: code,
                    json: #"{"about":"procedure","reason":"评委名单没有公布","anonymous":true}"#
                )
                #expect(objection.status == (isSeen ? 201 : 403), "\(code) \(objection.text)")
            }
        }
    }

    @Test("A unit's human resources have no part in the enterprise's display")
    func humanResources() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Self.registered(), from: .filing)
            let (id, _) = try await service.openShownNotice()
            for role in [Role.enterpriseHR, .objectionHandler] {
                #expect(await service.call("GET", "/notices/\(id)", as: role, of: Self.foundry).status == 403)
                #expect(await service.call("GET", "/notices/\(id)/page", as: role, of: Self.foundry).status == 403)
                #expect(await service.call("GET", "/notices", as: role, of: Self.foundry).member("items") == "0 items")
            }
            #expect(
                await service.call("POST", "/notices/\(id)/site-code", as: .enterpriseHR, of: Self.foundry).status
                    == 403
            )
        }
    }

    @Test("A county's officer has no way in yet, whatever the address says")
    func counties() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Self.registered(), from: .filing)
            let (id, _) = try await service.openShownNotice()
            for path in ["/notices", "/notices?creditCode=\(Sample.employer)", "/notices/\(id)", "/notices/\(id)/page"]
            {
                #expect(await service.call("GET", path, as: .countyOfficer, county: "371602").status == 403, "\(path)")
            }
        }
    }
}

@Suite("The authorities on pages and papers")
struct AuthoritiesOnPages {
    private static let bureau = AuthorityChanged(
        authority: Sample.id(801),
        kind: .bureau,
        versions: [
            AuthorityVersion(
                name: "滨州市人力资源和社会保障局",
                offices: [.init(name: "职业能力建设科", telephone: "0543-2222222")],
                validFrom: Sample.day("2020-12-07"),
                validUntil: Sample.day("2026-10-09")
            ),
            AuthorityVersion(
                name: "滨州市人力资源和社会保障局",
                offices: [.init(name: "职业能力建设与技能人才科", telephone: "0543-3333333", email: "zy@example.cn")],
                validFrom: Sample.day("2026-10-10")
            ),
        ]
    )
    private static let settings = ["suggestions.telephone": "0543-1111111", "authority.telephone": "0543-1111112"]

    @Test("Are the settings' until filing has told, and then those of the day")
    func dated() async throws {
        try await Service.with(Main.self, settings: Self.settings) { service in
            let (id, code) = try await service.openShownNotice()
            let path = "/notices/\(id)/page?code=\(code)"
            let before = await service.call("GET", path)
            #expect(before.text.contains("0543-1111111") && before.text.contains("0543-1111112"))
            try await service.hear(Self.bureau, from: .filing)
            let heard = await service.call("GET", path)
            #expect(heard.text.contains("0543-2222222") && !heard.text.contains("0543-1111111"))
            #expect(
                heard.text.contains("市职业技能鉴定服务中心") && heard.text.contains("0543-1111112"),
                "the centre was not told"
            )
            try await service.travel(to: Sample.day("2026-10-10").start.addingTimeInterval(3600))
            let later = await service.call("GET", path)
            #expect(later.text.contains("职业能力建设与技能人才科") && later.text.contains("zy@example.cn"))
            #expect(!later.text.contains("0543-2222222"))
        }
    }

    @Test("Name the centre as it is called, where objections can go to it")
    func centre() async throws {
        try await Service.with(Main.self, settings: Self.settings) { service in
            let (id, code) = try await service.openShownNotice()
            let version = AuthorityVersion(
                name: "滨州市技能人才评价中心",
                offices: [.init(name: "评价一科", telephone: "0543-4444444", address: "黄河五路")],
                validFrom: Sample.day("2026-01-01")
            )
            let fact = AuthorityChanged(authority: Sample.id(802), kind: .centre, versions: [version])
            try await service.hear(fact, from: .filing)
            let page = await service.call("GET", "/notices/\(id)/page?code=\(code)")
            #expect(page.text.contains("备案机构：滨州市技能人才评价中心") && page.text.contains("0543-4444444"))
            #expect(!page.text.contains("0543-1111112"))
            let sheet = await service.call("GET", "/notices/\(id)/sheet", as: .enterpriseHR, of: Sample.employer)
            #expect(sheet.status == 200)
        }
    }
}
