import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit
import Testing
import TestSupport

@testable import EvaluationService

/// What the tests of the whole service do over and over.
struct Desk {
    let service: ServiceUnderTest<Main>

    static func with(_ body: (Desk) async throws -> Void) async throws {
        try await ServiceUnderTest.with(Main.self) { service in
            let desk = Desk(service: service)
            try await desk.begin()
            try await body(desk)
        }
    }

    /// Lets the service know the sample's enterprise and filing.
    func begin() async throws {
        try await service.travel(to: Sample.today.start.addingTimeInterval(9 * 3600))
        try await service.hear(
            EnterpriseRegistered(
                registered: Sample.enterprise,
                enterpriseName: Sample.scope.enterpriseName,
                jurisdiction: "371602"
            ),
            from: .filing
        )
        try await service.hear(filingAccepted, from: .filing)
    }

    var filingAccepted: FilingAccepted {
        FilingAccepted(
            filing: Sample.scope.filing,
            filer: Sample.enterprise,
            enterpriseName: Sample.scope.enterpriseName,
            agencyCode: Sample.scope.agencyCode,
            authority: "滨州市职业技能鉴定服务中心",
            occupations: Sample.occupations,
            workPlanVersion: 1,
            workPlanDigest: "d",
            receiptNumber: "滨特备2026-1",
            acceptedOn: Sample.today,
            validFrom: Sample.scope.validFrom,
            validThrough: Sample.scope.validThrough
        )
    }

    /// Calls as the enterprise's human resources.
    func hr(
        _ method: String,
        _ target: String,
        json: String? = nil,
        body: [UInt8]? = nil,
        ifMatch version: Int? = nil,
        of creditCode: String = Sample.creditCode
    ) async -> PlainResponse {
        await service.call(
            method,
            target,
            as: .enterpriseHR,
            of: creditCode,
            json: json,
            body: body,
            ifMatch: version
        )
    }

    static func planBody(
        rule: String = "on-completion",
        publicityDays: Int = 5,
        filing: UUID = Sample.scope.filing,
        office: String = "\"handlingOffice\":\"纪检监察室\"",
        panelRule: String? = "{\"size\":5,\"selection\":\"named\"}",
        more: String = ""
    ) throws -> String {
        let posts = try zip(Sample.occupations, [3, 1, 1, 2]).map { occupation, count in
            "{\"occupation\":\(String(decoding: try WireFormat.encode(occupation), as: UTF8.self)),\"count\":\(count)}"
        }
        let panel = (0..<5).map { "{\"evaluator\":\"expert-\($0)\",\"name\":\"委员\($0)\",\"unit\":\"技术中心\"}" }
        let forming = panelRule.map { "\"panelRule\":\($0)," } ?? ""
        return """
            {\(forming)"filing":"\(filing.lowercase)","title":"2026年","referenceDate":"2026-09-01",
             "publicityDays":\(publicityDays),"posts":[\(posts.joined(separator: ","))],
             "methods":[{"name":"业绩评审","weight":100,"passMark":60}],"organisation":"考核委员会",
             "panel":[\(panel.joined(separator: ","))],
             "determination":{"rule":"\(rule)","authorisedBy":{"name":"周明远","office":"董事长","basis":"第6号决议"}},
             \(more)\(office),"decision":"总经理办公会决议",
             "committee":{"kind":"expert-panel","name":"专家评审委员会"},
             "postsDecision":{"paper":"设岗决定","decidedOn":"2026-08-20"},
             "schedule":{"applications":{"from":"2026-09-01","through":"2026-09-01"},
              "review":{"from":"2026-09-02","through":"2026-09-25"},
              "vote":{"from":"2026-09-02","through":"2026-09-26"},
              "publicity":{"from":"2026-09-03","through":"2026-10-31"}}}
            """
    }

    /// A round that takes applications.
    func openRound(
        rule: String = "on-completion",
        filing: UUID = Sample.scope.filing,
        more: String = ""
    ) async throws -> String {
        let plan = await hr("POST", "/plans", json: try Self.planBody(rule: rule, filing: filing, more: more))
        try #require(plan.status == 201, "\(plan.text)")
        let id = try #require(plan.member("id"))
        try await prove(id)
        let shown = await hr(
            "POST",
            "/plans/\(id)/disclosure",
            json: """
                {"shownToEmployeesOn":"2026-09-01","proof":"照片","sentToAuthorityOn":"2026-09-01","proofOfSending":"回执"}
                """,
            ifMatch: plan.version
        )
        try #require(shown.status == 200, "\(shown.text)")
        let round = await hr("POST", "/rounds", json: "{\"plan\":\"\(id)\"}")
        try #require(round.status == 201, "\(round.text)")
        return try #require(round.member("id"))
    }

    /// Uploads what proves that a plan was shown and sent.
    func prove(_ plan: String, _ purposes: [String] = ["plan-shown", "plan-sent"]) async throws {
        for purpose in purposes {
            let added = await hr(
                "POST",
                "/plans/\(plan)/attachments?name=board.png&purpose=\(purpose)",
                body: Array(try #require(Self.dot))
            )
            try #require(added.status == 201, "\(added.text)")
        }
    }

    /// Hands in the sample and waits until it is entered: what became of its rows, or why it is not taken.
    func importSample(into round: String) async throws -> PlainResponse {
        let (sent, rows) = try await imported(try Sample.applicants(), into: round)
        return rows ?? sent
    }

    /// Hands in a file and waits until it is entered: the answer, then the rows, where it was taken.
    func imported(
        _ bytes: [UInt8],
        into round: String,
        dryRun: Bool = false,
        isSigned: Bool = true
    ) async throws -> (import: PlainResponse, rows: PlainResponse?) {
        let signed = isSigned ? try await signedPapers(of: round) : nil
        let papers = signed.map { "&papers=\($0)" } ?? ""
        let target = "/rounds/\(round)/applications/import?name=a.csv&dryRun=\(dryRun)\(papers)"
        let sent = await hr("POST", target, body: bytes)
        guard sent.status == 201, let id = sent.member("id") else { return (sent, nil) }
        try await service.tick()
        return (
            await hr("GET", "/application-imports/\(id)"),
            await hr("GET", "/application-imports/\(id)/rows?limit=1000")
        )
    }

    /// The scan of what the persons of a list signed, as human resources keeps it with the round; nil while that is frozen.
    func signedPapers(of round: String) async throws -> String? {
        let target = "/rounds/\(round)/attachments?purpose=signed-papers&name=scan.png"
        let added = await hr("POST", target, body: Array(try #require(Self.dot)))
        if added.member("code") == "evaluation.round-frozen" { return nil }
        try #require(added.status == 201, "\(added.text)")
        return added.member("id")
    }

    /// A picture of one dot.
    static let dot = Data(
        base64Encoded:
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )

    /// A step of a round, on its present version.
    ///
    /// Eligibility is judged once the plan's days of application have passed.
    func step(_ round: String, _ word: String, json: String = "{}") async throws -> PlainResponse {
        if word == "eligibility" { try await endApplications() }
        let version = await hr("GET", "/rounds/\(round)").version
        let answer = await hr("POST", "/rounds/\(round)/\(word)", json: json, ifMatch: version)
        try #require((200..<300).contains(answer.status), "\(word): \(answer.text)")
        return answer
    }

    /// Travels past the days on which applications are taken, if they run.
    func endApplications() async throws {
        let after = Sample.schedule.applications.through.end.addingTimeInterval(9 * 3600)
        if service.clock.now < after { try await service.travel(to: after) }
    }

    /// Signs, as a second person of the enterprise, every relaxation that waits.
    func signRelaxations(_ round: String) async throws {
        struct Shown: Decodable {
            struct Item: Decodable {
                struct Relaxation: Decodable {
                    struct Signature: Decodable {}
                    let condition: String
                    let signature: Signature?
                }
                let id: String
                let relaxations: [Relaxation]
                let version: Int
            }
            let items: [Item]
        }
        let shown = await hr("GET", "/rounds/\(round)/applications?limit=200")
        for item in try WireFormat.decode(Shown.self, from: shown.body).items {
            for relaxation in item.relaxations where relaxation.signature == nil {
                let signed = await second(
                    "/applications/\(item.id)/relaxation/signature",
                    json: "{\"condition\":\"\(relaxation.condition)\",\"granted\":true}",
                    ifMatch: item.version
                )
                try #require(signed.status == 200, "\(signed.text)")
            }
        }
    }

    /// Commands as a second person of the enterprise.
    func second(_ target: String, json: String, ifMatch version: Int?) async -> PlainResponse {
        await service.call(
            "POST",
            target,
            as: .enterpriseHR,
            of: Sample.creditCode,
            subject: "second",
            json: json,
            ifMatch: version
        )
    }

    /// A list to be shown that day; the sample's has more names than there are posts.
    static func proposal(on day: String) -> String {
        "{\"publishedOn\":\"\(day)\",\"reasonForExceeding\":\"技能人才梯队建设需要\"}"
    }

    /// A round with the sample's applications whose list is out: nine names.
    func listed(rule: String = "on-completion") async throws -> (round: String, list: ListProposed) {
        let round = try await openRound(rule: rule)
        let imported = try await importSample(into: round)
        try #require(imported.status == 200, "\(imported.text)")
        for form in try Sample.systemApplications() {
            let taken = await hr(
                "POST",
                "/rounds/\(round)/applications",
                json: String(decoding: try WireFormat.encode(form), as: UTF8.self)
            )
            try #require(taken.status == 201, "\(taken.text)")
        }
        _ = try await step(round, "eligibility")
        let codes = try await startVote(round)
        try await castBallots(round, against: ["韩志勇"])
        try await count(round, with: codes)
        try await service.travel(to: Sample.day("2026-09-30").start.addingTimeInterval(9 * 3600))
        _ = try await step(round, "proposed-list", json: Self.proposal(on: "2026-09-30"))
        return (round, try #require(try await service.said(ListProposed.self).last))
    }
}

/// What the publicity timer says of a list.
struct Publicity {
    let about: NoticeRef
    let period = NoticePeriod(
        requiredDays: 5,
        publishedOn: Sample.day("2026-09-30"),
        lastDay: Sample.day("2026-10-13"),
        endsAt: Sample.day("2026-10-13").end,
        calendarVersion: "2026",
        authority: .official
    )

    init(about: NoticeRef) { self.about = about }

    init(of list: ListProposed) {
        self.init(
            about: NoticeRef(
                notice: Sample.id(90),
                list: list.list,
                round: list.round,
                publisher: list.proposer,
                listDigest: list.listDigest
            )
        )
    }

    func completed(
        cleared: [UUID],
        held: [UUID] = [],
        removed: [UUID] = [],
        continuing: [UUID] = []
    ) -> PublicityCompleted {
        PublicityCompleted(
            about: about,
            period: period,
            effectiveAt: period.endsAt,
            cleared: cleared,
            held: held,
            removed: removed,
            continuing: continuing
        )
    }

    var opened: PublicityOpened { PublicityOpened(about: about, period: period, names: 9) }

    /// The same notice after the list was amended.
    func amended(_ fact: ListAmended) -> Publicity {
        Publicity(
            about: NoticeRef(
                notice: about.notice,
                list: about.list,
                round: about.round,
                publisher: about.publisher,
                listDigest: fact.listDigest
            )
        )
    }

    func held(_ person: UUID, after: Bool = false) -> CandidateHeld {
        CandidateHeld(about: about, candidate: person, objection: Sample.id(91), afterCompletion: after)
    }

    func cleared(_ person: UUID, after: Bool, objection: UUID? = Sample.id(91)) -> CandidateCleared {
        CandidateCleared(
            about: about,
            period: period,
            candidate: person,
            objection: objection,
            afterCompletion: after,
            clearedAt: Sample.day("2026-10-20").start
        )
    }

    func removed(_ person: UUID) -> CandidateRemoved {
        CandidateRemoved(about: about, candidate: person, objection: Sample.id(91), reason: "业绩冒用")
    }
}
