import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import TestSupport
import Testing

@testable import FilingService

@Suite("Filings that existed before")
struct EnteringFilings {
    private static func row(
        _ filer: EnterpriseRef,
        _ code: String,
        _ from: String,
        _ through: String,
        _ number: Int
    ) throws -> ExistingFiling {
        ExistingFiling(
            application: GeneralApplication(
                filer: filer,
                occupations: Sample.filed,
                evaluationBody: "",
                staff: "",
                funding: "",
                rules: ""
            ),
            agencyCode: try AgencyCode(code),
            term: try Sample.term(from, through),
            submittedOn: Sample.day(from),
            acceptedOn: Sample.day(from),
            source: "台账.xlsx 第\(number)行"
        )
    }

    @Test("are entered as accepted on their days; what cannot be is told by itself, and nothing of it is written")
    func entersThem() async throws {
        try await Desk.with { desk in
            let own = await desk.ask("POST", "/enterprises", as: .centre, Papers.enterprise)
            let other = await desk.ask("POST", "/enterprises", as: .centre, Papers.otherEnterprise)
            let (one, two) = try (
                EnterpriseRef(id: #require(UUID(uuidString: own.id)), creditCode: "91371600MA3N00011J"),
                EnterpriseRef(id: #require(UUID(uuidString: other.id)), creditCode: "9137160270000001X7")
            )
            let rows = try [
                Self.row(one, "Y000037160001", "2020-01-01", "2022-12-31", 2),
                Self.row(one, "Y000037160001", "2023-01-01", "2028-12-31", 3),
                Self.row(one, "Y000037160001", "2028-12-31", "2031-12-31", 4),
                Self.row(two, "Y000037160001", "2023-01-01", "2028-12-31", 5),
                Self.row(two, "Y000037160002", "2023-01-01", "2028-12-31", 6),
            ]
            let outcomes = try await desk.enter(rows)
            let codes = outcomes.map { $0?.code ?? "entered" }
            #expect(
                codes == ["entered", "entered", "filing.general-in-force", "filing.agency-code-taken", "entered"]
            )
            let list = await desk.ask("GET", "/general-filings?state=accepted", as: .centre)
            #expect(list.items.count == 3)
            let imported = try #require(list.items.first?["imported"] as? [String: Any])
            #expect(imported["source"] as? String == "台账.xlsx 第2行" && imported["on"] as? String == "2026-09-01")
            #expect(list.items.first?["acceptedOn"] as? String == "2020-01-01")
            // A special-grade filing rests on it as on any other.
            let id = try #require(list.items[1]["id"] as? String)
            #expect(await desk.ask("POST", "/special-filings", as: .hr, Papers.special(on: id)).status == 201)
            let again = try await desk.enter([rows[1]])
            #expect(again.first??.code == "filing.general-in-force")
        }
    }
}
