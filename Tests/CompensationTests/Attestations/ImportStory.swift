import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CompensationService

@Suite("A file of attestations")
struct ImportStory {
    @Test("is rehearsed, entered with its good rows, given back with its bad ones, and comes again unchanged")
    func story() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(3)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let csv = Self.csv([
                "\(appointments[0]),赵一,ZG-2,已兑现,",
                "\(appointments[1]),赵一,ZG-2,未兑现,少发800元",
                "\(appointments[2]),钱二,ZG-2,已兑现,",
                "不是编号,赵一,ZG-2,已兑现,",
                "\(appointments[2]),赵一,ZG-2,也许,",
            ])
            let rehearsal = try #require(await service.handIn(csv, "&dryRun=true").member("id"))
            try await service.tick()
            let told = await service.get("/attestation-imports/\(rehearsal)")
            #expect(told.member("attested") == "1" && told.member("refused") == "4", "\(told.text)")
            #expect(await service.get("/attestations?month=2026-11&missing=true").member("items") == "3 items")

            let list = try #require(await service.handIn(csv).member("id"))
            try await service.tick()
            let done = await service.get("/attestation-imports/\(list)")
            #expect(done.member("state") == "finished")
            #expect(done.member("attested") == "1" && done.member("refused") == "4", "\(done.text)")
            let rows = await service.get("/attestation-imports/\(list)/rows")
            let codes = (0..<4).map { rows.member("items", String($0), "reasons", "0", "code") }
            #expect(
                codes == [
                    "compensation.amount-in-text", "compensation.other-person", "compensation.not-appointed-here",
                    "compensation.standing",
                ]
            )
            #expect((0..<4).map { rows.member("items", String($0), "row") } == ["4", "5", "6", "7"])
            let again = try #require(await service.handIn(csv).member("id"))
            try await service.tick()
            #expect(await service.get("/attestation-imports/\(again)").member("unchanged") == "1")
            #expect(await service.get("/attestations/imports").member("items") == "3 items")
            let over = await service.post("/attestation-imports/\(list)/cancellation", "{}")
            #expect(over.status == 409)
        }
    }

    @Test("is refused whole where it could carry pay, is of another month or cannot be read")
    func refused() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let heading = "聘用编号,姓名,薪酬档次代码,兑现情况"
            let files: [(String, String, String)] = [
                ("\(heading),实发工资\n", "", "compensation.other-columns"),
                ("2026-10 确认表,,,\n\(heading)\n", "", "compensation.other-month"),
                ("姓名,兑现情况\n", "", "spreadsheet.columns-missing"),
                ("", "", "common.missing-member"),
            ]
            for (file, query, code) in files {
                let reply = await service.handIn(Array(file.utf8), query)
                #expect((400..<500).contains(reply.status), "\(file)")
                let found = reply.member("errors", "0", "code") ?? reply.member("code") ?? ""
                #expect(found == code || code.hasPrefix("spreadsheet"), "\(file): \(reply.text)")
            }
            let unsigned = await service.call(
                "POST",
                "/attestations/import?month=2026-11&name=a.csv",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                body: Self.csv([])
            )
            #expect(unsigned.member("errors", "0", "field") == "signer.name", "\(unsigned.text)")
        }
    }

    @Test("has a template with the persons due, which is taken when filled")
    func template() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let duties = try await service.database.transaction { tx in
                try service.definition.attestMonth.duties.due(
                    in: #require(Month("2026-11")),
                    creditCode: Sample.employer.creditCode,
                    after: nil,
                    limit: 10,
                    onlyMissing: true,
                    in: tx
                )
            }
            #expect(Set(duties.map(\.appointment.lowercase)) == Set(appointments))
            #expect(duties.map(\.name) == ["赵一", "赵一"])
            let file = await service.get("/attestations/import/template?month=2026-11")
            #expect(file.status == 200)
            #expect(await service.get("/attestations/import/template").status == 400)
        }
    }

    @Test("An enterprise's system is answered for all its lines or for what is wrong with each")
    func ingress() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2).compactMap { UUID(uuidString: $0) }
            try await service.travel(to: Sample.day("2026-12-02").start)
            func send(_ items: [AttestationSubmitted.Item], from creditCode: String) async throws -> IngressAnswer {
                let cause = Cause(actor: "enterprise:system", now: service.clock.now, correlation: NewID.v7())
                let take = service.definition.takeAttestation
                let sent = AttestationSubmitted(
                    month: "2026-11",
                    signer: "王经理",
                    position: "部长",
                    correction: nil,
                    items: items
                )
                return try await service.database.transaction { tx in
                    try take(sent, from: creditCode, because: cause, in: tx)
                }
            }
            let items = appointments.map {
                AttestationSubmitted.Item(appointment: $0, standing: "met", band: "ZG-2", reason: nil)
            }
            let wrong = AttestationSubmitted.Item(
                appointment: Sample.id(99),
                standing: "met",
                band: "ZG-2",
                reason: nil
            )
            let refused = await #expect(throws: InvalidInput.self) {
                try await send(items + [wrong], from: Sample.employer.creditCode)
            }
            #expect(refused?.problems.map(\.field) == ["items.2.appointment"])
            await #expect(throws: InvalidInput.self) { try await send(items, from: Sample.other.creditCode) }
            #expect(await service.get("/attestations?month=2026-11&missing=true").member("items") == "2 items")
            #expect(try await send(items, from: Sample.employer.creditCode) == .accepted(nil))
            #expect(try await send(items, from: Sample.employer.creditCode) == .accepted(nil))
            #expect(await service.get("/attestations?month=2026-11&missing=true").member("items") == "0 items")
        }
    }

    static func csv(_ rows: [String]) -> [UInt8] {
        let head = ["2026-11 特级技师待遇兑现确认表,,,,", "聘用编号,姓名,薪酬档次代码,兑现情况,原因"]
        return Array(((head + rows).joined(separator: "\r\n") + "\r\n").utf8)
    }
}

extension ServiceUnderTest<Main> {
    func handIn(_ file: [UInt8], _ query: String = "") async -> PlainResponse {
        let signer = "王经理".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return await call(
            "POST",
            "/attestations/import?month=2026-11&name=a.csv&signer=\(signer)&position=\(signer)\(query)",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            body: file
        )
    }
}
