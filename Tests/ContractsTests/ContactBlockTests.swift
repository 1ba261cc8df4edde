import Contracts
import Kernel
import Testing

@Suite("The contact block")
struct ContactBlockTests {
    private let first = LocalDate("2020-12-07") ?? .earliest
    private func version(_ name: String, _ offices: AuthorityVersion.Office...) -> AuthorityVersion {
        AuthorityVersion(name: name, offices: offices, validFrom: first)
    }

    @Test("names the bureau, its section and the centre, as the notice does")
    func names() throws {
        let block = try #require(
            ContactBlock(
                bureau: version("滨州市人力资源和社会保障局", .init(name: "职业能力建设科")),
                centre: version("滨州市职业技能鉴定服务中心", .init(name: "市职业技能鉴定服务中心"))
            )
        )
        #expect(block.inWords == "遇到问题或有建议的，请与滨州市人力资源和社会保障局联系（联系科室：职业能力建设科、市职业技能鉴定服务中心）。")
    }

    @Test("says whose number is whose where there are several")
    func numbers() throws {
        let block = ContactBlock(
            name: "市局",
            sections: [
                .init(name: "甲科", telephone: "0543-1", address: "黄河五路"),
                .init(name: "乙中心", telephone: "0543-2", address: "黄河五路"),
            ]
        )
        #expect(block.telephone == "甲科 0543-1、乙中心 0543-2")
        #expect(block.address == "黄河五路")
        #expect(block.email == nil)
    }

    @Test("is none without a bureau")
    func none() { #expect(ContactBlock(bureau: nil, centre: version("中心", .init(name: "中心"))) == nil) }

    @Test(
        "is of the version that holds on a day",
        arguments: [("2026-12-31", true), ("2027-01-01", false), ("2020-12-06", false), ("2020-12-07", true)]
    )
    func holds(day: String, isHeld: Bool) throws {
        let version = AuthorityVersion(
            name: "市局",
            offices: [.init(name: "科")],
            validFrom: first,
            validUntil: LocalDate("2026-12-31")
        )
        #expect(version.holds(on: try #require(LocalDate(day))) == isHeld)
    }
}
