import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

/// What the tests of the vote do over and over.
extension Desk {
    /// The officers who open the box, by role and account.
    static let officers: [(role: Role, account: String)] = [(.objectionHandler, "keeper-1"), (.employee, "keeper-2")]

    static let officersBody =
        #"{"officers":[{"account":"keeper-1","name":"纪检监察室吴敏"},{"account":"keeper-2","name":"工会田野"}]}"#

    /// Settles what waits, forms the panel, names the officers, and lets each make a key; their codes, in turn.
    func prepareVote(_ round: String) async throws -> [String] {
        try await signRelaxations(round)
        try await formPanel(round)
        _ = try await step(round, "voting", json: Self.officersBody)
        var codes: [String] = []
        for place in 0..<2 {
            let key = await officer(place, "voting/key", of: round)
            try #require(key.status == 201, "\(key.text)")
            codes.append(try #require(key.member("code")))
        }
        return codes
    }

    /// A vote on the eligible; the codes of the officers.
    func startVote(_ round: String, json: String = "{}") async throws -> [String] {
        let codes = try await prepareVote(round)
        _ = try await step(round, "voting/opening", json: json)
        return codes
    }

    /// A round whose vote is open.
    func voting(json: String = "{}") async throws -> (round: String, codes: [String]) {
        let round = try await openRound()
        _ = try await importSample(into: round)
        _ = try await step(round, "eligibility")
        return (round, try await startVote(round, json: json))
    }

    /// The words of an address that name the vote that runs.
    func vote(of round: String) async -> String {
        await hr("GET", "/rounds/\(round)/voting").member("current", "id").map { "?voting=\($0)" } ?? ""
    }

    /// Calls as an opening officer.
    func officer(_ place: Int, _ word: String, of round: String, json: String = "{}") async -> PlainResponse {
        let (role, account) = Self.officers[place]
        return await service.call(
            "POST",
            "/rounds/\(round)/\(word)\(await vote(of: round))",
            as: role,
            of: Sample.creditCode,
            subject: account,
            json: json
        )
    }

    /// Calls as a member of the panel.
    func member(
        _ seat: Int,
        _ method: String,
        _ word: String,
        of round: String,
        json: String? = nil,
        headers: [String: String] = [:]
    ) async -> PlainResponse {
        // A ballot says for which vote it is.
        let vote = word == "ballots" ? await vote(of: round) : ""
        return await service.call(
            method,
            "/rounds/\(round)/\(word)\(vote)",
            as: .evaluator,
            of: Sample.creditCode,
            subject: "expert-\(seat)",
            json: json,
            headers: headers
        )
    }

    struct VoteCandidate: Decodable {
        let application: String
        let name: String
    }

    /// Whom a member votes on.
    func candidates(_ seat: Int, of round: String) async throws -> [VoteCandidate] {
        struct Page: Decodable { let items: [VoteCandidate] }
        let shown = await member(seat, "GET", "candidates", of: round)
        return try WireFormat.decode(Page.self, from: shown.body).items
    }

    /// The body of a ballot.
    func ballot(
        _ seat: Int,
        of round: String,
        more: String = "",
        _ choice: (VoteCandidate) -> String
    ) async throws -> String {
        let votes = try await candidates(seat, of: round).map {
            "{\"application\":\"\($0.application)\",\"choice\":\"\(choice($0))\"}"
        }
        return "{\"votes\":[\(votes.joined(separator: ","))]\(more)}"
    }

    /// Signs in and casts a ballot; the receipt.
    @discardableResult
    func cast(
        _ seat: Int,
        of round: String,
        more: String = "",
        _ choice: (VoteCandidate) -> String
    ) async throws -> String {
        let here = await member(seat, "POST", "voting/attendance", of: round, json: "{}")
        try #require(here.status == 200, "\(here.text)")
        let json = try await ballot(seat, of: round, more: more, choice)
        let cast = await member(seat, "POST", "ballots", of: round, json: json)
        try #require(cast.status == 201, "\(cast.text)")
        return try #require(cast.member("receipt"))
    }

    /// All ballots, each in favour of everybody but those of these names.
    @discardableResult
    func castBallots(_ round: String, against: Set<String> = []) async throws -> [String] {
        var receipts: [String] = []
        for seat in 0..<5 {
            receipts.append(
                try await cast(seat, of: round) { !against.contains($0.name) || seat < 2 ? "yes" : "no" }
            )
        }
        return receipts
    }

    /// Opens the box with both codes.
    func count(_ round: String, with codes: [String]) async throws {
        for (place, code) in codes.enumerated() {
            let opened = await officer(place, "count", of: round, json: "{\"code\":\"\(code)\"}")
            try #require(opened.status == 200, "\(opened.text)")
        }
    }
}
