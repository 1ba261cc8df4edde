import CertificateDomain
import DatedDocuments
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("Dated documents")
struct ConfigurationTests {
    @Test("the service brings one of each kind along, and it can be followed", arguments: ConfigurationKind.allCases)
    func builtIn(kind: ConfigurationKind) throws {
        let view = try ConfigurationView(builtIn: kind)
        #expect(view.document.document.problems.isEmpty)
        #expect(view.inForceFrom == Samples.day("2020-12-28"))
    }

    @Test("are followed from their day on, and not before")
    func followedFromItsDay() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            let laidDown = try await bench.ask(
                "POST /configuration/procedure",
                as: "bureau",
                body: Self.procedure(from: "2026-11-01", uploadDueDays: 7)
            )
            #expect(laidDown.status == 201)
            #expect(try await bench.uploadDueDays(on: "2026-10-31") == 10)
            #expect(try await bench.uploadDueDays(on: "2026-11-01") == 7)
            let again = try await bench.ask(
                "POST /configuration/procedure",
                as: "bureau",
                body: Self.procedure(from: "2026-11-01", uploadDueDays: 7)
            )
            #expect(again.status == 200)
        }
    }

    @Test("are refused from a day gone by, with days that cannot be, and from enterprises")
    func refused() async throws {
        try await Bench.with(today: "2026-10-14") { bench in
            let past = try await bench.ask(
                "POST /configuration/procedure",
                as: "bureau",
                body: Self.procedure(from: "2026-10-13", uploadDueDays: 7)
            )
            #expect(past.json["errors"]?[0]?["code"]?.text == "certificate.configuration-in-past")
            let endless = try await bench.ask(
                "POST /configuration/procedure",
                as: "bureau",
                body: Self.procedure(from: "2026-11-01", uploadDueDays: 0)
            )
            #expect(endless.json["errors"]?[0]?["code"]?.text == "certificate.configuration-days")
            #expect(try await bench.uploadDueDays(on: "2026-11-01") == 10)
            let hr = try await bench.ask("POST /configuration/procedure", as: "hr", body: "{}")
            #expect(hr.status == 403)
        }
    }

    private static func procedure(from day: String, uploadDueDays: Int) -> String {
        """
        {"basis":"滨州市上传审核办法","inForceFrom":"\(day)","municipalAudit":"here","provincialAudit":"recorded",
        "isMunicipalAuditOfProvinciallyFiled":false,"numbers":"after-audit","uploadDueDays":\(uploadDueDays),
        "correctionDueDays":5}
        """
    }
}

extension Bench {
    fileprivate func uploadDueDays(on day: String) async throws -> Int {
        try await pool.transaction { tx in
            try ConfigurationStore().inForce(RegistrationProcedure.self, on: Samples.day(day), in: tx).uploadDueDays
        }
    }
}
