import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A vote whose officers change, and one whose filing stands still", .timeLimit(.minutes(30)))
struct OfficersAndClosing {
    private static let plannedOfficers =
        #""votingRule":{"quorum":{"numerator":2,"denominator":3},"passing":{"numerator":2,"denominator":3},"#
        + #""ballot":"secret","openingOfficers":[{"account":"gone-1","name":"原开票人"},"#
        + #"{"account":"keeper-2","name":"工会田野"}]},"#

    /// A judged round with its panel.
    private func judged(_ desk: Desk, more: String = "") async throws -> String {
        let round = try await desk.openRound(more: more)
        _ = try await desk.importSample(into: round)
        _ = try await desk.step(round, "eligibility")
        try await desk.signRelaxations(round)
        try await desk.formPanel(round)
        return round
    }

    private static func replacing(_ leaving: String, by account: String, reason: String = "调离") -> String {
        "{\"leaving\":\"\(leaving)\",\"account\":\"\(account)\",\"name\":\"新开票人\",\"reason\":\"\(reason)\"}"
    }

    @Test(
        "an officer of the plan is replaced with a reason before the opening; nobody of the panel, nor the other officer, follows"
    )
    func replaced() async throws {
        try await Desk.with { desk in
            let round = try await judged(desk, more: Self.plannedOfficers)
            _ = try await desk.step(round, "voting")
            let version = await desk.hr("GET", "/rounds/\(round)").version
            func replace(_ json: String) async -> PlainResponse {
                await desk.hr("POST", "/rounds/\(round)/voting/officers", json: json, ifMatch: version)
            }
            let silent = await replace(Self.replacing("gone-1", by: "keeper-1", reason: ""))
            #expect(silent.member("errors", "0", "field") == "reason", "\(silent.text)")
            for (account, code) in [
                ("expert-2", "evaluation.vote-officer-on-panel"), ("keeper-2", "evaluation.vote-officers-not-two"),
                ("gone-1", "evaluation.vote-officers-not-two"),
            ] {
                #expect(await replace(Self.replacing("gone-1", by: account)).member("code") == code)
            }
            #expect(
                await replace(Self.replacing("nobody", by: "keeper-1")).member("code")
                    == "evaluation.not-an-opening-officer"
            )
            let done = await replace(Self.replacing("gone-1", by: "keeper-1"))
            #expect(done.member("replacements", "0", "leaving") == "原开票人", "\(done.text)")
            #expect(done.member("officers", "0", "account") == "keeper-1")
            var codes: [String] = []
            for place in 0..<2 {
                codes.append(try #require(await desk.officer(place, "voting/key", of: round).member("code")))
            }
            _ = try await desk.step(round, "voting/opening")
            let late = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/officers",
                json: Self.replacing("keeper-1", by: "keeper-3"),
                ifMatch: await desk.hr("GET", "/rounds/\(round)").version
            )
            #expect(late.member("code") == "evaluation.vote-officers-fixed")
            try await desk.castBallots(round)
            try await desk.count(round, with: codes)
            let kinds = try await desk.service.database.transaction { tx in
                try tx.query("SELECT kind FROM journal_readable WHERE aggregate = 'voting'")
                    .map { try $0.decode("kind", as: String.self) }
            }
            #expect(kinds.contains("officerReplaced"))
            let minutes = await desk.hr("GET", "/rounds/\(round)/minutes")
            Picture.keep(minutes.body, as: "minutes-replaced-officer.pdf")
            #expect(minutes.status == 200)
        }
    }

    private static let standIns =
        #"{"officers":[{"account":"keeper-1","name":"纪检监察室吴敏","standIn":{"account":"keeper-3","name":"审计科何青"}},"#
        + #"{"account":"keeper-2","name":"工会田野","standIn":{"account":"keeper-4","name":"工会郭亮"}}]}"#

    @Test("a stand-in opens a layer in the officer's place with a reason, and no other layer")
    func standIn() async throws {
        try await Desk.with { desk in
            let round = try await judged(desk)
            _ = try await desk.step(round, "voting", json: Self.standIns)
            let vote = await desk.vote(of: round)
            func officer(_ number: Int, _ word: String, json: String = "{}") async -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "/rounds/\(round)/\(word)\(vote)",
                    as: .employee,
                    of: Sample.creditCode,
                    subject: "keeper-\(number)",
                    json: json
                )
            }
            var codes: [Int: String] = [:]
            for number in 1...3 { codes[number] = await officer(number, "voting/key").member("code") }
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let keyless = await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: version)
            #expect(keyless.member("code") == "evaluation.vote-key-missing")
            #expect(keyless.text.contains("郭亮"), "\(keyless.text)")
            let fourth = await officer(4, "voting/key")
            #expect(fourth.member("turn") == "2")
            codes[4] = fourth.member("code")
            _ = try await desk.step(round, "voting/opening")
            try await desk.castBallots(round)
            func open(_ number: Int, because reason: String? = nil) async -> PlainResponse {
                let why = reason.map { ",\"reason\":\"\($0)\"" } ?? ""
                return await officer(number, "count", json: "{\"code\":\"\(codes[number] ?? "")\"\(why)}")
            }
            #expect(await open(4, because: "出差").member("code") == "evaluation.first-officer-first")
            let silent = await open(3)
            #expect(silent.member("code") == "evaluation.stand-in-reason", "\(silent.text)")
            // The code of the officer opens nothing in the stand-in's hands.
            codes[3] = codes[1]
            let borrowed = await open(3, because: "住院")
            #expect(borrowed.member("code") == "evaluation.opening-code", "\(borrowed.text)")
        }
    }

    @Test(
        "what a stand-in opened is counted, and stands in journal, view and minutes",
        arguments: [[3, 2], [1, 4], [3, 4]]
    )
    func stoodIn(openers: [Int]) async throws {
        try await Desk.with { desk in
            let round = try await judged(desk)
            _ = try await desk.step(round, "voting", json: Self.standIns)
            let vote = await desk.vote(of: round)
            func officer(_ number: Int, _ word: String, json: String = "{}") async -> PlainResponse {
                await desk.service.call(
                    "POST",
                    "/rounds/\(round)/\(word)\(vote)",
                    as: .employee,
                    of: Sample.creditCode,
                    subject: "keeper-\(number)",
                    json: json
                )
            }
            var codes: [Int: String] = [:]
            for number in 1...4 { codes[number] = await officer(number, "voting/key").member("code") }
            _ = try await desk.step(round, "voting/opening")
            let receipts = try await desk.castBallots(round)
            for number in openers {
                let reason = number > 2 ? ",\"reason\":\"住院\"" : ""
                let opened = await officer(number, "count", json: "{\"code\":\"\(codes[number] ?? "")\"\(reason)}")
                #expect(opened.status == 200, "\(opened.text)")
            }
            let counted = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(counted.member("current", "state") == "counted", "\(counted.text)")
            let stoodIn = openers.filter { $0 > 2 }
            #expect(counted.member("current", "standingIn") == "\(stoodIn.count) items")
            #expect(counted.member("current", "standingIn", "0", "reason") == "住院")
            let tally = await desk.hr("GET", "/rounds/\(round)/tally")
            for receipt in receipts { #expect(tally.text.contains(receipt)) }
            let kinds = try await desk.service.database.transaction { tx in
                try tx.query("SELECT kind FROM journal_readable WHERE aggregate = 'voting'")
                    .map { try $0.decode("kind", as: String.self) }
            }
            #expect(kinds.count { $0 == "stoodIn" } == stoodIn.count)
            let minutes = await desk.hr("GET", "/rounds/\(round)/minutes")
            Picture.keep(minutes.body, as: "minutes-stood-in.pdf")
            #expect(minutes.status == 200)
        }
    }

    @Test("a repeated vote has the officers of the one before, and one officer's account more is no second person")
    func again() async throws {
        try await Desk.with { desk in
            let round = try await judged(desk)
            _ = try await desk.prepareVote(round)
            let version = await desk.hr("GET", "/rounds/\(round)").version
            func replace(_ name: String) async -> PlainResponse {
                await desk.hr(
                    "POST",
                    "/rounds/\(round)/voting/officers",
                    json: "{\"leaving\":\"keeper-2\",\"account\":\"keeper-9\",\"name\":\"\(name)\",\"reason\":\"调离\"}",
                    ifMatch: version
                )
            }
            let member = try #require(await desk.hr("GET", "/rounds/\(round)/panel").member("members", "0", "name"))
            #expect(await replace(member).member("code") == "evaluation.vote-officer-on-panel")
            let done = await replace("审计科何青")
            #expect(done.member("officers", "1", "account") == "keeper-9", "\(done.text)")
            _ = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"开票码遗失\"}")
            _ = try await desk.step(round, "voting")
            let shown = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(shown.member("current", "attempt") == "2")
            #expect(shown.member("current", "officers", "0", "account") == "keeper-1", "\(shown.text)")
            #expect(shown.member("current", "officers", "1", "account") == "keeper-9")
        }
    }

    @Test("an open vote does not run out while its filing is suspended; it closes as much later")
    func frozen() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting(json: "{\"closesAt\":\"2026-09-02T18:00:00+08:00\"}")
            for seat in 0..<3 { try await desk.cast(seat, of: round) { _ in "yes" } }
            let filing = FilingStandingSample(
                filing: Sample.scope.filing,
                filer: Sample.enterprise,
                occupations: Sample.occupations,
                validThrough: Sample.scope.validThrough
            )
            try await desk.service.hear(filing.suspended(2), from: .filing, sequence: 2)
            let stopped = desk.service.clock.now
            try await desk.service.travel(to: Sample.day("2026-09-05").start.addingTimeInterval(9 * 3600))
            try await desk.service.tick()
            let still = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(still.member("current", "state") == "open")
            #expect(try await CuriousOperator.box(desk).count == 3)
            let thaw = filing.setAside(3, at: desk.service.clock.now)
            try await desk.service.hear(thaw, from: .filing, sequence: 3)
            try await desk.service.tick()
            let open = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(open.member("current", "state") == "open", "\(open.text)")
            struct Shown: Decodable {
                struct Current: Decodable {
                    struct Extension: Decodable { let from, through, closesAt: Date }
                    let closesAt: Date
                    let extensions: [Extension]
                }
                let current: Current
            }
            let shown = try WireFormat.decode(Shown.self, from: open.body).current
            let longer = try #require(shown.extensions.first)
            #expect(shown.extensions.count == 1 && longer.closesAt == shown.closesAt)
            #expect(abs(longer.from.timeIntervalSince(stopped)) < 600)
            let before = Sample.day("2026-09-02").start.addingTimeInterval(18 * 3600)
            let (given, lost) = (
                shown.closesAt.timeIntervalSince(before), longer.through.timeIntervalSince(longer.from)
            )
            #expect(abs(given - lost) < 0.01)
            // Told again, nothing is given back twice.
            try await desk.service.hear(thaw, from: .filing, sequence: 3)
            let again = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(try WireFormat.decode(Shown.self, from: again.body).current.closesAt == shown.closesAt)
            for seat in 3..<5 { try await desk.cast(seat, of: round) { _ in "yes" } }
            try await desk.count(round, with: codes)
            let minutes = await desk.hr("GET", "/rounds/\(round)/minutes")
            Picture.keep(minutes.body, as: "minutes-put-off.pdf")
            #expect(minutes.status == 200)
        }
    }

    @Test("human resources cannot keep a vote open for longer than the plan allows")
    func closing() async throws {
        try await Desk.with { desk in
            let round = try await judged(desk)
            _ = try await desk.prepareVote(round)
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let late = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/opening",
                json: "{\"closesAt\":\"2026-09-27T00:00:01+08:00\"}",
                ifMatch: version
            )
            #expect(late.status == 400)
            #expect(late.member("errors", "0", "code") == "evaluation.vote-closes-after-plan", "\(late.text)")
            _ = try await desk.step(
                round,
                "voting/opening",
                json: "{\"closesAt\":\"2026-09-27T00:00:00+08:00\"}"
            )
        }
    }

    @Test("a key and a code name their vote: neither does anything in the next, nor is answered as in the last")
    func named() async throws {
        try await Desk.with { desk in
            let round = try await judged(desk)
            let codes = try await desk.prepareVote(round)
            let before = await desk.vote(of: round)
            func officer(_ word: String, _ key: String, json: String = "{}") async -> PlainResponse {
                let (role, account) = Desk.officers[0]
                return await desk.service.call(
                    "POST",
                    "/rounds/\(round)/\(word)",
                    as: role,
                    of: Sample.creditCode,
                    subject: account,
                    json: json,
                    headers: ["idempotency-key": key]
                )
            }
            #expect(await officer("voting/key\(before)", "k").status == 201)
            _ = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"开票码遗失\"}")
            _ = try await desk.step(round, "voting", json: Desk.officersBody)
            let vote = await desk.vote(of: round)
            #expect(await officer("voting/key\(vote)", "k").member("code") == "common.key-reused")
            #expect(await officer("voting/key\(before)", "l").member("code") == "evaluation.vote-is-another")
            #expect(await officer("voting/key\(vote)", "l").status == 201)
            let code = "{\"code\":\"\(codes[0])\"}"
            #expect(await officer("count\(before)", "m", json: code).member("code") == "evaluation.vote-is-another")
            #expect(await officer("count\(vote)", "n", json: code).member("code") == "evaluation.vote-not-closed")
            #expect(await officer("count", "o", json: code).member("errors", "0", "field") == "voting")
        }
    }

    @Test("a key of a ballot in an annulled vote answers no ballot of the next")
    func repeated() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            let headers = ["idempotency-key": "one-for-all"]
            _ = await desk.member(0, "POST", "voting/attendance", of: round, json: "{}")
            let first = try await desk.ballot(0, of: round) { _ in "yes" }
            let unnamed = await desk.service.call(
                "POST",
                "/rounds/\(round)/ballots",
                as: .evaluator,
                of: Sample.creditCode,
                subject: "expert-0",
                json: first
            )
            #expect(unnamed.member("errors", "0", "field") == "voting", "\(unnamed.text)")
            let earlier = try #require(await desk.hr("GET", "/rounds/\(round)/voting").member("current", "id"))
            #expect(
                await desk.member(0, "POST", "ballots", of: round, json: first, headers: headers).status == 201
            )
            _ = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"开票码遗失\"}")
            _ = try await desk.startVote(round)
            _ = await desk.member(0, "POST", "voting/attendance", of: round, json: "{}")
            let reused = await desk.member(0, "POST", "ballots", of: round, json: first, headers: headers)
            #expect(reused.member("code") == "common.key-reused", "\(reused.text)")
            let astray = await desk.service.call(
                "POST",
                "/rounds/\(round)/ballots?voting=\(earlier)",
                as: .evaluator,
                of: Sample.creditCode,
                subject: "expert-0",
                json: first
            )
            #expect(astray.member("code") == "evaluation.vote-is-another", "\(astray.text)")
            #expect(await desk.member(0, "POST", "ballots", of: round, json: first).status == 201)
        }
    }

    @Test(
        "a sealed paper that is no ballot is told from one, as is a paper of another make",
        arguments: ["[1]", "{}", ""]
    )
    func noBallot(text: String) throws {
        let voting = Sample.id(60)
        var state = Voting.initial
        let now = Sample.today.start
        let officers = ["a", "b"].map { VotingRule.OpeningOfficer(account: $0, name: $0) }
        let rule = VotingRule(openingOfficers: officers)
        _ = try state.handle(.prepare(round: Sample.id(10), attempt: 1, rule: rule, panel: [], at: now))
        let poll = try #require(state.poll)
        let purpose = BallotSeal.purpose(voting, layer: 2)
        let key = OpeningKey(for: purpose)
        let bytes = Array(text.utf8)
        let padded = [0, 0, 0, UInt8(bytes.count)] + bytes + [UInt8](repeating: 0, count: 16_384 - bytes.count - 4)
        let inner = try OpeningSeal.seal(padded, to: key.publicKey, for: purpose)
        #expect(throws: CryptographyError.self) {
            try BallotSeal(voting: voting, poll: poll).open(inner, with: key, of: "b")
        }
    }

    @Test(
        "two accounts of one person are told by the register, and by the name where one is tied to nobody",
        arguments: [
            ("张三", nil, "李四", nil, false), ("张三", nil, " 张三", nil, true), ("张三", 1, "张三", nil, true),
            ("张三", 1, "张三", 2, false), ("张三", 1, "李四", 1, true), (nil, nil, nil, nil, false),
        ] as [(String?, UInt8?, String?, UInt8?, Bool)]
    )
    func persons(_ row: (String?, UInt8?, String?, UInt8?, Bool)) throws {
        let one = VotePerson(account: "a", name: row.0, person: row.1.map(Sample.id))
        let other = VotePerson(account: "b", name: row.2, person: row.3.map(Sample.id))
        #expect(one.isSame(as: other) == row.4 && other.isSame(as: one) == row.4)
        #expect(one.isSame(as: one))
    }

    @Test("an account that is tied to nobody gets no key beside its own person's, nor as a member of the panel")
    func keys() throws {
        var voting = Voting.initial
        let officers = [("a", "甲"), ("b", "乙")].map { VotingRule.OpeningOfficer(account: $0.0, name: $0.1) }
        let rule = VotingRule(openingOfficers: officers)
        let now = Sample.today.start
        _ = try voting.handle(.prepare(round: Sample.id(10), attempt: 1, rule: rule, panel: ["e"], at: now))
        let first = OfficerKey(account: "a", person: Sample.id(20), name: "张三", publicKey: "")
        _ = try voting.handle(.takeKey(first))
        let twin = OfficerKey(account: "b", person: nil, name: "张三", publicKey: "")
        #expect(throws: Voting.Rejection.officersNotTwo) { try voting.handle(.takeKey(twin)) }
        let member = VotePerson(account: "e", name: "李四", person: nil)
        let sitting = OfficerKey(account: "b", person: Sample.id(21), name: "李四", publicKey: "")
        #expect(throws: Voting.Rejection.officerOnPanel(name: "乙")) {
            try voting.handle(.takeKey(sitting, panel: [member]))
        }
        _ = try voting.handle(
            .takeKey(OfficerKey(account: "b", person: nil, name: "王五", publicKey: ""), panel: [member])
        )
        #expect(voting.poll?.keys.count == 2)
    }

    @Test("a score is confirmed by another person, not by another account of the same")
    func scores() throws {
        var score = EnteredScore.initial
        let reader = VotePerson(account: "hr-1", name: "张三", person: nil)
        let entry = EnteredScore.Entry(
            round: Sample.id(10),
            application: Sample.id(50),
            method: 0,
            hundredths: 8000,
            basis: "试卷",
            by: "hr-1",
            reader: reader
        )
        _ = try score.handle(.enter(entry))
        let twin = VotePerson(account: "hr-2", name: "张三", person: nil)
        #expect(throws: EnteredScore.Rejection.samePerson) {
            try score.handle(.confirm(hundredths: 8000, by: "hr-2", reader: twin))
        }
        let other = VotePerson(account: "hr-2", name: "李四", person: nil)
        _ = try score.handle(.confirm(hundredths: 8000, by: "hr-2", reader: other))
        #expect(score.isConfirmed)
    }
}
