import CertificateDomain
import Contracts
import Foundation
import Kernel
import Postgres
import TestSupport
import Testing

@testable import CertificateService

@Suite("A person's record")
struct PersonRecordTests {
    static let record = PersonRecord(
        telephone: "13954300001",
        education: "大专",
        position: "焊工班长",
        prior: .init(
            number: "Y000037160001201000001",
            level: "一级/高级技师",
            issuedOn: Samples.day("2020-06-01"),
            issuer: "滨州重工有限公司"
        ),
        seniorSince: Samples.day("2020-07-01"),
        seniorYears: 6,
        honours: "齐鲁首席技师(鲁人社字〔2022〕5号)",
        scores: [.init(method: "业绩评审", hundredths: 90_50), .init(method: "现场答辩", hundredths: 88_05)]
    )

    @Test("is shown on one page with numbers masked, to its enterprise and the offices alone")
    func shown() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(record: Self.record))
            try await bench.tell(Bench.accepted())
            let path = "/registrations/\(try await bench.registration())"
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let page = "GET \(path)/persons/\(id)"
            let shown = try await bench.ask(page, as: "province")
            #expect(shown.etag == "\"1\"")
            let expected: [(String, String)] = [
                ("name", "王建国"), ("gender", "女"), ("telephone", "1*********1"),
                ("education", "大专"), ("position", "焊工班长"), ("seniorSince", "2020-07-01"), ("levelCode", "T"),
                ("agencyCode", Samples.agencyCode), ("level", "特级技师"),
            ]
            for (field, text) in expected { #expect(shown.json[field]?.text == text, "\(field)") }
            #expect(shown.json["document"]?["number"]?.text == "1101**********002X")
            #expect(shown.json["prior"]?["number"]?.text == "Y000**************0001")
            #expect(shown.json["scores"]?[1]?["points"]?.text == "88.05")
            #expect(shown.json["publicity"]?["lastDay"]?.text == "2026-10-13")
            #expect(shown.json["publicity"]?["objection"]?.text == "none")
            #expect(shown.json["determination"]?["authorisedBy"]?.text == "总经理")
            #expect(shown.json["filing"]?["receiptNumber"]?.text == "滨特评备〔2026〕1号")
            #expect(shown.json["missing"]?.elements.isEmpty == true)
            for clear in [Samples.identityNumber, "13954300001", "Y000037160001201000001"] {
                #expect(!shown.text.contains(clear))
            }
            #expect(try await bench.ask(page, as: "other-hr").status == 403)
            #expect(try await bench.ask(page, as: "employee").status == 403)
            let elsewhere = "GET \(path)/persons/\(NewID.v7().lowercase)"
            #expect(try await bench.ask(elsewhere, as: "centre").status == 404)
        }
    }

    @Test("told before records were says what is missing")
    func missing() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let page = try await bench.ask("GET \(path)/persons/\(id)", as: "hr").json
            #expect(page["missing"]?.elements.contains(.string("telephone")) == true)
        }
    }

    @Test("is corrected field by field, every problem told at once, and never after it was handed in")
    func corrected() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(bench.approved(record: Self.record))
            let path = "/registrations/\(try await bench.registration())"
            let id = try await bench.ask("GET \(path)", as: "hr").json["certificates"]?[0]?["id"]?.text ?? ""
            let correcting = "POST \(path)/persons/\(id)/correction"
            let wrong = try await bench.ask(
                correcting,
                as: "hr",
                version: 1,
                body:
                    #"{"name":" ","telephone":"x","priorIssuedOn":"2026-13-01","seniorSince":"2027-01-01","level":"S","unit":"车\u202E间"}"#
            )
            #expect(wrong.status == 400)
            let errors = wrong.json["errors"]?.elements.map { "\($0["field"]?.text ?? "") \($0["code"]?.text ?? "")" }
            #expect(
                errors == [
                    "level certificate.record-field-unknown", "name certificate.record-field-missing",
                    "priorIssuedOn certificate.record-day", "seniorSince certificate.record-day-to-come",
                    "telephone certificate.record-telephone", "unit certificate.record-unprintable",
                ]
            )
            let number = try await bench.ask(
                correcting,
                as: "hr",
                version: 1,
                body: #"{"documentNumber":"110105194912310021"}"#
            )
            #expect(number.json["errors"]?[0]?["code"]?.text == "certificate.record-document-number")
            let right = try await bench.ask(
                correcting,
                as: "hr",
                version: 1,
                body: #"{"name":"王建囯","education":"","specialty":"电焊工","seniorSince":"2019-07-01"}"#
            )
            #expect(right.etag == "\"2\"")
            #expect(right.json["name"]?.text == "王建囯")
            #expect(right.json["occupation"]?["specialty"]?.text == "电焊工")
            #expect(right.json["missing"]?.elements == [.string("education")])
            let same = try await bench.ask(correcting, as: "hr", version: 2, body: #"{"name":"王建囯"}"#)
            #expect(same.etag == "\"2\"")
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 2)
            let late = try await bench.ask(correcting, as: "hr", version: 3, body: #"{"name":"王建国"}"#)
            #expect(late.code == "certificate.already-submitted")
            let clear = try await bench.pool.transaction { tx in
                try tx.query("SELECT count(*) AS n FROM person_change WHERE encode(words, 'escape') LIKE '%2019%'")
                    .first?
                    .decode("n", as: Int.self)
            }
            #expect(clear == 0)
        }
    }
}
