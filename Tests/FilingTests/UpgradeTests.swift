import FilingDomain
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import FilingService

/// What an installation of the first version has written is read by this one.
@Suite("A database of the first version")
struct UpgradeTests {
    static func id(_ number: Int) -> UUID {
        UUID(uuidString: "01990000-0000-7000-8000-\(String(100_000_000_000 + number))") ?? UUID()
    }

    private static let filer = #"{"creditCode":"91371600MA3N00011J","id":"\#(Sample.enterpriseID.lowercase)"}"#
    private static let application = #"""
        {"evaluationBody":"委员会","filer":\#(filer),"funding":"有","occupations":[{"levels":["seniorTechnician"],
         "occupation":{"code":"6-18-02-04","edition":"2022","name":"焊工"}}],"rules":"有","staff":"考评员12人"}
        """#
    private static let term = #"{"from":"2026-01-01","through":"2028-12-31"}"#
    /// The digest of a plan with an "a" in every part.
    private static let digest: String = {
        let plan = WorkPlan(
            planning: "a",
            standards: "a",
            methods: "a",
            procedure: "a",
            resultsUse: "a",
            conditions: "a",
            organisation: "a",
            schedule: "a"
        )
        return (try? CanonicalWorkPlan.digest(of: plan)) ?? ""
    }()
    private static let dossier = #"""
        {"application":{"handler":"李敏","plannedPosts":7,"reason":"理由","seniorTechnicians":36,"skilledWorkers":420},
         "filer":\#(filer),"generalFiling":"\#(id(2).lowercase)","occupations":[{"code":"6-18-02-04","edition":"2022",
         "name":"焊工"}],"workPlan":{"digest":"\#(digest)","number":2,"on":"2026-08-03","plan":{"conditions":"a","methods":"a",
         "organisation":"a","planning":"a","procedure":"a","resultsUse":"a","schedule":"a","standards":"a"}}}
        """#
    private static let corrections = #"""
        {"on":"2026-08-05","requests":[{"number":1,"place":"申请表","reason":"未盖章"}],"submittedOn":"2026-08-03"}
        """#
    private static let receipt = #"""
        {"agencyCode":"Y000037160001","authority":"滨州市职业技能鉴定服务中心","number":{"sequence":7,"word":"滨特备",
         "year":2026},"on":"2026-08-10","term":\#(term)}
        """#

    private static let generals: [(phase: String, state: String)] = [
        ("submitted", #"{"submitted":{"application":\#(application),"on":"2026-08-03"}}"#),
        (
            "accepted",
            #"""
            {"accepted":{"application":\#(application),"grant":{"agencyCode":"Y000037160001","on":"2026-08-04",
             "term":\#(term)},"submittedOn":"2026-08-03"}}
            """#
        ),
        (
            "refused",
            #"{"refused":{"application":\#(application),"on":"2026-08-04","reasons":["无经费"],"submittedOn":"2026-08-03"}}"#
        ),
    ]

    private static let specials: [(phase: String, state: String)] = [
        ("draft", #"{"draft":{"dossier":\#(dossier)}}"#),
        ("submitted", #"{"submitted":{"dossier":\#(dossier),"on":"2026-08-03"}}"#),
        ("correcting", #"{"correcting":{"corrections":\#(corrections),"dossier":\#(dossier)}}"#),
        (
            "resubmitted",
            #"{"resubmitted":{"corrections":\#(corrections),"dossier":\#(dossier),"on":"2026-08-07"}}"#
        ),
        (
            "accepted",
            #"{"accepted":{"course":{"submittedOn":"2026-08-03"},"dossier":\#(dossier),"receipt":\#(receipt)}}"#
        ),
        (
            "refused",
            #"{"refused":{"course":{"submittedOn":"2026-08-03"},"dossier":\#(dossier),"on":"2026-08-06","reasons":["无"]}}"#
        ),
    ]

    @Test("is brought to this one, filings of every state are read and go on, and it goes back again")
    func upgrades() async throws {
        let first = Main.allMigrations.filter {
            ["m", "k"].contains(String($0.name.prefix(1))) || $0.name == "v001_filing"
        }
        try await ScratchDatabase.with(first, service: "filing") { pool, database in
            try await pool.transaction { tx in try Self.write(in: tx) }
            let migrator = Migrator(Main.allMigrations, servingRole: database.configuration.user ?? "")
            let logger = Logger(label: "upgrade")
            try await migrator.migrate(database.ownerConfiguration, logger: logger)
            try await pool.transaction { tx in try Self.check(in: tx) }
            _ = try await migrator.rollBack(to: "v001_filing", database.ownerConfiguration, logger: logger)
            try await pool.transaction { tx in
                let old = try tx.query("SELECT state::text AS state FROM general_filing ORDER BY id").map {
                    try JSONSerialization.jsonObject(with: Data(($0["state"] as String).utf8)) as? NSDictionary
                }
                let written = try Self.generals.map {
                    try JSONSerialization.jsonObject(with: Data($0.state.utf8)) as? NSDictionary
                }
                #expect(old == written)
                let refused = try tx.query("SELECT state::text AS state FROM special_filing WHERE phase = 'refused'")
                    .first.map { try JSONSerialization.jsonObject(with: Data(($0["state"] as String).utf8)) }
                let before = try JSONSerialization.jsonObject(with: Data(Self.specials[5].state.utf8))
                #expect(refused as? NSDictionary == before as? NSDictionary)
            }
        }
    }

    private static func write(in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO enterprise (id, credit_code, name, jurisdiction, state, version) VALUES
                (\(Sample.enterpriseID), '91371600MA3N00011J', '滨州\u{2CB4E}机械有限公司', '371602',
                 \(#"{"registered":{"on":"2026-08-01","particulars":{"creditCode":"91371600MA3N00011J","jurisdiction":"371602","legalRepresentative":"王建国","name":"滨州\#u{2CB4E}机械有限公司"}}}"#)::text::jsonb, 1)
            """
        )
        for (place, filing) in generals.enumerated() {
            try tx.execute(
                """
                INSERT INTO general_filing (id, enterprise, phase, state, version)
                VALUES (\(id(1 + place)), \(Sample.enterpriseID), \(filing.phase), \(filing.state)::text::jsonb, 2)
                """
            )
        }
        for (place, filing) in specials.enumerated() {
            let receipt: String? = filing.phase == "accepted" ? "滨特备〔2026〕0007号" : nil
            try tx.execute(
                """
                INSERT INTO special_filing (id, enterprise, general_filing, phase, receipt, state, version)
                VALUES (\(id(10 + place)), \(Sample.enterpriseID), \(id(2)), \(filing.phase), \(receipt),
                    \(filing.state)::text::jsonb, 3)
                """
            )
        }
        try tx.execute(
            """
            INSERT INTO work_plan (special_filing, version, digest, bytes)
            VALUES (\(id(10)), 1, encode(sha256('x'::bytea), 'hex'), 'x'::bytea),
                (\(id(10)), 2, encode(sha256('y'::bytea), 'hex'), 'y'::bytea)
            """
        )
        try tx.execute(
            """
            INSERT INTO journal (aggregate, aggregate_id, version, kind, actor, at, correlation, event)
            VALUES ('special_filing', \(id(10)), 1, 'drafted', 'hr', now(), \(id(90)),
                \(Array(#"{"drafted":{"dossier":{"workPlan":{"number":1,"on":"2026-08-02"}}}}"#.utf8)))
            """
        )
    }

    private static func check(in tx: borrowing Transaction) throws {
        let generals = try GeneralFilingStore().load((1...3).map(id), in: tx)
        #expect(generals.map(\.state.phase) == [.submitted, .accepted, .refused])
        #expect(generals[1].state.course == Course(submittedOn: Sample.day("2026-08-03")))
        #expect(generals[1].state.basis?.term.through == Sample.day("2028-12-31"))
        #expect(generals[1].state.application?.members == [] && generals[1].state.grant?.imported == nil)
        guard case .refused(_, _, let refusal) = generals[2].state else {
            Issue.record("not refused")
            return
        }
        #expect(refusal == Refusal(reasons: ["无经费"], on: Sample.day("2026-08-04")))

        var specials = try SpecialFilingStore().load((10...15).map(id), in: tx)
        #expect(
            specials.map(\.state.phase) == [.draft, .submitted, .correcting, .resubmitted, .accepted, .refused]
        )
        #expect(specials[2].state.course?.corrections?.unanswered == [1])
        try specials[2].handle(.answer(number: 1, text: "已盖章", on: Sample.day("2026-08-08")))
        try SpecialFilingStore().save([specials[2]], in: tx)

        let handlings = try HandlingStore().read(of: [id(1)] + (10...15).map(id), in: tx)
        #expect(Set(handlings.keys) == [id(1), id(11), id(12), id(13)])
        let calendar = try WorkingCalendar.initial()
        let readings = [1, 11, 12, 13].map { number in
            handlings[id(number)]?.state.clock?.reading(on: Sample.day("2026-08-10"), by: calendar)
        }
        #expect(readings.map { $0?.movement } == [.running, .running, .stopped, .running])
        #expect(readings.map { $0?.usedDays } == [5, 5, 2, 3])
        #expect(handlings[id(12)]?.state.matter?.kind == .special)
        // The clock of what was corrected goes on.
        guard var waiting = handlings[id(12)] else { return }
        try waiting.handle(.resume(on: Sample.day("2026-08-10")))
        try HandlingStore().save([waiting], in: tx)

        let paper: PaperContent? = try tx.query("SELECT content FROM filing_paper WHERE filing = \(id(14))").first?
            .json("content")
        #expect(paper?.number.text == "滨特备〔2026〕0007号" && paper?.enterprise == "滨州\u{2CB4E}机械有限公司")
        #expect(paper?.workPlan?.version == 2 && paper?.occupations.first?.levels == [.specialGradeTechnician])
        if let paper { #expect(try Poppler.text(PrintedPaper(content: paper).printed()).contains("\u{2CB4E}")) }
        let days = try tx.query(
            "SELECT written_on::text AS day FROM work_plan WHERE special_filing = \(id(10)) ORDER BY version"
        ).map {
            try $0["day"] as String?
        }
        #expect(days == ["2026-08-02", nil])
    }
}
