import CompensationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A benchmark")
struct BenchmarkDecisions {
    static let today = Sample.day("2026-10-25")

    static func declaration(
        _ code: String = "ZG-2",
        from: String,
        minimum: Int64 = 1_680_000,
        correction: String? = nil
    ) -> Benchmark.Declaration? {
        Sample.band(code, minimum).map {
            Benchmark.Declaration(
                employer: Sample.employer,
                band: $0,
                effectiveFrom: Sample.day(from),
                document: "薪酬管理办法",
                correction: correction
            )
        }
    }

    @Test(
        "takes effect today or later; on a day gone by only as a correction with its reason",
        arguments: [
            ("2026-10-25", nil, nil), ("2026-10-26", nil, nil),
            ("2026-10-24", nil, .backDated(earliest: today)), ("2025-01-01", nil, .backDated(earliest: today)),
            ("2026-10-24", "原申报有误", nil), ("2026-11-01", nil, .alreadyDeclared), ("2026-11-01", "录入错误", nil),
        ] as [(String, String?, Benchmark.Rejection?)]
    )
    func takesEffect(from: String, correction: String?, refused: Benchmark.Rejection?) throws {
        let others = [try #require(Sample.declared("ZG-2", 1_600_000, from: "2026-11-01"))]
        let declaration = try #require(Self.declaration(from: from, correction: correction))
        var benchmark = Benchmark.initial
        if let refused {
            #expect(throws: refused) {
                try benchmark.handle(.declare(declaration, today: Self.today, others: others))
            }
            #expect(benchmark == .undeclared)
        } else {
            let events = try benchmark.handle(.declare(declaration, today: Self.today, others: others))
            #expect(events == [.declared(declaration: declaration)])
            #expect(throws: Benchmark.Rejection.alreadyDeclared) {
                try benchmark.handle(.declare(declaration, today: Self.today, others: []))
            }
        }
    }

    @Test(
        "has a band that pays something, and less than a million yuan, whose median is not below its lowest",
        arguments: [
            (0, 1, false), (-1, 1, false), (2, 1, false), (1, nil, true), (1, 1, true),
            (99_999_999, 99_999_999, true), (100_000_000, nil, false), (1, 100_000_000, false),
            (.max, nil, false), (.min, nil, false),
        ] as [(Int64, Int64?, Bool)]
    )
    func bandsMakeSense(minimum: Int64, median: Int64?, isOne: Bool) {
        let band = Benchmark.Band(
            code: "A",
            minimum: Money(fen: minimum),
            median: median.map(Money.init(fen:)),
            components: []
        )
        #expect((band != nil) == isOne)
    }

    @Test("Its history, replayed from its events, says for every day what the days' declarations said")
    func replaysItsHistory() throws {
        let story: [(Benchmark.Declaration?, LocalDate)] = [
            (Self.declaration("ZG-2", from: "2026-10-25", minimum: 100), Self.today),
            (Self.declaration("ZG-1", from: "2026-11-01", minimum: 200), Self.today),
            (Self.declaration("ZG-2", from: "2027-01-01", minimum: 110), Sample.day("2026-12-01")),
            (Self.declaration("ZG-2", from: "2026-11-15", minimum: 105, correction: "漏报"), Sample.day("2027-02-01")),
            (Self.declaration("ZG-2", from: "2027-01-01", minimum: 120, correction: "录入"), Sample.day("2027-02-02")),
        ]
        var declared: [Parity.Benchmarked] = []
        for (number, (declaration, today)) in story.enumerated() {
            var benchmark = Benchmark.initial
            let events = try benchmark.handle(
                .declare(try #require(declaration), today: today, others: declared)
            )
            // What is kept is the events; the state is made of them again.
            let coded = try JSONEncoder().encode(events)
            var replayed = Benchmark.initial
            for event in try JSONDecoder().decode([Benchmark.Event].self, from: coded) { replayed.apply(event) }
            #expect(replayed == benchmark)
            declared.append(.init(id: Sample.id(number), declaration: try #require(replayed.declaration)))
        }
        let wanted: [(String, [String: Int64])] = [
            ("2026-10-24", [:]), ("2026-10-25", ["ZG-2": 100]), ("2026-10-31", ["ZG-2": 100]),
            ("2026-11-01", ["ZG-2": 100, "ZG-1": 200]), ("2026-11-15", ["ZG-2": 105, "ZG-1": 200]),
            ("2026-12-31", ["ZG-2": 105, "ZG-1": 200]), ("2027-01-01", ["ZG-2": 120, "ZG-1": 200]),
        ]
        for (day, minimums) in wanted {
            let inForce = Parity.inForce(on: Sample.day(day), among: declared)
            #expect(inForce.mapValues(\.declaration.band.minimum.fen) == minimums, "\(day)")
        }
        // Before the corrections the same days said something else.
        let before = Parity.inForce(on: Sample.day("2027-01-01"), among: Array(declared.prefix(3)))
        #expect(before["ZG-2"]?.declaration.band.minimum.fen == 110)
    }

    @Test("A component written before it had a code is read by its name, and counts")
    func readsOldComponents() throws {
        let old = Data(#"["岗位工资",{"code":"G2","name":"绩效工资","counts":false}]"#.utf8)
        let read = try JSONDecoder().decode([PayComponent].self, from: old)
        #expect(
            read == [
                PayComponent(code: "岗位工资", name: "岗位工资", counts: true),
                PayComponent(code: "G2", name: "绩效工资", counts: false),
            ]
        )
    }
}
