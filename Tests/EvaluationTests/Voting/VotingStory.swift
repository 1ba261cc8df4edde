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

@Suite("A vote, over HTTP", .timeLimit(.minutes(30)))
struct VotingStory {
    @Test(
        "ends in a published tally in which every member finds the own receipt, and whose digest the journal had before"
    )
    func published() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            #expect(await desk.hr("GET", "/rounds/\(round)/tally").status == 404)
            let receipts = try await desk.castBallots(round, against: ["韩志勇"])
            let closed = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(closed.member("current", "state") == "closed")
            let digest = try #require(closed.member("current", "box", "digest"))
            let journal = try await desk.service.database.transaction { tx in
                try tx.query(
                    "SELECT kind FROM journal_readable WHERE aggregate = 'voting' AND event::text LIKE \("%\(digest)%")"
                )
                .map { try $0.decode("kind", as: String.self) }
            }
            #expect(journal == ["closed"])
            let early = await desk.officer(1, "count", of: round, json: "{\"code\":\"\(codes[1])\"}")
            #expect(early.member("code") == "evaluation.first-officer-first")
            let wrong = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[1])\"}")
            #expect(wrong.member("code") == "evaluation.opening-code")
            try await desk.count(round, with: codes)
            let tally = try WireFormat.decode(Tally.self, from: await desk.hr("GET", "/rounds/\(round)/tally").body)
            #expect(tally.digest == digest)
            #expect(Set(tally.receipts) == Set(receipts) && receipts.count == 5)
            #expect(Digest.sha256Hex(Array(tally.fingerprints.map { $0 + "\n" }.joined().utf8)) == digest)
            for candidate in tally.candidates {
                #expect(candidate.marks.count { $0 == "Y" } == candidate.approvals)
                #expect(candidate.marks.count { $0 == "N" } == candidate.refusals)
                #expect(candidate.isApproved == (candidate.approvals * 3 >= candidate.present * 2))
                #expect(candidate.isApproved == (candidate.name != "韩志勇"))
            }
            #expect(tally.named == nil)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("state") == "counted")
            let member = await desk.member(3, "GET", "tally", of: round)
            #expect(member.status == 200)
        }
    }

    struct Tally: Decodable {
        struct Candidate: Decodable {
            let name: String
            let approvals, refusals, abstentions, present: Int
            let isApproved: Bool
            let marks: String
        }
        struct Named: Decodable { let account, name, marks: String }
        struct Opinion: Decodable {
            let text: String
            let member: String?
        }
        let digest: String
        let receipts, fingerprints: [String]
        let candidates: [Candidate]
        let named: [Named]?
        let opinions: [Opinion]
    }

    @Test("takes no ballot twice, by proxy, by HR, from who did not sign in, or from a stranger")
    func refused() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            let json = try await desk.ballot(0, of: round) { _ in "yes" }
            let absent = await desk.member(0, "POST", "ballots", of: round, json: json)
            #expect(absent.member("code") == "evaluation.not-signed-in")
            let proxy = try await desk.ballot(0, of: round, more: ",\"onBehalfOf\":\"expert-1\"") { _ in "yes" }
            #expect(
                await desk.member(0, "POST", "ballots", of: round, json: proxy).member("code") == "evaluation.no-proxy"
            )
            #expect(await desk.hr("POST", "/rounds/\(round)/ballots", json: json).status == 403)
            #expect(
                await desk.member(9, "POST", "ballots", of: round, json: json).member("code") == "evaluation.no-seat"
            )
            try await desk.cast(0, of: round) { _ in "yes" }
            let again = await desk.member(0, "POST", "ballots", of: round, json: json)
            #expect(again.member("code") == "evaluation.vote-already-cast")
            let empty = await desk.member(1, "POST", "voting/attendance", of: round, json: "{}")
            #expect(empty.member("present") == "2")
            let partial = await desk.member(1, "POST", "ballots", of: round, json: "{\"votes\":[]}")
            #expect(partial.member("code") == "evaluation.vote-does-not-match")
            let shown = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(shown.member("current", "voted") == "1")
            let stranger = await desk.member(9, "GET", "voting", of: round)
            #expect(stranger.member("code") == "evaluation.no-seat")
        }
    }

    @Test("of two ballots a member casts at once one is taken")
    func race() async throws {
        try await Desk.with { desk in
            let (round, _) = try await desk.voting()
            _ = await desk.member(0, "POST", "voting/attendance", of: round, json: "{}")
            let ballots = [
                try await desk.ballot(0, of: round) { _ in "yes" }, try await desk.ballot(0, of: round) { _ in "no" },
            ]
            let answers = await withTaskGroup(of: PlainResponse.self) { group in
                for place in 0..<6 {
                    group.addTask { await desk.member(0, "POST", "ballots", of: round, json: ballots[place % 2]) }
                }
                return await group.reduce(into: [PlainResponse]()) { $0.append($1) }
            }
            #expect(answers.count { $0.status == 201 } == 1)
            #expect(answers.count { $0.member("code") == "evaluation.vote-already-cast" } == 5)
            #expect(try await CuriousOperator.box(desk).count == 1)
        }
    }

    @Test("closes by itself when time is up; without a quorum it comes to nothing, is on record, and can be repeated")
    func quorumMissing() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting(json: "{\"closesAt\":\"2026-09-02T18:00:00+08:00\"}")
            for seat in 0..<3 { try await desk.cast(seat, of: round) { _ in "yes" } }
            let early = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(early.member("code") == "evaluation.vote-not-closed")
            try await desk.service.travel(to: Sample.day("2026-09-02").start.addingTimeInterval(18 * 3600 + 600))
            let late = try await desk.ballot(3, of: round) { _ in "yes" }
            #expect(
                await desk.member(3, "POST", "ballots", of: round, json: late).member("code") == "evaluation.vote-over"
            )
            try await desk.service.tick()
            let shown = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(shown.member("current", "state") == "failed")
            #expect(shown.member("current", "reason")?.contains("到会3人") == true)
            #expect(try await CuriousOperator.box(desk).isEmpty)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("state") == "judged")
            let again = try await desk.startVote(round)
            #expect(Set(again).isDisjoint(with: codes))
            try await desk.castBallots(round)
            let old = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(old.member("code") == "evaluation.opening-code")
            try await desk.count(round, with: again)
            let both = await desk.hr("GET", "/rounds/\(round)/voting")
            #expect(both.member("earlier", "0", "state") == "failed")
            #expect(both.member("current", "attempt") == "2")
        }
    }

    @Test("with four of five present counts the absent as nothing and the silent as present")
    func absent() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting(json: "{\"closesAt\":\"2026-09-02T18:00:00+08:00\"}")
            for seat in 0..<3 { try await desk.cast(seat, of: round) { _ in seat == 0 ? "abstain" : "yes" } }
            _ = await desk.member(3, "POST", "voting/attendance", of: round, json: "{}")
            try await desk.service.travel(to: Sample.day("2026-09-02").start.addingTimeInterval(18 * 3600 + 600))
            try await desk.count(round, with: codes)
            let tally = try WireFormat.decode(Tally.self, from: await desk.hr("GET", "/rounds/\(round)/tally").body)
            #expect(tally.candidates.allSatisfy { $0.present == 4 && $0.approvals == 2 && $0.abstentions == 1 })
            #expect(tally.candidates.allSatisfy { !$0.isApproved })
        }
    }

    @Test("an officer who lost the code before the opening makes another; after it the vote is annulled and repeated")
    func lostCode() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            var codes = try await desk.prepareVote(round)
            let second = await desk.officer(0, "voting/key", of: round)
            codes[0] = try #require(second.member("code"))
            _ = try await desk.step(round, "voting/opening")
            #expect(await desk.officer(0, "voting/key", of: round).member("code") == "evaluation.vote-keys-fixed")
            try await desk.castBallots(round)
            let void = try await desk.step(round, "voting/annulment", json: "{\"reason\":\"开票码遗失\"}")
            #expect(void.member("reason") == "开票码遗失")
            #expect(try await CuriousOperator.box(desk).isEmpty)
            let open = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(open.status == 409)
            let again = try await desk.startVote(round)
            try await desk.castBallots(round)
            try await desk.count(round, with: again)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("state") == "counted")
        }
    }

    @Test("stopped between the two codes, another process goes on where it was")
    func goesOn() async throws {
        try await Desk.with { desk in
            let (round, codes) = try await desk.voting()
            try await desk.castBallots(round)
            let first = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(first.member("state") == "peeled")
            let again = await desk.officer(0, "count", of: round, json: "{\"code\":\"\(codes[0])\"}")
            #expect(again.member("code") == "evaluation.other-officer-next")
            // What the first process knew is gone with it: all there is stands in the database.
            let keys = try #require(desk.service.keys["evaluation"])
            let other = try Main(
                ServiceEnvironment(outbox: Outbox(service: .evaluation), journal: Journal(), keys: keys)
            )
            let id = try #require(UUID(uuidString: round))
            let now = desk.service.clock.now
            let counted = try await desk.service.database.transaction { tx in
                try other.openBox(
                    other.stores.rounds.load(id, in: tx),
                    code: codes[1],
                    of: "keeper-2",
                    because: .system("test", now: now),
                    in: tx
                )
            }
            #expect(counted.state.stage == .counted)
            #expect(await desk.hr("GET", "/rounds/\(round)/tally").status == 200)
        }
    }

    @Test("a named vote is sealed until the count, and then says who voted how")
    func named() async throws {
        try await Desk.with { desk in
            let rule =
                #""votingRule":{"quorum":{"numerator":2,"denominator":3},"passing":{"numerator":2,"denominator":3},"#
                + #""ballot":"named","openingOfficers":[]},"#
            let round = try await desk.openRound(more: rule)
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            let codes = try await desk.startVote(round)
            for seat in 0..<5 {
                let more = seat == 1 ? ",\"opinions\":[{\"text\":\"业绩材料单薄\"}]" : ""
                try await desk.cast(seat, of: round, more: more) { _ in seat == 1 ? "no" : "yes" }
            }
            try await desk.count(round, with: codes)
            let tally = try WireFormat.decode(Tally.self, from: await desk.hr("GET", "/rounds/\(round)/tally").body)
            #expect(tally.named?.map(\.account) == (0..<5).map { "expert-\($0)" })
            #expect(tally.named?[1].marks.allSatisfy { $0 == "N" } == true)
            #expect(tally.opinions.map(\.member) == ["expert-1"])
        }
    }

    @Test("officers cannot be members of the panel, nor one person")
    func officers() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            _ = try await desk.importSample(into: round)
            _ = try await desk.step(round, "eligibility")
            try await desk.signRelaxations(round)
            try await desk.formPanel(round)
            let nobody = await desk.hr("POST", "/rounds/\(round)/voting", json: "{}", ifMatch: 2)
            #expect(nobody.member("code") == "evaluation.vote-officers-not-two")
            let same = #"{"officers":[{"account":"k","name":"甲"},{"account":"k","name":"乙"}]}"#
            let twice = await desk.hr("POST", "/rounds/\(round)/voting", json: same, ifMatch: 2)
            #expect(twice.member("errors", "0", "field") == "officers", "\(twice.text)")
            let member = #"{"officers":[{"account":"k","name":"甲"},{"account":"expert-2","name":"乙"}]}"#
            let sitting = await desk.hr("POST", "/rounds/\(round)/voting", json: member, ifMatch: 2)
            #expect(sitting.member("code") == "evaluation.vote-officer-on-panel")
            _ = try await desk.step(round, "voting", json: Desk.officersBody)
            let vote = await desk.vote(of: round)
            let unnamed = await desk.hr("POST", "/rounds/\(round)/voting/key", json: "{}")
            #expect(unnamed.member("errors", "0", "field") == "voting", "\(unnamed.text)")
            let other = await desk.hr(
                "POST",
                "/rounds/\(round)/voting/key?voting=\(Sample.id(77).lowercase)",
                json: "{}"
            )
            #expect(other.member("code") == "evaluation.vote-is-another")
            let stranger = await desk.hr("POST", "/rounds/\(round)/voting/key\(vote)", json: "{}")
            #expect(stranger.member("code") == "evaluation.not-an-opening-officer")
            let early = await desk.hr("POST", "/rounds/\(round)/voting/opening", json: "{}", ifMatch: 2)
            #expect(early.member("code") == "evaluation.vote-key-missing")
        }
    }
}
