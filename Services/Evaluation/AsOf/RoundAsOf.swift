import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// A round as it stood at an instant: the plan and its rules, the applications' standings, the panel and its votes, the list.
struct RoundAsOfView: Encodable {
    let asOf: Date
    let round: RoundView
    let plan: PlanView?
    let panel: PanelView?
    /// What each candidate came to by the methods, once they were scored.
    let scores: [ScoreResult]
    let votings: [VotingView]
    let tally: TallyView?
    let determinations: [DeterminationView]

    /// Reads it; ballots stay sealed, and what an enterprise's people were not told then they are not told now.
    init?(
        _ round: Stored<Round>,
        by replay: Replay,
        for call: Call,
        from stores: Stores,
        in tx: borrowing Transaction
    ) throws {
        guard let terms = round.state.terms, let planID = round.state.plan, let shown = RoundView(round) else {
            return nil
        }
        let applications = try replay.all(
            stores.applicationRegister.ids(of: round.id, in: tx),
            of: "application",
            as: Application.self,
            in: tx
        )
        let votings = try replay.all(
            stores.votings.all(of: round.id, in: tx).map(\.id),
            of: "voting",
            as: Voting.self,
            in: tx
        )
        let lists = try replay.all(
            stores.roundRegister.listIDs(of: round.id, in: tx),
            of: "proposed_list",
            as: ProposedList.self,
            in: tx
        )
        let determinations = try replay.all(
            stores.roundRegister.determinations(of: round.id, in: tx).map(\.id),
            of: "determination",
            as: Determination.self,
            in: tx
        )
        var persons = Set(applications.compactMap { $0.state.entry?.person })
        persons.formUnion(lists.flatMap { $0.state.names.map(\.person) })
        let names = try stores.persons.names(of: Array(persons), in: tx)
        var counts: [Application.Stage: Int] = [:]
        for stage in applications.compactMap(\.state.stage) { counts[stage, default: 0] += 1 }
        asOf = replay.instant
        let newest = votings.last
        self.round = shown.with(
            counts: counts,
            ballots: newest?.state.poll?.voted.count ?? 0,
            seats: newest?.state.poll?.electorate?.electors.count ?? terms.panel.count,
            list: lists.last.flatMap {
                ListView($0, names: names, leaving: nil, for: ListReader(call, at: replay.instant))
            }
        )
        plan = try PlanView(replay.one(planID, of: "plan", as: ImplementationPlan.self, in: tx))
        let panel = try replay.all(
            [stores.panels.read(of: round.id, in: tx).id],
            of: "panel",
            as: Panel.self,
            in: tx
        ).first
        self.panel = panel.map { PanelView($0, of: round, shortfalls: [], for: .desk) }
        scores =
            try replay.all(
                [stores.scorings.read(of: round.id, in: tx).id],
                of: "scoring",
                as: Scoring.self,
                in: tx
            ).first?.state.results ?? []
        self.votings = votings.compactMap(VotingView.init)
        let byApplication = Dictionary(
            applications.compactMap { one in one.state.entry.flatMap { names[$0.person] }.map { (one.id, $0) } },
            uniquingKeysWith: { $1 }
        )
        tally = newest.flatMap { TallyView($0, names: byApplication) }
        self.determinations = determinations.compactMap { DeterminationView($0, names: names, standings: [:]) }
    }
}
