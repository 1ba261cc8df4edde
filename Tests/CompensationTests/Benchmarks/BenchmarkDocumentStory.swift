import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The document of a benchmark as a file")
struct BenchmarkDocumentStory {
    @Test("is declared with once, stays, and is read by human resources of the enterprise and by nobody else")
    func story() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.prepare()
            let program = await service.sendDocument(Array("MZ".utf8) + [UInt8](repeating: 0, count: 300), "a.exe")
            #expect(program.member("code") == "attachments.executable", "\(program.text)")
            let sent = await service.sendDocument(EvidenceFileStory.pdf, "a.pdf")
            #expect(sent.status == 201, "\(sent.text)")
            #expect(sent.member("phase") == "complete")
            let file = sent.member("id") ?? ""
            #expect(await service.get("/benchmark-documents").member("items", "0", "benchmark") == nil)

            let unknown = await service.declare(with: Sample.id(4711).lowercase, from: "2027-01-01")
            #expect(unknown.member("errors", "0", "code") == "compensation.benchmark-file", "\(unknown.text)")
            let declared = await service.declare(with: file, from: "2027-01-01")
            #expect(declared.member("file", "content") == "/attachments/\(file)/content", "\(declared.text)")
            #expect(declared.member("file", "sha256") == sent.member("sha256"))
            let again = await service.declare(with: file, from: "2027-02-01")
            #expect(again.member("errors", "0", "code") == "compensation.benchmark-file-used", "\(again.text)")
            let list = await service.get("/benchmark-documents")
            #expect(list.member("items", "0", "benchmark") == declared.member("id"), "\(list.text)")
            let kept = await service.call(
                "DELETE",
                "/attachments/\(file)",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                ifMatch: Int(sent.member("version") ?? "") ?? 0
            )
            #expect(kept.member("code") == "compensation.benchmark-document-used", "\(kept.text)")

            for (role, of, status) in [
                (Role.enterpriseHR, Sample.employer.creditCode, 200), (.enterpriseHR, "9137160270000001X7", 403),
                (.bureauOfficer, nil, 404), (.centreOfficer, nil, 404), (.countyOfficer, nil, 404),
                (.employee, Sample.employer.creditCode, 404), (.provinceOfficer, nil, 403),
            ] as [(Role, String?, Int)] {
                let read = await service.call(
                    "GET",
                    "/attachments/\(file)/content",
                    as: role,
                    of: of,
                    county: role.isOfCounty ? "371602" : nil,
                    person: role == .employee ? Sample.id(1) : nil
                )
                #expect(read.status == status, "\(role) \(of ?? "") \(read.text.prefix(200))")
            }
        }
    }
}

extension ServiceUnderTest<Main> {
    fileprivate func sendDocument(_ bytes: [UInt8], _ name: String) async -> PlainResponse {
        await call(
            "POST",
            "/benchmark-documents?name=\(name)&purpose=benchmark-document",
            as: .enterpriseHR,
            of: Sample.employer.creditCode,
            body: bytes,
            headers: ["content-type": "application/octet-stream"]
        )
    }

    fileprivate func declare(with file: String, from day: String) async -> PlainResponse {
        await post(
            "/benchmarks",
            #"""
            {"creditCode":"91371600MA3N00011J","effectiveFrom":"\#(day)","document":"薪酬管理办法第十二条",
             "file":"\#(file)","band":{"code":"ZG-2","minimumFen":1680000}}
            """#
        )
    }
}
