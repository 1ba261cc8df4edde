import Attachments
import Foundation
import Kernel
import Postgres
import Testing

@testable import FilingService

@Suite("Files of filings, over HTTP")
struct FilesOfFilings {
    static let pdf = Array("%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".utf8)

    static func draft(at desk: Desk) async throws -> Desk.Reply {
        _ = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
        let whole = Papers.general.replacing(#""rules":"#, with: #""members":[],"rules":"#)
        return await desk.ask("POST", "/general-filings/drafts", as: .hr, whole)
    }

    static func send(
        _ bytes: [UInt8],
        _ name: String,
        _ purpose: String,
        to path: String,
        as who: Desk.Who = .hr,
        at desk: Desk
    ) async -> Desk.Reply {
        let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return await desk.ask(
            "POST",
            "\(path)/attachments?name=\(name)&purpose=\(purpose)",
            as: who,
            file: bytes,
            type: "application/octet-stream"
        )
    }

    @Test("are part of what is handed in, by digest; seen by the enterprise and officers alone")
    func arePartOfIt() async throws {
        try await Desk.with { desk in
            let draft = try await Self.draft(at: desk)
            let path = "/general-filings/\(draft.id)"
            let sent = await Self.send(Self.pdf, "𬭎制度.pdf", "rules", to: path, at: desk)
            #expect(sent.status == 201 && sent["phase"] as? String == "complete", "\(sent.text)")
            #expect(sent["name"] as? String == "𬭎制度.pdf")
            let spare = await Self.send(Self.pdf, "草稿.pdf", "other", to: path, at: desk)
            let taken = await desk.ask("DELETE", "/attachments/\(spare.id)", as: .hr, ifMatch: spare.version)
            #expect(taken.status == 204)
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: draft.version)
            let files = try #require(submitted["attachments"] as? [[String: Any]])
            #expect(files.map { $0["sha256"] as? String } == [sent["sha256"] as? String])

            #expect(await desk.ask("GET", "/attachments/\(sent.id)/content", as: .centre).bytes == Self.pdf)
            #expect(await desk.ask("GET", "\(path)/attachments", as: .bureau).items.count == 1)
            #expect(await desk.ask("GET", "/attachments/\(sent.id)/content", as: .otherHR).status == 403)
            #expect(await desk.ask("GET", "\(path)/attachments", as: .employee).status == 403)
            let late = await Self.send(Self.pdf, "晚.pdf", "rules", to: path, at: desk)
            #expect(late.code == "filing.already-submitted")
            #expect(
                await desk.ask("DELETE", "/attachments/\(sent.id)", as: .hr, ifMatch: sent.version).status == 409
            )
        }
    }

    @Test("handed in once stay while corrections are due, and new ones come beside them")
    func staysWhatWasHandedIn() async throws {
        try await Desk.with { desk in
            let draft = try await Self.draft(at: desk)
            let path = "/general-filings/\(draft.id)"
            let sent = await Self.send(Self.pdf, "制度.pdf", "rules", to: path, at: desk)
            let submitted = await desk.ask("POST", "\(path)/submission", as: .hr, ifMatch: draft.version)
            let told = await desk.ask(
                "POST",
                "\(path)/corrections",
                as: .centre,
                #"{"requests":[{"place":"附件·制度","reason":"缺页"}]}"#,
                ifMatch: submitted.version
            )
            let gone = await desk.ask("DELETE", "/attachments/\(sent.id)", as: .hr, ifMatch: sent.version)
            #expect(gone.code == "filing.file-handed-in")
            _ = await Self.send(Self.pdf + Array("%".utf8), "制度2.pdf", "rules", to: path, at: desk)
            let again = await desk.ask("POST", "\(path)/resubmission", as: .hr, ifMatch: told.version)
            #expect((again["attachments"] as? [Any])?.count == 2)
        }
    }

    @Test("too large, programs, bombs, unknown purposes and officers' own are refused")
    func refusesBadFiles() async throws {
        try await Desk.with { desk in
            let draft = try await Self.draft(at: desk)
            let path = "/general-filings/\(draft.id)"
            let declared = await desk.ask(
                "POST",
                "\(path)/attachments",
                as: .hr,
                #"{"name":"录像.pdf","purpose":"rules","size":209715200,"sha256":"\#(String(repeating: "a", count: 64))"}"#,
                type: "application/json"
            )
            #expect(declared.status == 413 && declared.text.contains("最大 50 MiB"), "\(declared.text)")
            let program = await Self.send(
                Array("MZ".utf8) + [UInt8](repeating: 0, count: 300),
                "a.exe",
                "rules",
                to: path,
                at: desk
            )
            #expect(program.status == 422 && program.code == "attachments.executable")
            let unknown = await Self.send(Self.pdf, "a.pdf", "photos", to: path, at: desk)
            #expect(unknown.status == 400, "\(unknown.text)")
            let others = await Self.send(Self.pdf, "a.pdf", "work-plan", to: path, at: desk)
            #expect(others.code == "filing.file-purpose")
            let bomb = await Self.send(try ZipBomb.docx(), "制度.docx", "rules", to: path, at: desk)
            #expect(bomb.status == 422 && bomb.code == "attachments.bomb", "\(bomb.text)")
            #expect(await Self.send(Self.pdf, "a.pdf", "rules", to: path, as: .centre, at: desk).status == 403)
            #expect(await Self.send(Self.pdf, "a.pdf", "rules", to: path, as: .otherHR, at: desk).status == 403)
        }
    }
}
