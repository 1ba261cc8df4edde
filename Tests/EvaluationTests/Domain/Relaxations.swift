import Contracts
import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Relaxing a condition, clause 三（三）")
struct Relaxations {
    typealias Condition = RelaxationRequest.Condition

    static func application(_ change: (inout Particulars) -> Void) throws -> Application {
        Application.judged(entry: try Sample.entry(change), assessment: try Sample.judged(change))
    }

    /// Two and a half years in the post.
    static func short(_ particulars: inout Particulars) {
        if let posts = Sample.posts(("2024-03-01", nil)) { particulars.seniorPosts = posts }
    }

    static func propose(_ condition: Condition, by account: String = "hr") throws -> Application.Command {
        .proposeRelaxation(
            RelaxationProposal(
                condition: condition,
                ground: "稀缺型",
                reason: "钛合金焊接仅三家掌握",
                evidence: ["证明.pdf"],
                by: account,
                on: Sample.today
            ),
            under: try Sample.notice().relaxation
        )
    }

    static func sign(
        _ condition: Condition,
        by account: String,
        granted: Bool = true,
        isApplicant: Bool = false
    )
        -> Application.Command
    {
        .sign(
            RelaxationCase.Signature(by: account, on: Sample.today, isGranted: granted, remark: granted ? nil : "依据不足"),
            of: condition,
            isApplicant: isApplicant
        )
    }

    static func consent(_ condition: Condition) -> Application.Command {
        .consent(
            RelaxationCase.AuthorityConsent(
                documentNumber: "滨人社函12号",
                date: Sample.today,
                enteredBy: "centre",
                enteredOn: Sample.today
            ),
            to: condition
        )
    }

    @Test("is proposed by one and signed by another, and only then is the condition relaxed")
    func signed() throws {
        var application = try Self.application(Self.short)
        #expect(application.stage == .ineligible)
        _ = try application.handle(Self.propose(.seniorPostYears))
        #expect(application.stage == .needsPerson)
        #expect(application.assessment?.relaxation == nil)
        #expect(throws: Application.Rejection.relaxationProposed) {
            try application.decide(Self.propose(.seniorPostYears, by: "x"))
        }
        #expect(throws: Application.Rejection.signedByProposer) {
            try application.decide(Self.sign(.seniorPostYears, by: "hr"))
        }
        #expect(throws: Application.Rejection.signedByApplicant) {
            try application.decide(Self.sign(.seniorPostYears, by: "emp", isApplicant: true))
        }
        _ = try application.handle(Self.sign(.seniorPostYears, by: "second"))
        #expect(application.stage == .eligible)
        let years = try #require(application.assessment?.findings.first { $0.rule == "senior-post-years" })
        #expect(years.outcome == .notMet && years.isRelaxed)
        #expect(application.assessment?.relaxation == "按三(三)放宽三(一)2(基本条件2(年限));放宽事由:稀缺型;属“稀缺型高技能人才”;理由:钛合金焊接仅三家掌握")
        #expect(throws: Application.Rejection.noRelaxationProposed) {
            try application.decide(Self.sign(.seniorPostYears, by: "third"))
        }
        #expect(throws: Application.Rejection.nothingToRelax) { try application.decide(Self.propose(.seniorPostYears)) }
    }

    @Test("what an application asks for is a proposal of whoever judges")
    func asked() throws {
        var application = try Self.application {
            Self.short(&$0)
            $0.relaxation = RelaxationRequest(ground: "表现突出", condition: .seniorPostYears)
        }
        #expect(application.stage == .needsPerson)
        let waiting = try #require(application.assessment?.relaxations.first)
        #expect(waiting.proposedBy == "hr" && waiting.groundWords == nil && waiting.state == .awaitingSignature)
        // A review decides nothing of it: a relaxation is signed.
        #expect(throws: Application.Rejection.nothingToReview(clause: .relaxation)) {
            try application.decide(.review(Review(clause: .relaxation, rule: nil, isMet: true, reason: "r", by: "x")))
        }
        _ = try application.handle(Self.sign(.seniorPostYears, by: "second", granted: false))
        #expect(application.stage == .ineligible)
        #expect(application.assessment?.relaxation == nil)
        #expect(application.assessment?.findings.last?.facts.joined().contains("依据不足") == true)
        // Declined is not for ever: with more to say it can be proposed again, and both stay on record.
        _ = try application.handle(Self.propose(.seniorPostYears))
        _ = try application.handle(Self.sign(.seniorPostYears, by: "second"))
        #expect(application.stage == .eligible)
        #expect(application.assessment?.relaxations.map(\.state) == [.declined, .granted])
    }

    @Test(
        "another account of who proposed it or entered the application is no second person",
        arguments: [
            ("proposer-2", "张三", nil, Application.Rejection.signedByProposer),
            ("clerk-2", "李四", nil, .signedByWriter), ("clerk-3", "别名", 7, .signedByWriter),
            // A namesake whose account is tied to another person is another.
            ("clerk-4", "李四", 8, nil), ("second", "王五", nil, nil),
        ] as [(String, String, UInt8?, Application.Rejection?)]
    )
    func accounts(_ row: (String, String, UInt8?, Application.Rejection?)) throws {
        let entry = Entry(
            round: Sample.id(10),
            person: Sample.id(20),
            particulars: try Sample.particulars(Self.short),
            by: "clerk"
        )
        var application = Application.judged(entry: entry, assessment: try Sample.judged(Self.short))
        _ = try application.handle(Self.propose(.seniorPostYears, by: "proposer"))
        #expect(application.accountsBeforeSigning(.seniorPostYears) == ["clerk", "proposer"])
        let signer = VotePerson(account: row.0, name: row.1, person: row.2.map(Sample.id))
        let others = [
            VotePerson(account: "clerk", name: "李四", person: Sample.id(7)),
            VotePerson(account: "proposer", name: "张三", person: nil),
        ]
        let signature = RelaxationCase.Signature(by: row.0, on: Sample.today, isGranted: true, remark: nil)
        let command = Application.Command.sign(
            signature,
            of: .seniorPostYears,
            isApplicant: false,
            parties: SigningParties(signer: signer, others: others)
        )
        if let rejection = row.3 {
            #expect(throws: rejection) { try application.decide(command) }
        } else {
            #expect(try application.decide(command).count == 1)
        }
    }

    @Test("whoever entered the application, or changed it, does not sign", arguments: ["clerk", "other"])
    func entered(account: String) throws {
        func entry(_ account: String, _ change: (inout Particulars) -> Void) throws -> Entry {
            Entry(round: Sample.id(10), person: Sample.id(20), particulars: try Sample.particulars(change), by: account)
        }
        func asking(_ particulars: inout Particulars) {
            Self.short(&particulars)
            particulars.relaxation = RelaxationRequest(ground: "稀缺型", condition: .seniorPostYears)
        }
        var application = Application.absent
        _ = try application.handle(.submit(entry("clerk", asking)))
        _ = try application.handle(
            .submit(
                entry("other") {
                    asking(&$0)
                    $0.workshop = "二车间"
                }
            )
        )
        // The same again by a third, which changes nothing.
        let same = try application.handle(
            .submit(
                entry("third") {
                    asking(&$0)
                    $0.workshop = "二车间"
                }
            )
        )
        #expect(same == [] && application.entry?.enteredBy == ["clerk", "other"])
        _ = try application.handle(.judge(try Sample.judging()))
        #expect(application.assessment?.relaxations.first?.proposedBy == "hr")
        #expect(throws: Application.Rejection.signedByWriter) {
            try application.decide(Self.sign(.seniorPostYears, by: account))
        }
        _ = try application.handle(Self.sign(.seniorPostYears, by: "third"))
        #expect(application.stage == .eligible)
    }

    @Test("what is met asks for no relaxation, though the form did")
    func unneeded() throws {
        let application = try Self.application {
            $0.relaxation = RelaxationRequest(ground: "稀缺型", condition: .seniorPostYears)
        }
        #expect(application.stage == .eligible)
        #expect(application.assessment?.relaxations == [])
    }

    @Test("the additional conditions are relaxed as a whole")
    func additional() throws {
        var application = try Self.application { $0.conditions = [] }
        #expect(application.stage == .ineligible)
        _ = try application.handle(Self.propose(.additional))
        _ = try application.handle(Self.sign(.additional, by: "second"))
        #expect(application.stage == .eligible)
        #expect(application.assessment?.relaxation?.contains("三(二)") == true)
    }

    struct Strict: Sendable {
        let condition: Condition
        let change: @Sendable (inout Particulars) -> Void
    }

    @Test(
        "遵纪守法, 在职在岗 and 高级技师 take the filing authority's written consent",
        arguments: [
            Strict(condition: .conduct) { $0.conductConfirmed = false },
            Strict(condition: .inService) { $0.dutyStatus = "离岗" },
            Strict(condition: .seniorLevel) { ($0.prior.level, $0.prior.levelText) = (.technician, "二级/技师") },
        ]
    )
    func consent(_ row: Strict) throws {
        var application = try Self.application(row.change)
        _ = try application.handle(Self.propose(row.condition))
        #expect(application.assessment?.relaxation(of: row.condition)?.state == .awaitingConsent)
        #expect(throws: Application.Rejection.consentMissing) {
            try application.decide(Self.sign(row.condition, by: "second"))
        }
        // To decline takes no consent.
        #expect(try application.decide(Self.sign(row.condition, by: "second", granted: false)).count == 1)
        _ = try application.handle(Self.consent(row.condition))
        _ = try application.handle(Self.sign(row.condition, by: "second"))
        #expect(application.stage == .eligible)
        #expect(application.assessment?.relaxation?.contains("滨人社函12号") == true)
    }

    @Test("health, the front line and the occupation cannot be relaxed at all, nor are years a matter for consent")
    func never() throws {
        var application = try Self.application {
            $0.healthConfirmed = false
            Self.short(&$0)
        }
        #expect(throws: Application.Rejection.notRelaxable(condition: "health")) {
            try application.decide(Self.propose(Condition(rawValue: "health")))
        }
        _ = try application.handle(Self.propose(.seniorPostYears))
        #expect(application.stage == .ineligible, "health still stands in the way")
        #expect(throws: Application.Rejection.consentNotNeeded) {
            try application.decide(Self.consent(.seniorPostYears))
        }
        #expect(throws: Application.Rejection.noRelaxationProposed) { try application.decide(Self.consent(.conduct)) }
    }
}

@Suite("The one re-check of a refusal")
struct Rechecks {
    private static func refused() throws -> Application {
        try Relaxations.application { $0.positionKind = "管理" }
    }

    private static let ask = Application.Command.askRecheck(
        Recheck(askedBy: "emp", reason: "实际在班组顶岗", evidence: ["排班表.pdf"], askedOn: Sample.today)
    )

    private static func decide(by account: String, changed: [String]) -> Application.Command {
        .decideRecheck(Recheck.Decision(by: account, reason: "已核实排班", on: Sample.today, changed: changed))
    }

    @Test("keeps the application open until it is decided, and can change the refusal")
    func changes() throws {
        var application = try Self.refused()
        _ = try application.handle(Self.ask)
        #expect(application.stage == .needsPerson)
        #expect(throws: Application.Rejection.recheckAskedBefore) { try application.decide(Self.ask) }
        #expect(throws: Application.Rejection.recheckBySamePerson) {
            try application.decide(Self.decide(by: "emp", changed: []))
        }
        #expect(throws: Application.Rejection.recheckOutside(rules: "health")) {
            try application.decide(Self.decide(by: "other", changed: ["front-line-post", "health"]))
        }
        _ = try application.handle(Self.decide(by: "other", changed: ["front-line-post"]))
        #expect(application.stage == .eligible)
        let finding = application.assessment?.findings.first { $0.rule == "front-line-post" }
        #expect(finding?.facts.last == "复核认定:已核实排班")
        #expect(finding?.review?.by == "other")
        #expect(throws: Application.Rejection.recheckAskedBefore) { try application.decide(Self.ask) }
    }

    @Test("can leave the refusal as it is, for good")
    func upholds() throws {
        var application = try Self.refused()
        _ = try application.handle(Self.ask)
        _ = try application.handle(Self.decide(by: "other", changed: []))
        #expect(application.stage == .ineligible)
        #expect(throws: Application.Rejection.recheckAskedBefore) { try application.decide(Self.ask) }
        #expect(throws: Application.Rejection.noRecheckOpen) {
            try application.decide(Self.decide(by: "third", changed: ["front-line-post"]))
        }
    }

    @Test("is not decided by who refused before")
    func firstReviewer() throws {
        var application = try Relaxations.application { $0.positionKind = "检验" }
        _ = try application.handle(
            .review(Review(clause: .preamble, rule: nil, isMet: false, reason: "不在一线", by: "hr", on: Sample.today))
        )
        #expect(application.stage == .ineligible)
        _ = try application.handle(Self.ask)
        #expect(throws: Application.Rejection.recheckBySamePerson) {
            try application.decide(Self.decide(by: "hr", changed: ["front-line-post"]))
        }
        #expect(try application.decide(Self.decide(by: "hr-2", changed: ["front-line-post"])).count == 1)
    }

    @Test("is for refusals only")
    func nothing() throws {
        let application = try Relaxations.application { _ in }
        #expect(throws: Application.Rejection.nothingRefused) { try application.decide(Self.ask) }
    }
}
