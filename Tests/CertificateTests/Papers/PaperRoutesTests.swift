import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("Papers, photos and copies")
struct PaperRoutesTests {
    /// Issued certificates; the path of the first.
    private static func issued(_ bench: Bench) async throws -> String {
        let path = try await bench.numbered()
        _ = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
        let id = try await bench.ask("GET /certificates", as: "hr").json["items"]?[0]?["id"]?.text ?? ""
        return "/certificates/\(id)"
    }

    @Test("are printed once they are issued, for the enterprise and officers, and for no other")
    func paper() async throws {
        try await Bench.with { bench in
            let registration = try await bench.numbered()
            let id = try await bench.ask("GET /certificates", as: "hr").json["items"]?[0]?["id"]?.text ?? ""
            let early = try await bench.ask("GET /certificates/\(id)/paper", as: "hr")
            #expect(early.code == "certificate.not-on-paper")
            _ = try await bench.ask("POST \(registration)/issue", as: "hr", version: 4)
            let paper = await bench.service.call(
                "GET",
                "/certificates/\(id)/paper",
                as: .enterpriseHR,
                of: Samples.enterprise.creditCode
            )
            #expect(paper.status == 200)
            let text = try Poppler.text(paper.body).filter { !$0.isWhitespace }
            #expect(text.contains("王建国") && text.contains(Samples.identityNumber))
            #expect(try Poppler.codes(paper.body, resolution: 300).contains("/verify#"))
            #expect(try await bench.ask("GET /certificates/\(id)/paper", as: "other-hr").status == 403)
            #expect(try await bench.ask("GET /certificates/\(id)/paper", as: "employee").status == 404)
            #expect(try await bench.ask("GET /certificates/\(id)/paper", as: nil).status == 401)
        }
    }

    @Test("have the photo that came last, and none that is no portrait")
    func photos() async throws {
        try await Bench.with { bench in
            let path = try await Self.issued(bench)
            let plain = await bench.service.call("GET", "\(path)/paper", as: .centreOfficer, of: nil).body
            let junk = try await bench.ask("PUT \(path)/photo?name=a.jpg", as: "hr", body: "no picture")
            #expect(junk.code == "certificate.photo-unreadable")
            let stamp = await Self.put(Portrait.png(width: 60, height: 84), path, bench)
            #expect(stamp.text.contains("certificate.photo-shape"))
            let wide = await Self.put(Portrait.png(width: 400, height: 300), path, bench)
            #expect(wide.text.contains("certificate.photo-shape"))
            #expect(await Self.put(Portrait.png(width: 295, height: 413), path, bench).status == 200)
            let portrait = await bench.service.call("GET", "\(path)/paper", as: .centreOfficer, of: nil).body
            #expect(portrait != plain)
            #expect(await Self.put(Portrait.png(width: 300, height: 420), path, bench).status == 200)
            let kept = await bench.service.call("GET", "\(path)/photo", as: .centreOfficer, of: nil)
            #expect(kept.body.starts(with: [0xFF, 0xD8]) && kept.headers["content-type"] == "image/jpeg")
            #expect(try await bench.ask("PUT \(path)/photo", as: "other-hr", body: "x").status == 403)
        }
    }

    @Test("made for a purpose bear it, and their link ends with its last day or when they are taken back")
    func copies() async throws {
        try await Bench.with { bench in
            let path = try await Self.issued(bench)
            let asked = #"{"purpose":"落户申请","through":"2026-10-20"}"#
            let copy = try await bench.ask("POST \(path)/copies", as: "hr", body: asked)
            #expect(copy.status == 201)
            let link = try #require(copy.json["link"]?.text)
            let token = try #require(link.split(separator: "/").last)
            let fetched = await bench.service.call("GET", "/copies/\(token)")
            #expect(fetched.status == 200 && fetched.body.starts(with: Array("%PDF".utf8)))
            let original = await bench.service.call("GET", "\(path)/paper", as: .centreOfficer, of: nil).body
            #expect(fetched.body != original)
            #expect(await bench.service.call("GET", "/copies/0000").status == 404)
            let listed = try await bench.ask("GET \(path)/copies", as: "hr").json["items"]
            #expect(listed?.elements.count == 1 && listed?[0]?["link"]?.text == nil)
            try await bench.travel(to: "2026-10-20")
            #expect(await bench.service.call("GET", "/copies/\(token)").status == 200)
            try await bench.travel(to: "2026-10-21")
            #expect(await bench.service.call("GET", "/copies/\(token)").status == 404)

            let later = #"{"purpose":"项目投标","through":"2026-11-20"}"#
            let second = try await bench.ask("POST \(path)/copies", as: "hr", body: later)
            let other = try #require(second.json["link"]?.text?.split(separator: "/").last)
            let id = try #require(second.json["id"]?.text)
            #expect(
                try await bench.ask("POST \(path)/copies/\(id)/withdrawal", as: "hr").json["isGood"] == .flag(false)
            )
            #expect(await bench.service.call("GET", "/copies/\(other)").status == 404)
        }
    }

    @Test(
        "for no purpose, for a day gone by or for years are refused by field",
        arguments: [
            (#"{"purpose":" ","through":"2026-10-20"}"#, "purpose", "certificate.copy-purpose"),
            (#"{"purpose":"落户","through":"2026-10-13"}"#, "through", "certificate.copy-in-past"),
            (#"{"purpose":"落户","through":"2028-10-20"}"#, "through", "certificate.copy-too-long"),
        ]
    )
    func refusedCopies(body: String, field: String, code: String) async throws {
        try await Bench.with { bench in
            let path = try await Self.issued(bench)
            let answer = try await bench.ask("POST \(path)/copies", as: "hr", body: body)
            #expect(answer.json["errors"]?[0]?["field"]?.text == field)
            #expect(answer.json["errors"]?[0]?["code"]?.text == code)
        }
    }

    private static func put(_ bytes: [UInt8], _ path: String, _ bench: Bench) async -> PlainResponse {
        await bench.service.call(
            "PUT",
            "\(path)/photo?name=photo.png",
            as: .enterpriseHR,
            of: Samples.enterprise.creditCode,
            body: bytes,
            headers: ["content-type": "application/octet-stream"]
        )
    }
}
