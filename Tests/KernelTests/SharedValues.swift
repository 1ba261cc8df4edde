import Foundation
import Kernel
import Testing

@Suite("Shared values")
struct SharedValues {
    enum Thing {}

    @Test("an id of version 7 carries its time first, then randomness")
    func version7() throws {
        // The example of RFC 9562, appendix A.6.
        let id = UUID.v7(at: Date(timeIntervalSince1970: 1_645_557_742), random: (0xCC3, 0x18C4_DC0C_0C07_398F))
        #expect(id.lowercase == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
        let full = UUID.v7(at: Date(timeIntervalSince1970: -1), random: (.max, .max))
        #expect(full.lowercase == "00000000-0000-7fff-bfff-ffffffffffff")
    }

    @Test("new ids differ and are of version 7")
    func newIDs() {
        let ids = Set((0..<1000).map { _ in NewID.v7() })
        #expect(ids.count == 1000)
        #expect(ids.allSatisfy { $0.uuid.6 >> 4 == 7 && $0.uuid.8 >> 6 == 2 })
    }

    @Test("an id is coded in lower case and ordered as PostgreSQL orders it")
    func identifiers() throws {
        let id = try #require(ID<Thing>("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"))
        let encoded = try JSONEncoder().encode([id])
        #expect(String(decoding: encoded, as: UTF8.self) == #"["017f22e2-79b0-7cc3-98c4-dc0c0c07398f"]"#)
        #expect(try JSONDecoder().decode([ID<Thing>].self, from: encoded) == [id])
        #expect(ID<Thing>("017f22e2") == nil)
        let texts = [
            "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-8000-000000000000",
            "00000000-0000-0001-0000-000000000000", "7fffffff-0000-0000-0000-000000000000",
            "80000000-0000-0000-0000-000000000000",
        ]
        #expect(texts.reversed().compactMap { ID<Thing>($0) }.sorted().map(\.description) == texts)
    }

    @Test(
        "money is whole fen and prints as yuan",
        arguments: [
            (0, "0.00"), (5, "0.05"), (-5, "-0.05"), (1_234_560, "12345.60"), (Int64.min, "-92233720368547758.08"),
        ]
    )
    func money(fen: Int64, text: String) {
        #expect(Money(fen: fen).description == text)
    }

    @Test("yuan too many to hold give the most there is")
    func muchMoney() {
        #expect(Money(yuan: 15_000) == Money(fen: 1_500_000))
        #expect(Money(yuan: .max).fen == .max)
        #expect(Money(yuan: .min).fen == .min)
        #expect(Money(yuan: 1) < Money(yuan: 2))
    }

    @Test("levels rise from 初级工 to 特级技师")
    func levels() {
        #expect(SkillLevel.allCases.sorted() == SkillLevel.allCases)
        #expect(SkillLevel.seniorTechnician.chinese == "一级/高级技师")
        #expect(SkillLevel.specialGradeTechnician.chinese == "特级技师")
    }
}
