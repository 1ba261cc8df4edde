import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The file that shows that treatment was granted")
struct EvidenceFileStory {
    static let pdf = Array("%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".utf8)

    @Test("is the item's own, of a kind that is taken, stays with what it showed, and is read by those concerned alone")
    func story() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(2)
            try await service.tick()
            let own = await service.get("/treatment-items?owedBy=enterprise")
            let (one, other) = (own.member("items", "0", "id") ?? "", own.member("items", "1", "id") ?? "")
            let person = UUID(uuidString: own.member("items", "0", "person") ?? "") ?? UUID()
            let program = await service.send(Array("MZ".utf8) + [UInt8](repeating: 0, count: 300), "a.exe", to: one)
            #expect(program.member("code") == "attachments.executable", "\(program.text)")
            #expect(await service.send(Self.pdf, "a.pdf", to: one, of: "9137160270000001X7").status == 403)
            let officers = await service.send(Self.pdf, "a.pdf", to: one, as: .bureauOfficer)
            #expect(officers.member("code") == "compensation.treatment-owed-by-other", "\(officers.text)")
            let sent = await service.send(Self.pdf, "a.pdf", to: one)
            #expect(sent.member("phase") == "complete", "\(sent.text)")
            let file = sent.member("id") ?? ""

            let body = #"{"evidence":"已落实","grantedOn":"2026-10-25","file":"\#(file)"}"#
            let reused = await service.treat(other, "grant", body, version: 1)
            #expect(reused.member("errors", "0", "code") == "compensation.evidence-file", "\(reused.text)")
            let granted = await service.treat(one, "grant", body, version: 1)
            #expect(granted.member("evidence", "file", "content") == "/attachments/\(file)/content", "\(granted.text)")
            #expect(granted.member("evidence", "file", "sha256") == sent.member("sha256"))
            let late = await service.send(Self.pdf, "b.pdf", to: one)
            #expect(late.member("code") == "compensation.treatment-done")
            let kept = await service.call(
                "DELETE",
                "/attachments/\(file)",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                ifMatch: Int(sent.member("version") ?? "") ?? 0
            )
            #expect(kept.member("code") == "compensation.treatment-done", "\(kept.text)")

            let stranger = Sample.id(1) == person ? Sample.id(2) : Sample.id(1)
            for (role, county, who, status) in [
                (Role.enterpriseHR, nil, nil, 200), (.bureauOfficer, nil, nil, 200), (.centreOfficer, nil, nil, 200),
                (.countyOfficer, "371602", nil, 200), (.countyOfficer, "371603", nil, 403),
                (.employee, nil, person, 200),
                (.employee, nil, stranger, 404), (.provinceOfficer, nil, nil, 403),
            ] as [(Role, String?, UUID?, Int)] {
                let read = await service.call(
                    "GET",
                    "/attachments/\(file)/content",
                    as: role,
                    of: role.isOfEnterprise ? Sample.employer.creditCode : nil,
                    county: county,
                    person: who
                )
                #expect(read.status == status, "\(role) \(read.text)")
            }
        }
    }
}

extension ServiceUnderTest<Main> {
    func send(
        _ bytes: [UInt8],
        _ name: String,
        to item: String,
        as role: Role = .enterpriseHR,
        of creditCode: String = Sample.employer.creditCode
    ) async -> PlainResponse {
        await call(
            "POST",
            "/treatment-items/\(item)/attachments?name=\(name)&purpose=evidence",
            as: role,
            of: role.isOfEnterprise ? creditCode : nil,
            body: bytes,
            headers: ["content-type": "application/octet-stream"]
        )
    }
}
