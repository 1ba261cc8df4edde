import CertificateDomain
import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CertificateService

@Suite("Audits made in the provincial system")
struct RecordedAuditTests {
    @Test("are recorded with their mark and day, where the procedure at the opening said so")
    func recorded() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.layDown(municipal: "here", provincial: "recorded", from: "2026-10-14")
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            // What is laid down later changes nothing for what is on its way.
            try await bench.layDown(municipal: "recorded", provincial: "here", from: "2026-10-15")
            try await bench.travel(to: "2026-10-16")
            _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            let city = try await bench.record(path, "municipal", version: 2)
            #expect(city.code == "certificate.audit-made-here")
            _ = try await bench.ask(
                "POST \(path)/municipal-audit",
                as: "centre",
                version: 2,
                body: #"{"outcome":"passed"}"#
            )
            let here = try await bench.ask(
                "POST \(path)/provincial-audit",
                as: "province",
                version: 3,
                body: #"{"outcome":"passed"}"#
            )
            #expect(here.code == "certificate.audit-recorded")
            let early = try await bench.record(path, "provincial", on: "2026-10-15", version: 3)
            #expect(early.json["errors"]?[0]?["field"]?.text == "on")
            let unmarked = try await bench.record(path, "provincial", reference: " ", version: 3)
            #expect(unmarked.json["errors"]?[0]?["code"]?.text == "certificate.reference-invalid")
            let recorded = try await bench.record(path, "provincial", version: 3)
            #expect(recorded.json["state"]?.text == "numbered")
            #expect(recorded.json["audits"]?[1]?["reference"]?.text == "SD-2026-1")
            #expect(recorded.json["audits"]?[1]?["by"]?.text == recorded.json["audits"]?[0]?["by"]?.text)
        }
    }

    @Test("of the city are none for a firm filed with the province")
    func provincially() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            try await bench.tell(Bench.accepted(by: .provinceCentre))
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let submitted = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
            #expect(submitted.json["state"]?.text == "municipally-audited")
            #expect(submitted.json["submissions"]?[0]?["skipsMunicipalAudit"] == .flag(true))
            let body = #"{"outcome":"passed"}"#
            let city = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: body)
            #expect(city.code == "certificate.already-audited")
            let passed = try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 2, body: body)
            #expect(passed.json["state"]?.text == "numbered")
        }
    }
}

extension Bench {
    func layDown(municipal: String, provincial: String, from day: String) async throws {
        let answer = try await ask(
            "POST /configuration/procedure",
            as: "bureau",
            body: """
                {"basis":"滨州市上传审核办法","inForceFrom":"\(day)","municipalAudit":"\(municipal)",
                "provincialAudit":"\(provincial)","isMunicipalAuditOfProvinciallyFiled":false,"numbers":"after-audit",
                "uploadDueDays":10,"correctionDueDays":5}
                """
        )
        #expect(answer.status == 201)
    }

    func record(
        _ path: String,
        _ office: String,
        on day: String = "2026-10-16",
        reference: String = "SD-2026-1",
        version: Int
    ) async throws -> Answered {
        try await ask(
            "POST \(path)/recorded-audit",
            as: "centre",
            version: version,
            body: #"{"office":"\#(office)","outcome":"passed","reference":"\#(reference)","on":"\#(day)"}"#
        )
    }
}
