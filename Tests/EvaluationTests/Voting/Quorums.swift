import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("Quorum and majority")
struct Quorums {
    static let candidate = Sample.id(50)

    /// Written down by hand: the least of 5 … 15 that are two thirds.
    static let twoThirds = [5: 4, 6: 4, 7: 5, 8: 6, 9: 6, 10: 7, 11: 8, 12: 8, 13: 9, 14: 10, 15: 10]

    @Test("two thirds of 5 to 15 are what they are on paper", arguments: twoThirds.sorted { $0.key < $1.key })
    func least(_ row: (key: Int, value: Int)) {
        #expect(VotingRule.Share.twoThirds.least(of: row.key) == row.value)
        for part in 0...row.key {
            #expect(VotingRule.Share.twoThirds.isReached(by: part, of: row.key) == (part >= row.value))
        }
    }

    @Test(
        "a plan's own shares are reckoned in whole members",
        arguments: [(1, 2, 7, 4), (3, 4, 9, 7), (1, 1, 5, 5), (4, 5, 11, 9)]
    )
    func own(_ row: (Int, Int, Int, Int)) {
        #expect(VotingRule.Share(row.0, of: row.1).least(of: row.2) == row.3)
    }

    /// Every size, every number present, every number in favour, the rest abstaining or against.
    @Test("a vote of every size and every presence ends as the table says", arguments: 5...15)
    func table(seats: Int) throws {
        let quorum = try #require(Self.twoThirds[seats])
        for present in 3...seats {
            for yes in 0...present {
                let voting = try Self.voted(seats: seats, present: present, yes: yes)
                if present < quorum {
                    #expect(voting.stage == .failed)
                    #expect(voting.poll?.failure == .quorumMissing(present: present, needed: quorum, seats: seats))
                } else {
                    #expect(voting.stage == .counted)
                    let isApproved = voting.poll?.result?.tallies.first?.isApproved
                    #expect(isApproved == (yes * 3 >= present * 2), "\(yes) of \(present) of \(seats)")
                }
            }
        }
    }

    @Test("who is recused is not of those present on that candidate; who abstains or casts nothing is")
    func bases() throws {
        let electors = (0..<9).map {
            Elector(account: "e\($0)", name: "", unit: "", recusedFrom: $0 < 2 ? [Self.candidate] : [])
        }
        let electorate = Electorate(
            candidates: [Self.candidate],
            electors: electors,
            openedAt: .distantPast,
            closesAt: .distantFuture
        )
        let papers = (0..<8).map { place in
            BallotPaper(member: nil, marks: place < 2 ? "-" : place < 7 ? "Y" : "A", opinions: [])
        }
        let result = VoteResult(of: papers, at: electorate, present: Set((0..<9).map { "e\($0)" }), under: VotingRule())
        let tally = try #require(result.tallies.first)
        #expect(
            tally
                == Tally(
                    application: Self.candidate,
                    approvals: 5,
                    refusals: 0,
                    recusals: 2,
                    abstentions: 1,
                    present: 7,
                    passing: .twoThirds
                )
        )
        #expect(tally.isApproved)
        #expect(result.marks == [CandidateMarks(application: Self.candidate, marks: "AYYYYY")])
        #expect(result.named == nil)
    }

    @Test(
        "of those who may vote on a candidate the share must be present; who stands aside is not",
        arguments: [
            // Of nine two stand aside: five of the seven must be there, beside six of the nine.
            ([0, 1, 2, 3, 4, 5], true), ([0, 2, 3, 4, 5, 6], false), ([2, 3, 4, 5, 6, 7], false),
            ([0, 1, 2, 3, 4, 5, 6], false), ([2, 3, 4, 5, 6], nil),
        ] as [([Int], Bool?)]
    )
    func perCandidate(present: [Int], isMissing: Bool?) throws {
        let now = Sample.today.start
        let officers = ["a", "b"].map { VotingRule.OpeningOfficer(account: $0, name: $0) }
        var voting = Voting.initial
        _ = try voting.handle(
            .prepare(
                round: Sample.id(10),
                attempt: 1,
                rule: VotingRule(openingOfficers: officers),
                panel: [],
                at: now
            )
        )
        for officer in ["a", "b"] {
            _ = try voting.handle(.takeKey(OfficerKey(account: officer, person: nil, publicKey: "")))
        }
        let electors = (0..<9).map {
            Elector(account: "e\($0)", name: "", unit: "", recusedFrom: $0 < 2 ? [Self.candidate] : [])
        }
        let other = Sample.id(51)
        _ = try voting.handle(
            .open(
                Electorate(
                    candidates: [Self.candidate, other],
                    electors: electors,
                    openedAt: now,
                    closesAt: now.addingTimeInterval(3600)
                )
            )
        )
        for seat in present {
            _ = try voting.handle(.signIn(account: "e\(seat)", at: now))
            let votes = (seat < 2 ? [other] : [Self.candidate, other]).map {
                CandidateVote(application: $0, choice: .yes)
            }
            _ = try voting.handle(.cast(account: "e\(seat)", votes: votes, opinions: [], at: now))
        }
        let later = now.addingTimeInterval(3600)
        _ = try voting.handle(.close(ballots: present.count, digest: "d", at: later))
        switch isMissing {
        case true?: #expect(voting.poll?.failure == .candidateQuorumMissing(candidates: 1))
        case false?: #expect(voting.stage == .closed)
        case nil: #expect(voting.poll?.failure == .quorumMissing(present: 5, needed: 6, seats: 9))
        }
    }

    /// A vote of so many seats on one candidate, run to its end.
    static func voted(seats: Int, present: Int, yes: Int) throws -> Voting {
        let now = Sample.today.start
        let accounts = (0..<seats).map { "e\($0)" }
        let officers = ["a", "b"].map { VotingRule.OpeningOfficer(account: $0, name: $0) }
        let rule = VotingRule(openingOfficers: officers)
        let electorate = Electorate(
            candidates: [candidate],
            electors: accounts.map { Elector(account: $0, name: $0, unit: "") },
            openedAt: now,
            closesAt: now.addingTimeInterval(3600)
        )
        var voting = Voting.initial
        _ = try voting.handle(.prepare(round: Sample.id(10), attempt: 1, rule: rule, panel: accounts, at: now))
        for officer in ["a", "b"] {
            _ = try voting.handle(.takeKey(OfficerKey(account: officer, person: nil, publicKey: "")))
        }
        _ = try voting.handle(.open(electorate))
        var papers: [BallotPaper] = []
        for (place, account) in accounts.prefix(present).enumerated() {
            _ = try voting.handle(.signIn(account: account, at: now))
            let choice: Choice = place < yes ? .yes : place.isMultiple(of: 2) ? .no : .abstain
            let votes = [CandidateVote(application: candidate, choice: choice)]
            _ = try voting.handle(.cast(account: account, votes: votes, opinions: [], at: now))
            papers.append(try voting.paper(of: account, votes: votes, opinions: []))
        }
        let later = now.addingTimeInterval(3600)
        _ = try voting.handle(.close(ballots: papers.count, digest: "d", at: later))
        guard case .closed = voting else { return voting }
        let signedIn = Set(voting.poll?.present.map(\.account) ?? [])
        _ = try voting.handle(.peel(PeeledBox(by: "a", digest: "d", fingerprints: [], at: later)))
        _ = try voting.handle(
            .count(VoteResult(of: papers, at: electorate, present: signedIn, under: rule), by: "b", at: later)
        )
        return voting
    }
}
