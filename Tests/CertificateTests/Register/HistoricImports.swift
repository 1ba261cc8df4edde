import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CertificateService

@Suite("Certificates issued before the register was kept")
struct HistoricImports {
    private static let head = "证书编号,姓名,身份证号码,评价机构,统一社会信用代码,所在单位,职业名称,工种,职业编码,发证日期\n"
    private static let good = row(number: "Y00003716000124T000001")

    private static func row(
        number: String,
        name: String = "赵𬭎",
        document: String = Samples.identityNumber,
        creditCode: String = Samples.enterprise.creditCode,
        unit: String = "焊接车间",
        day: String = "2024-07-01"
    ) -> String {
        "\(number),\(name),\(document),滨州重工有限公司,\(creditCode),\(unit),焊工,--,6-18-02-04,\(day)\n"
    }

    @Test("are entered once, however often the list is handed in, and stand in the register")
    func enteredOnce() async throws {
        try await Bench.with { bench in
            let list = Self.head + Self.good + Self.row(number: "Y00003716000124T000002", name: "李明", document: "")
            let rehearsed = try await bench.hand(in: list, as: "hr", dryRun: true)
            #expect(rehearsed.json["entered"]?.int == 2)
            #expect(try await bench.ask("GET /register", as: "hr").json["items"]?.elements.isEmpty == true)
            #expect(try await bench.hand(in: list, as: "centre").json["entered"]?.int == 2)
            let again = try await bench.hand(in: list, as: "centre")
            #expect(again.json["entered"]?.int == 0)
            #expect(again.json["unchanged"]?.int == 2)
            let asked = "GET /register?year=2024&unit=\("焊接车间".escaped)"
            let entry = try await bench.ask(asked, as: "hr").json["items"]?[0]
            #expect(entry?["name"]?.text == "赵𬭎")
            #expect(entry?["isHistoric"] == .flag(true))
            #expect(entry?["statusName"]?.text == "有效")
        }
    }

    @Test("keep identity documents encrypted, and in no event")
    func identities() async throws {
        try await Bench.with { bench in
            _ = try await bench.hand(in: Self.head + Self.good, as: "centre")
            let (kept, said) = try await bench.pool.transaction { tx in
                let kept = try tx.query("SELECT identity, identity_hash FROM historic_certificate").map {
                    try ($0.decode("identity", as: [UInt8]?.self), $0.decode("identity_hash", as: [UInt8]?.self))
                }
                let said = try tx.query("SELECT event FROM journal").map { try $0.decode("event", as: [UInt8].self) }
                return (kept, said)
            }
            #expect(kept.count == 1 && kept[0].0 != nil && kept[0].1 != nil)
            for bytes in said + kept.compactMap(\.0) {
                #expect(!String(decoding: bytes, as: UTF8.self).contains(Samples.identityNumber))
            }
        }
    }

    @Test(
        "that cannot stand in it are named by cell, and the others entered",
        arguments: [
            (row(number: "Y00003716000124T00000"), "number", "identifier.length"),
            (row(number: "Y0000371600012410000O1"), "number", "identifier.character"),
            (row(number: "Y000037160001241000001"), "number", "certificate.historic-level"),
            (row(number: "Y00003716000123T000001"), "number", "certificate.historic-year"),
            (row(number: "4.12E+21"), "number", "identifier.rounded-by-excel"),
            (good, "number", "certificate.historic-twice"),
            (row(number: "Y00003716000124T000009", name: ""), "name", "common.missing-member"),
            (row(number: "Y00003716000124T000009", name: "王\u{202E}国"), "name", "certificate.cell-unprintable"),
            (
                row(number: "Y00003716000124T000009", name: String(repeating: "王", count: 61)), "name",
                "certificate.cell-too-long"
            ),
            (
                row(number: "Y00003716000124T000009", document: "110105194912310021"), "documentNumber",
                "identifier.check-character"
            ),
            (
                row(number: "Y00003716000124T000009", creditCode: Samples.other.creditCode), "creditCode",
                "certificate.historic-not-yours"
            ),
            (row(number: "Y00003716000124T000009", day: "去年"), "issuedOn", "certificate.cell-day"),
            (row(number: "Y00003716000199T000009", day: "2099-07-01"), "issuedOn", "certificate.historic-future"),
        ]
    )
    func wrongRows(row: String, field: String, code: String) async throws {
        try await Bench.with { bench in
            let answer = try await bench.hand(in: Self.head + Self.good + row, as: "hr", dryRun: true)
            #expect(answer.json["entered"]?.int == 1)
            #expect(answer.json["refused"]?.int == 1)
            let problem = answer.json["problems"]?[0]
            #expect(problem?["field"]?.text == field)
            #expect(problem?["code"]?.text == code)
            #expect(problem?["row"]?.int == 3)
            #expect(problem?["cell"]?.text?.hasSuffix("3单元格") == true)
            #expect(problem?["sentence"]?.text?.contains("{") == false)
        }
    }

    @Test("never take a number given here, nor one that stands for another certificate")
    func numbersTaken() async throws {
        try await Bench.with { bench in
            _ = try await bench.numbered()
            let given = Self.row(number: try Samples.number(1).text, day: "2026-10-01")
            _ = try await bench.hand(in: Self.head + Self.good, as: "centre")
            let other = Self.row(number: "Y00003716000124T000001", name: "李明")
            let answer = try await bench.hand(in: Self.head + given + other, as: "centre")
            let codes = answer.json["problems"]?.elements.compactMap { $0["code"]?.text }
            #expect(codes == ["certificate.historic-given-here", "certificate.historic-differs"])
        }
    }

    @Test("never take a number that is reserved or came to nothing, and are told all that is wrong of a row")
    func numbersReserved() async throws {
        try await Bench.with { bench in
            try await bench.follow(numbers: "reserved", from: "2026-10-14")
            try await bench.tell(bench.approved())
            try await bench.step("/registrations/\(bench.registration())", "submission", as: "hr")
            try await bench.tell(publicity: Publicity.removed(Samples.uuid(1001)))
            #expect(try await bench.ledger() == ["26T000001 reserved", "26T000002 void taken-out"])
            let rows = try (1...2).map { Self.row(number: try Samples.number($0).text, day: "2026-10-01") }
            // Of the third, name and document number are wrong as well.
            let third = Self.row(number: try Samples.number(2).text, name: "", document: "1", day: "2026-10-01")
            let answer = try await bench.hand(in: Self.head + rows.joined() + third, as: "centre")
            #expect(answer.json["entered"]?.int == 0 && answer.json["refused"]?.int == 3)
            let problems = answer.json["problems"]?.elements ?? []
            #expect(
                problems.prefix(2).map { $0["code"]?.text } == Array(repeating: "certificate.historic-taken", count: 2)
            )
            #expect(problems.prefix(2).map { $0["sentence"]?.text?.contains("已预留") } == [true, false])
            let last = problems.filter { $0["row"]?.int == 4 }.compactMap { $0["code"]?.text }
            #expect(
                last == [
                    "common.missing-member", "identifier.length", "certificate.historic-twice",
                    "certificate.historic-taken",
                ]
            )
            #expect(try await bench.isSound())
        }
    }

    @Test("come back as a workbook with what is wrong beside each row")
    func workbook() async throws {
        try await Bench.with { bench in
            let list = Self.head + Self.good + Self.row(number: "4.12E+21")
            let answer = await bench.service.call(
                "POST",
                "/historic-certificates/import?answer=workbook&name=list.csv",
                as: .centreOfficer,
                of: nil,
                json: list
            )
            let book = try Spreadsheet(.bytes(answer.body), limits: ReadingLimits())
            let rows = try book.rows(of: .first, merged: .everyRow)
            _ = try rows.next()
            let wrong = try #require(try rows.next())
            #expect(wrong.cells.first?.text == "3")
            #expect(wrong.cells.dropFirst().first?.text.contains("Excel") == true)
            #expect(try rows.next() == nil)
        }
    }

    @Test("are entered by an office alone, and vouched for to the public until they are struck")
    func verification() async throws {
        try await Bench.with { bench in
            let name = "赵𬭎"
            #expect(try await bench.hand(in: Self.head + Self.good, as: "hr").code == "certificate.historic-by-office")
            #expect(try await bench.verify("Y00003716000124T000001", name).status == 404)
            _ = try await bench.hand(in: Self.head + Self.row(number: "Y00003716000124T000002"), as: "centre")
            let office = "Y00003716000124T000002"
            let answer = try await bench.verify(office, name)
            #expect(answer.status == 200 && answer.json["statusName"]?.text == "有效")
            #expect(answer.json["name"]?.text == "赵*")
            #expect(try await bench.verify(office, "李明").status == 404)
            let entries = try await bench.ask("GET /register", as: "centre").json["items"]
            let id = entries?[0]?["id"]?.text ?? ""
            let reason = #"{"reason":"编号抄录有误"}"#
            _ = try await bench.ask(
                "POST /historic-certificates/\(id)/striking",
                as: "centre",
                version: 1,
                body: reason
            )
            #expect(try await bench.verify(office, name).status == 404)
        }
    }

    @Test(
        "are revoked or cancelled with reason and day, as whoever verifies them is told, and the register counts them so"
    )
    func withdrawn() async throws {
        try await Bench.with { bench in
            let second = Self.row(number: "Y00003716000124T000002", name: "李明")
            let list = Self.head + Self.good + second
            _ = try await bench.hand(in: list, as: "centre")
            let items = try await bench.ask("GET /register", as: "centre").json["items"]?.elements ?? []
            let paths = items.sorted { ($0["number"]?.text ?? "") < ($1["number"]?.text ?? "") }
                .map { "/historic-certificates/\($0["id"]?.text ?? "")" }
            try #require(paths.count == 2)
            let fraud = #"{"reason":"fraud","note":"业绩材料系伪造","since":"2026-10-01"}"#
            for (who, status) in [("other-hr", 403), ("centre", 403), ("employee", 403)] {
                let answer = try await bench.ask("POST \(paths[0])/revocation", as: who, version: 1, body: fraud)
                #expect(answer.status == status)
            }
            let early = #"{"reason":"fraud","note":"x","since":"2024-06-30"}"#
            let refused = try await bench.ask("POST \(paths[0])/revocation", as: "bureau", version: 1, body: early)
            #expect(refused.json["errors"]?[0]?["field"]?.text == "since")
            let revoked = try await bench.ask("POST \(paths[0])/revocation", as: "bureau", version: 1, body: fraud)
            #expect(revoked.status == 200 && revoked.json["status"]?.text == "revoked", "\(revoked.text)")
            let told = try await bench.verify("Y00003716000124T000001", "赵𬭎")
            #expect(told.json["status"]?.text == "revoked" && told.json["since"]?.text == "2026-10-01")
            #expect(told.json["sentence"]?.text == "证书已撤销(2026-10-01):以弄虚作假方式取得。")
            let holder = #"{"reason":"holder-request","note":"本人书面申请"}"#
            let cancelled = try await bench.ask("POST \(paths[1])/cancellation", as: "hr", version: 1, body: holder)
            #expect(cancelled.json["statusName"]?.text == "已注销")
            let again = try await bench.ask("POST \(paths[1])/revocation", as: "hr", version: 2, body: fraud)
            #expect(again.code == "certificate.already-withdrawn")
            let counts = try await bench.ask("GET /register/counts?by=status", as: "centre").json["items"]
            #expect(counts?.elements.compactMap { $0["key"]?.text }.sorted() == ["cancelled", "revoked"])
            // The same list again changes nothing, and an entry made by mistake can still be struck.
            #expect(try await bench.hand(in: list, as: "centre").json["unchanged"]?.int == 2)
            let reason = #"{"reason":"编号抄录有误"}"#
            let struck = try await bench.ask("POST \(paths[1])/striking", as: "centre", version: 2, body: reason)
            #expect(struck.status == 200 && struck.json["status"] == nil)
            #expect(try await bench.ask("GET \(paths[0])", as: "hr").json["note"]?.text == "业绩材料系伪造")
        }
    }

    @Test("entered by mistake are struck with a reason, and their number stays taken")
    func striking() async throws {
        try await Bench.with { bench in
            _ = try await bench.hand(in: Self.head + Self.good, as: "centre")
            let id = try await bench.ask("GET /register", as: "centre").json["items"]?[0]?["id"]?.text ?? ""
            let path = "/historic-certificates/\(id)"
            #expect(try await bench.ask("GET \(path)", as: "other-hr").status == 403)
            #expect(try await bench.ask("GET \(path)", as: "hr").json["row"]?.int == 2)
            let silent = try await bench.ask(
                "POST \(path)/striking",
                as: "centre",
                version: 1,
                body: #"{"reason":" "}"#
            )
            #expect(silent.json["errors"]?[0]?["field"]?.text == "reason")
            let reason = #"{"reason":"编号抄录有误"}"#
            #expect(try await bench.ask("POST \(path)/striking", as: "hr", version: 1, body: reason).status == 403)
            let struck = try await bench.ask("POST \(path)/striking", as: "centre", version: 1, body: reason)
            #expect(struck.json["struckBecause"]?.text == "编号抄录有误")
            #expect(
                try await bench.ask("POST \(path)/striking", as: "centre", version: 2, body: reason).code
                    == "certificate.already-struck"
            )
            let again = try await bench.hand(in: Self.head + Self.good, as: "centre")
            #expect(again.json["problems"]?[0]?["code"]?.text == "certificate.historic-struck")
            let counts = try await bench.ask("GET /register/counts?by=status", as: "centre").json["items"]
            #expect(counts?[0]?["key"]?.text == "struck")
        }
    }
}

extension Bench {
    /// Hands a list in.
    fileprivate func hand(in list: String, as name: String, dryRun: Bool = false) async throws -> Answered {
        let path = "POST /historic-certificates/import?name=list.csv" + (dryRun ? "&dryRun=true" : "")
        return try await ask(path, as: name, body: list)
    }
}

extension String {
    fileprivate var escaped: String { addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? self }
}
