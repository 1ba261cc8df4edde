import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The history of benchmarks, on a real database")
struct BenchmarkStory {
    @Test("is kept whole, and says for each day what was in force")
    func keepsHistory() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.day("2026-10-25").start)
            try await service.hear(Sample.registered, from: .filing)
            let late = await service.declare(from: "2026-10-24", correction: nil)
            #expect(late.status == 409)
            #expect(late.member("code") == "compensation.benchmark-back-dated")
            #expect(await service.declare(minimum: 1_600_000, from: "2026-10-25", correction: nil).status == 201)
            #expect(await service.declare(minimum: 1_700_000, from: "2027-01-01", correction: nil).status == 201)
            #expect(await service.declare(minimum: 1_650_000, from: "2026-01-01").status == 201)
            #expect(await service.declare(minimum: 1_660_000, from: "2026-01-01").status == 201)
            let again = await service.declare(minimum: 1, from: "2027-01-01", correction: nil)
            #expect(again.member("code") == "compensation.benchmark-declared")
            #expect(await service.get("/benchmarks").member("items") == "4 items")
            for (day, minimum) in [
                ("2025-12-31", nil), ("2026-06-01", "1660000"), ("2026-10-25", "1600000"), ("2027-01-01", "1700000"),
            ] {
                let inForce = await service.get("/benchmarks?asOf=\(day)")
                #expect(inForce.member("items", "0", "band", "minimumFen") == minimum, "\(day)")
            }
            #expect(await service.get("/benchmarks?asOf=2026-02-30").member("errors", "0", "field") == "asOf")
        }
    }

    @Test("An enterprise without senior engineers says by which clause it sets the band")
    func declaresItsMethod() async throws {
        try await Service.with(Main.self) { service in
            try await service.travel(to: Sample.day("2026-10-25").start)
            try await service.hear(Sample.registered, from: .filing)
            let made = await service.post(
                "/benchmarks",
                #"""
                {"creditCode":"91371600MA3N00011J","effectiveFrom":"2026-11-01","document":"评价结果应用管理办法",
                 "documentNumber":"渤远人〔2026〕9号","documentDate":"2026-09-01","basis":"declared-method","clause":"第八条",
                 "method":"比照副总工程师岗位确定","band":{"code":"B","grade":"九级","minimumFen":1500000,
                 "components":["岗位工资",{"code":"J","name":"奖金","counts":false}]}}
                """#
            )
            #expect(made.status == 201)
            let read = await service.get("/benchmarks")
            #expect(read.member("items", "0", "basis") == "declared-method")
            #expect(read.member("items", "0", "clause") == "第八条")
            #expect(read.member("items", "0", "band", "grade") == "九级")
            #expect(read.member("items", "0", "band", "components", "1", "counts") == "0")
            #expect(read.member("items", "0", "documentDate") == "2026-09-01")
        }
    }
}
