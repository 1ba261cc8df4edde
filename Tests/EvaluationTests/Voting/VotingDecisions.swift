import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A vote")
struct VotingDecisions {
    static let (first, second) = (Sample.id(61), Sample.id(62))
    static let now = Sample.today.start
    static let closing = now.addingTimeInterval(3600)
    static let rule = VotingRule(openingOfficers: ["a", "b"].map { .init(account: $0, name: $0) })
    static let electorate = Electorate(
        candidates: [first, second],
        electors: (0..<5).map { Elector(account: "e\($0)", name: "", unit: "", recusedFrom: $0 == 4 ? [second] : []) },
        openedAt: now,
        closesAt: closing
    )
    static let result = VoteResult(tallies: [], marks: [], opinions: [], named: nil)

    /// What brings a vote from nothing to each of its states.
    static func state(_ stage: Voting.Stage?) throws -> Voting {
        var voting = Voting.initial
        func votes(_ seat: Int) -> [CandidateVote] {
            [first, second].filter { seat < 4 || $0 == first }.map { CandidateVote(application: $0, choice: .yes) }
        }
        let opened: [Voting.Command] =
            [prepare, .takeKey(key("a")), .takeKey(key("b")), .open(electorate)]
        let cast = (0..<5).flatMap { seat -> [Voting.Command] in
            [
                .signIn(account: "e\(seat)", at: now),
                .cast(account: "e\(seat)", votes: votes(seat), opinions: [], at: now),
            ]
        }
        let commands: [Voting.Command] =
            switch stage {
            case nil: []
            case .preparing: [prepare]
            case .open: opened + [.signIn(account: "e0", at: now)]
            case .closed: opened + cast + [close]
            case .peeled: opened + cast + [close, peel("a")]
            case .counted: opened + cast + [close, peel("a"), count("b")]
            case .failed: opened + [.close(ballots: 0, digest: "", at: closing)]
            case .annulled: [prepare, annul]
            }
        for command in commands { _ = try voting.handle(command) }
        return voting
    }

    static let prepare = Voting.Command.prepare(
        round: Sample.id(10),
        attempt: 1,
        rule: rule,
        panel: electorate.electors.map(\.account),
        at: now
    )
    static let close = Voting.Command.close(ballots: 5, digest: "d", at: now)
    static let annul = Voting.Command.annul(reason: "开票码遗失", by: "hr", at: now)
    static func key(_ account: String, person: UUID? = nil) -> OfficerKey {
        OfficerKey(account: account, person: person, publicKey: account)
    }
    static func peel(_ account: String) -> Voting.Command {
        .peel(PeeledBox(by: account, digest: "i", fingerprints: [], at: now))
    }
    static func count(_ account: String) -> Voting.Command { .count(result, by: account, at: now) }

    @Test("is in the state its commands lead to", arguments: [nil] + Voting.Stage.allCases)
    func reaches(_ stage: Voting.Stage?) throws { #expect(try Self.state(stage).stage == stage) }

    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Voting>) { row.verify() }

    typealias Row = (note: String?, command: Voting.Command, answers: [String: Decision<Voting>.Outcome])

    static func table() throws -> [Decision<Voting>] {
        let rows = preparing + casting + opening
        return try ([nil] + Voting.Stage.allCases).flatMap { stage -> [Decision<Voting>] in
            let state = try state(stage)
            return rows.compactMap { row in
                (row.answers[stage?.rawValue ?? "absent"] ?? row.answers["*"]).map {
                    Decision(state, when: row.command, $0, note: "\(stage?.rawValue ?? "absent") \(row.note ?? "")")
                }
            }
        }
    }

    static var preparing: [Row] {
        [
            (
                nil, prepare,
                [
                    "absent": .then([.prepared(round: Sample.id(10), attempt: 1, rule: rule, at: now)]),
                    "*": .refused(.alreadyPrepared),
                ]
            ),
            (
                "with one officer twice",
                .prepare(
                    round: Sample.id(10),
                    attempt: 1,
                    rule: VotingRule(openingOfficers: ["a", "a"].map { .init(account: $0, name: $0) }),
                    panel: [],
                    at: now
                ), ["absent": .refused(.officersNotTwo)]
            ),
            (
                "with nobody", .prepare(round: Sample.id(10), attempt: 1, rule: VotingRule(), panel: [], at: now),
                ["absent": .refused(.officersNotTwo)]
            ),
            (
                "with a member of the panel as officer",
                .prepare(round: Sample.id(10), attempt: 1, rule: rule, panel: ["b"], at: now),
                ["absent": .refused(.officerOnPanel(name: "b"))]
            ),
            (
                nil, .takeKey(key("a")),
                [
                    "absent": .refused(.notPrepared), "preparing": .then([.keyTaken(key: key("a"))]),
                    "open": .refused(.keysFixed), "closed": .refused(.keysFixed), "peeled": .refused(.keysFixed),
                    "*": .refused(.isOver),
                ]
            ),
            ("of a stranger", .takeKey(key("x")), ["absent": .refused(.notPrepared), "*": .refused(.notAnOfficer)]),
            (
                "without the keys", .open(electorate),
                [
                    "absent": .refused(.notPrepared), "preparing": .refused(.keyMissing(name: "a")),
                    "open": .refused(.alreadyOpen), "closed": .refused(.alreadyOpen), "peeled": .refused(.alreadyOpen),
                    "*": .refused(.isOver),
                ]
            ),
            (
                nil, annul,
                [
                    "absent": .refused(.notPrepared), "counted": .refused(.isOver), "failed": .refused(.isOver),
                    "annulled": .refused(.isOver),
                    "*": .then([.annulled(annulment: Annulment(reason: "开票码遗失", by: "hr", at: now))]),
                ]
            ),
        ]
    }

    static var casting: [Row] {
        let votes = [first, second].map { CandidateVote(application: $0, choice: .no) }
        func cast(_ account: String, _ votes: [CandidateVote], at: Date = now) -> Voting.Command {
            .cast(account: account, votes: votes, opinions: [], at: at)
        }
        let closed: [String: Decision<Voting>.Outcome] = [
            "absent": .refused(.notPrepared), "preparing": .refused(.notOpen), "annulled": .refused(.notOpen),
            "*": .refused(.over),
        ]
        func whenOpen(_ outcome: Decision<Voting>.Outcome) -> [String: Decision<Voting>.Outcome] {
            closed.merging(["open": outcome]) { $1 }
        }
        return [
            (nil, .signIn(account: "e1", at: now), whenOpen(.then([.signedIn(account: "e1", at: now)]))),
            ("again", .signIn(account: "e0", at: now), whenOpen(.then([]))),
            ("at closing time", .signIn(account: "e1", at: closing), whenOpen(.refused(.over))),
            (
                "by a stranger", .signIn(account: "x", at: now),
                ["open": .refused(.noSeat), "closed": .refused(.noSeat)]
            ),
            (nil, cast("e0", votes), whenOpen(.then([.voted(account: "e0")]))),
            ("at closing time", cast("e0", votes, at: closing), whenOpen(.refused(.over))),
            (
                "a moment before", cast("e0", votes, at: closing.addingTimeInterval(-0.001)),
                whenOpen(.then([.voted(account: "e0")]))
            ),
            ("by who did not sign in", cast("e1", votes), ["open": .refused(.notSignedIn)]),
            ("by a stranger", cast("x", votes), ["open": .refused(.noSeat)]),
            (
                "leaving one out", cast("e0", [votes[0]]),
                ["open": .refused(.doesNotMatch(missing: 1, unknown: 0, repeated: 0))]
            ),
            (
                "on a stranger", cast("e0", votes + [CandidateVote(application: Sample.id(99), choice: .yes)]),
                ["open": .refused(.doesNotMatch(missing: 0, unknown: 1, repeated: 0))]
            ),
            (
                "twice on one", cast("e0", votes + [votes[0]]),
                ["open": .refused(.doesNotMatch(missing: 0, unknown: 0, repeated: 1))]
            ),
        ]
    }

    static var opening: [Row] {
        let box = ClosedBox(ballots: 0, digest: "", at: closing)
        return [
            (
                "early", .close(ballots: 0, digest: "", at: now),
                [
                    "absent": .refused(.notPrepared), "preparing": .refused(.notOpen),
                    "open": .refused(.stillOpen(count: 5)), "closed": .refused(.notOpen), "peeled": .refused(.notOpen),
                    "*": .refused(.isOver),
                ]
            ),
            (
                "when time is up with one present", .close(ballots: 0, digest: "", at: closing),
                [
                    "open": .then([
                        .closed(box: box), .failed(failure: .quorumMissing(present: 1, needed: 4, seats: 5)),
                    ])
                ]
            ),
            (
                "by the first officer", peel("a"),
                [
                    "absent": .refused(.notPrepared), "preparing": .refused(.notClosed), "open": .refused(.notClosed),
                    "closed": .then([.peeled(box: PeeledBox(by: "a", digest: "i", fingerprints: [], at: now))]),
                    "peeled": .refused(.otherOfficerNext(name: "b")), "*": .refused(.isOver),
                ]
            ),
            ("by the second officer", peel("b"), ["closed": .refused(.firstOfficerFirst(name: "a"))]),
            ("by a stranger", peel("x"), ["closed": .refused(.notAnOfficer), "peeled": .refused(.notAnOfficer)]),
            (
                "by the second officer", count("b"),
                [
                    "absent": .refused(.notPrepared), "preparing": .refused(.notClosed), "open": .refused(.notClosed),
                    "closed": .refused(.firstOfficerFirst(name: "a")),
                    "peeled": .then([.counted(result: result, by: "b", at: now)]), "*": .refused(.isOver),
                ]
            ),
            ("by the first officer", count("a"), ["peeled": .refused(.otherOfficerNext(name: "b"))]),
        ]
    }

    @Test("refuses a member who votes on somebody the member is recused from")
    func recused() throws {
        var voting = try Self.state(.open)
        _ = try voting.handle(.signIn(account: "e4", at: Self.now))
        let votes = [Self.first, Self.second].map { CandidateVote(application: $0, choice: .yes) }
        #expect(throws: Voting.Rejection.recused(count: 1)) {
            try voting.handle(.cast(account: "e4", votes: votes, opinions: [], at: Self.now))
        }
        let about = MinorityOpinion(application: Self.second, text: "不同意")
        #expect(throws: Voting.Rejection.opinionAboutStranger) {
            try voting.handle(.cast(account: "e4", votes: [votes[0]], opinions: [about], at: Self.now))
        }
        _ = try voting.handle(.cast(account: "e4", votes: [votes[0]], opinions: [], at: Self.now))
        #expect(throws: Voting.Rejection.alreadyVoted) {
            try voting.handle(.cast(account: "e4", votes: [votes[0]], opinions: [], at: Self.now))
        }
        #expect(voting.poll?.voted == ["e4"])
    }

    @Test("is not opened while too few may vote on a candidate, nor by two accounts of one person")
    func openers() throws {
        var voting = try Self.state(.preparing)
        let person = Sample.id(20)
        _ = try voting.handle(.takeKey(Self.key("a", person: person)))
        #expect(throws: Voting.Rejection.officersNotTwo) {
            try voting.handle(.takeKey(Self.key("b", person: person)))
        }
        _ = try voting.handle(.takeKey(Self.key("b")))
        let electors = (0..<5).map {
            Elector(account: "e\($0)", name: "", unit: "", recusedFrom: $0 < 2 ? [Self.first] : [])
        }
        let short = Electorate(candidates: [Self.first], electors: electors, openedAt: Self.now, closesAt: Self.closing)
        #expect(throws: Voting.Rejection.tooManyRecused(entitled: 3, needed: 4)) { try voting.handle(.open(short)) }
        let late = Electorate(candidates: [], electors: electors, openedAt: Self.now, closesAt: Self.now)
        #expect(throws: Voting.Rejection.closingPassed) { try voting.handle(.open(late)) }
    }

    @Test("with fewer than three secret ballots, or a box that does not fit the roll, comes to nothing")
    func failures() throws {
        var voting = try Self.state(.open)
        for seat in 1..<5 { _ = try voting.handle(.signIn(account: "e\(seat)", at: Self.now)) }
        let votes = [Self.first, Self.second].map { CandidateVote(application: $0, choice: .yes) }
        for seat in 0..<2 {
            _ = try voting.handle(.cast(account: "e\(seat)", votes: votes, opinions: [], at: Self.now))
        }
        var few = voting
        _ = try few.handle(.close(ballots: 2, digest: "", at: Self.closing))
        #expect(few.poll?.failure == .tooFewBallots(cast: 2, needed: 3))
        _ = try voting.handle(.close(ballots: 3, digest: "", at: Self.closing))
        #expect(voting.poll?.failure == .boxAltered(ballots: 3, voted: 2))
    }
}
