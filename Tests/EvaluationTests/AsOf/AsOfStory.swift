import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A case as of an instant", .timeLimit(.minutes(30)))
struct AsOfStory {
    /// What the tables held after a step, and what an application looked like.
    struct Moment {
        let step: String
        let instant: Date
        /// By table and id, the state as text and its version.
        let rows: [String: [UUID: String]]
        let application: String
        let round: PlainResponse
        /// The pages of the round's applications and the newest list, as they were.
        let pages: [String: String]
    }

    /// What is asked of a round's applications.
    static let queries = ["?limit=3", "?columns=list&limit=3", "?columns=list&state=eligible&limit=2&q=焊"]

    static let tables = ["plan", "round", "application", "voting", "proposed_list", "determination"]

    @Test("is what it was after every step of a whole round")
    func everyStep() async throws {
        try await Desk.with { desk in
            var moments: [Moment] = []
            var round = ""
            func note(_ step: String) async throws {
                moments.append(try await Self.moment(step, of: round, at: desk))
                try await desk.service.travel(to: desk.service.clock.now.addingTimeInterval(120))
            }
            round = try await desk.openRound()
            try await note("opened")
            _ = try await desk.importSample(into: round)
            try await note("collected")
            _ = try await desk.step(round, "eligibility")
            try await note("judged")
            let codes = try await desk.prepareVote(round)
            try await note("prepared")
            _ = try await desk.step(round, "voting/opening")
            try await note("open")
            try await desk.castBallots(round, against: ["韩志勇"])
            try await note("closed")
            try await desk.count(round, with: codes)
            try await note("counted")
            try await desk.service.travel(to: Sample.day("2026-09-30").start.addingTimeInterval(9 * 3600))
            _ = try await desk.step(round, "proposed-list", json: Desk.proposal(on: "2026-09-30"))
            try await note("listed")
            let list = try #require(try await desk.service.said(ListProposed.self).last)
            let cleared = list.names.map(\.person)
            try await desk.service.travel(to: Sample.day("2026-10-14").start.addingTimeInterval(3600))
            try await desk.service.hear(Publicity(of: list).completed(cleared: cleared), from: .publicityTimer)
            try await note("determined")
            #expect(moments.count == 9)
            for moment in moments { try await Self.verify(moment, of: round, at: desk) }
            let before = await desk.hr("GET", "/rounds/\(round)?asOf=2026-08-01")
            #expect(before.status == 404)
            let nobody = await desk.hr("GET", "/rounds/\(round)/applications?asOf=2026-08-01")
            #expect(nobody.member("items") == "0 items", "\(nobody.text)")
            let newest = try #require(moments.last?.round.member("list", "id"))
            let early = await desk.hr("GET", "/lists/\(newest)?asOf=2026-08-01")
            #expect(early.status == 404)
            let nonsense = await desk.hr("GET", "/rounds/\(round)?asOf=gestern")
            #expect(nonsense.member("errors", "0", "code") == "evaluation.instant")
        }
    }

    private static func moment(_ step: String, of round: String, at desk: Desk) async throws -> Moment {
        let rows = try await desk.service.database.transaction { tx in
            var rows: [String: [UUID: String]] = [:]
            for (table, found) in [
                ("plan", try tx.query("SELECT id, version, state FROM plan")),
                ("round", try tx.query("SELECT id, version, state FROM round")),
                ("application", try tx.query("SELECT id, version, state FROM application")),
                ("voting", try tx.query("SELECT id, version, state FROM voting")),
                ("proposed_list", try tx.query("SELECT id, version, state FROM proposed_list")),
                ("determination", try tx.query("SELECT id, version, state FROM determination")),
            ] {
                for row in found {
                    let text =
                        switch table {
                        case "plan": try Self.text(PlanStore.stored(row))
                        case "round": try Self.text(RoundStore.stored(row))
                        case "application": try Self.text(ApplicationStore.stored(row))
                        case "voting": try Self.text(VotingStore.stored(row))
                        case "proposed_list": try Self.text(ProposedListStore.stored(row))
                        default: try Self.text(DeterminationStore.stored(row))
                        }
                    rows[table, default: [:]][try row.decode("id")] = text
                }
            }
            return rows
        }
        let applications = rows["application"]?.keys.sorted { $0.lowercase < $1.lowercase } ?? []
        var application = ""
        if let first = applications.first {
            application = await desk.hr("GET", "/applications/\(first.lowercase)").text
        }
        let shown = await desk.hr("GET", "/rounds/\(round)")
        var pages: [String: String] = [:]
        for query in Self.queries { pages[query] = await desk.hr("GET", "/rounds/\(round)/applications\(query)").text }
        if let list = shown.member("list", "id") { pages[list] = await desk.hr("GET", "/lists/\(list)").text }
        return Moment(
            step: step,
            instant: desk.service.clock.now,
            rows: rows,
            application: application,
            round: shown,
            pages: pages
        )
    }

    private static func text<State: Decider & Encodable>(_ stored: Stored<State>) throws -> String {
        "\(stored.version) \(try StateText.write(stored.state))"
    }

    /// The states of a kind as they stood; nil where there was none.
    private static func states<State: Decider & Encodable>(
        _ table: String,
        _ type: State.Type,
        _ ids: [String: [UUID]],
        by replay: EvaluationService.Replay,
        in tx: borrowing Transaction
    ) throws -> [UUID: String]? where State.Event: Decodable {
        let stored = try replay.all(ids[table] ?? [], of: table, as: type, in: tx)
        guard !stored.isEmpty else { return nil }
        return Dictionary(uniqueKeysWithValues: try stored.map { ($0.id, try text($0)) })
    }

    private static func verify(_ moment: Moment, of round: String, at desk: Desk) async throws {
        let replay = EvaluationService.Replay(instant: moment.instant)
        let found = try await desk.service.database.transaction { tx in
            var ids: [String: [UUID]] = [:]
            for row in try tx.query("SELECT DISTINCT aggregate, aggregate_id FROM journal") {
                ids[try row.decode("aggregate"), default: []].append(try row.decode("aggregate_id"))
            }
            var found: [String: [UUID: String]] = [:]
            found["plan"] = try Self.states("plan", ImplementationPlan.self, ids, by: replay, in: tx)
            found["round"] = try Self.states("round", Round.self, ids, by: replay, in: tx)
            found["application"] = try Self.states("application", Application.self, ids, by: replay, in: tx)
            found["voting"] = try Self.states("voting", Voting.self, ids, by: replay, in: tx)
            found["proposed_list"] = try Self.states("proposed_list", ProposedList.self, ids, by: replay, in: tx)
            found["determination"] = try Self.states("determination", Determination.self, ids, by: replay, in: tx)
            return found
        }
        for table in Self.tables { #expect(found[table] == moment.rows[table], "\(moment.step) \(table)") }
        let instant = WireFormat.text(of: moment.instant).replacing("+", with: "%2B")
        let shown = await desk.hr("GET", "/rounds/\(round)?asOf=\(instant)")
        #expect(shown.status == 200, "\(moment.step) \(shown.text)")
        #expect(shown.member("round", "state") == moment.round.member("state"), "\(moment.step)")
        for stage in Application.Stage.allCases {
            let (then, now) = (
                moment.round.member("counts", stage.rawValue), shown.member("round", "counts", stage.rawValue)
            )
            #expect(then == now, "\(moment.step) \(stage)")
        }
        #expect(shown.member("round", "list", "names") == moment.round.member("list", "names"), "\(moment.step)")
        for (asked, text) in moment.pages {
            let path = asked.hasPrefix("?") ? "/rounds/\(round)/applications\(asked)&" : "/lists/\(asked)?"
            let then = await desk.hr("GET", "\(path)asOf=\(instant)")
            #expect(then.text == text, "\(moment.step) \(asked)")
            #expect(then.version == nil)
        }
        guard let first = moment.rows["application"]?.keys.min(by: { $0.lowercase < $1.lowercase }) else { return }
        let application = await desk.hr("GET", "/applications/\(first.lowercase)?asOf=\(instant)")
        #expect(application.text == moment.application, "\(moment.step)")
    }
}
