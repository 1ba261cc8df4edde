import Foundation
import Kernel
import Testing

@testable import CertificateService

@Suite("Who may do what")
struct AccessTests {
    @Test("each step is its own role's, and an enterprise's only within itself")
    func roles() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let path = "/registrations/\(try await bench.registration())"
            let passed = #"{"outcome":"passed"}"#
            let table: [(String, [String?: Int])] = [
                (
                    "GET \(path)",
                    [
                        "hr": 200, "other-hr": 403, "centre": 200, "bureau": 200, "county": 403, "employee": 403,
                        nil: 401,
                    ]
                ),
                ("POST \(path)/submission", ["other-hr": 403, "centre": 403, "employee": 403, nil: 401]),
                ("POST \(path)/municipal-audit", ["hr": 403, "province": 403, "bureau": 403, nil: 401]),
                ("POST \(path)/provincial-audit", ["hr": 403, "centre": 403, "bureau": 403, nil: 401]),
                ("POST \(path)/issue", ["other-hr": 403, "centre": 403, "province": 403, nil: 401]),
                ("POST \(path)/recorded-audit", ["hr": 403, "bureau": 403, "employee": 403, nil: 401]),
                ("GET /registrations/overdue", ["hr": 200, "centre": 200, "county": 200, "employee": 403, nil: 401]),
                ("GET /hand-overs", ["hr": 200, "province": 200, "employee": 403, nil: 401]),
                ("GET /registrations", ["hr": 200, "other-hr": 200, "employee": 403, nil: 401]),
                ("GET /certificates", ["hr": 200, "county": 403, "employee": 403, nil: 401]),
                (
                    "GET /revocations",
                    [
                        "hr": 403, "other-hr": 403, "employee": 403, "province": 403, "centre": 200, "bureau": 200,
                        nil: 401,
                    ]
                ),
            ]
            for (request, answers) in table {
                for (token, status) in answers {
                    let answer = try await bench.ask(request, as: token, version: 1, body: passed)
                    #expect(answer.status == status, "\(request) as \(token ?? "anybody")")
                }
            }
            #expect(try await bench.ask("GET \(path)", as: "hr").json["version"]?.int == 1)
        }
    }

    @Test("lists show an enterprise its own and nothing else, and page by cursor")
    func lists() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved(10), bench.approved(11), bench.approved(12))
            #expect(try await bench.ask("GET /certificates", as: "other-hr").json["items"]?.elements.isEmpty == true)
            let foreign = "GET /certificates?creditCode=\(Samples.enterprise.creditCode)"
            #expect(try await bench.ask(foreign, as: "other-hr").status == 403)
            #expect(try await bench.ask(foreign, as: "centre").json["items"]?.elements.count == 6)

            var seen: [String] = []
            var next: String? = ""
            while let after = next {
                let page = try await bench.ask(
                    "GET /certificates?limit=4" + (after.isEmpty ? "" : "&after=\(after)"),
                    as: "hr"
                )
                seen += page.json["items"]?.elements.compactMap { $0["id"]?.text } ?? []
                next = page.json["next"]?.text
            }
            #expect(seen.count == 6)
            #expect(Set(seen).count == 6)
        }
    }
}
