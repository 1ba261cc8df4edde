import Foundation
import Kernel
import TestSupport
import Testing

@testable import FilingService
@testable import ServiceKit

@Suite("The first records of the authorities")
struct FirstRecordsTests {
    private static let settings = [
        "suggestions.authority": "东营市人力资源和社会保障局", "suggestions.sections": "职建科,东营市鉴定中心",
        "suggestions.telephone": "0546-8000001", "authority.name": "东营市职业技能鉴定中心", "authority.telephone": "0546-8000002",
    ]
    private static let changed = """
        {"name":"东营市人社局","validFrom":"2027-01-01","offices":[{"name":"技能人才科"}]}
        """

    @Test("are another city's by its settings, until the record is changed; numbers fill what a record leaves open")
    func settings() async throws {
        try await ServiceUnderTest.with(Main.self, settings: Self.settings) { service in
            try await service.travel(to: Sample.day("2026-09-01").start.addingTimeInterval(3600))
            let block = await service.call("GET", "/contact-block")
            for text in ["东营市人力资源和社会保障局", "职建科 0546-8000001", "东营市鉴定中心 0546-8000002"] {
                #expect(block.text.contains(text), "\(text)")
            }
            let id = "01910000-0000-7000-8000-000000000001"
            let answer = await service.call(
                "POST",
                "/authorities/\(id)/versions",
                as: .bureauOfficer,
                json: Self.changed,
                ifMatch: 0
            )
            #expect(answer.status == 200, "\(answer.text)")
            #expect(answer.member("versions", "0", "name") == "东营市人力资源和社会保障局", "days past stay")
            #expect(answer.member("versions", "1", "name") == "东营市人社局")
            #expect(answer.member("versions", "1", "offices", "0", "telephone") == "0546-8000001")
            let later = await service.call("GET", "/authorities?on=2027-01-01")
            #expect(later.member("items", "0", "offices", "0", "name") == "技能人才科")
        }
    }
}

@Suite("Who may ask filing what")
struct AccessTable {
    @Test(
        "County officers, whose rows are all limited to their county, read what concerns it and do their duty, nothing else"
    )
    func counties() {
        let rows = Main.access.rows.filter { $0.value.roles?.contains(.countyOfficer) == true }
        #expect(
            Set(rows.keys) == [
                "GET /enterprises", "GET /enterprises/{id}", "GET /general-filings", "GET /general-filings/{id}",
                "GET /special-filings", "GET /special-filings/{id}", "GET /special-filings/{id}/units", "GET /counties",
                "POST /liaisons", "GET /liaisons", "PUT /liaisons/{id}", "POST /policy-notes", "GET /policy-notes",
                "GET /policy-notes/{id}", "GET /policy-notes/{id}/recipients", "POST /policy-notes/{id}/withdrawal",
                "POST /policy-notes/{id}/attachments", "GET /policy-notes/{id}/attachments", "GET /attachments/{id}",
                "GET /attachments/{id}/content", "PUT /attachments/{id}/chunks/{number}",
                "POST /attachments/{id}/completion", "DELETE /attachments/{id}",
            ]
        )
        #expect(rows.allSatisfy { $0.value.scope.contains(.ownCounty) })
    }

    @Test("Everybody may ask a question and read who is to be asked, and nothing that is an enterprise's")
    func everyone() {
        let open = Set(Main.access.rows.filter { $0.value.roles == nil }.keys)
        #expect(
            open.isSuperset(of: [
                "POST /questions", "POST /question-inquiries", "GET /jurisdictions", "GET /authorities",
                "GET /authorities/{id}",
                "GET /contact-block",
            ])
        )
        #expect(!open.contains { $0.contains("/enterprises") || $0.contains("filings/{id}") && !$0.hasPrefix("GET") })
    }
}
