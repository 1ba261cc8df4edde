import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A round as it goes out.
struct RoundView: Encodable {
    struct Ballots: Encodable {
        let cast: Int
        let seats: Int
    }

    let id: ID<Round>
    let plan: ID<ImplementationPlan>
    let state: Round.Stage
    let creditCode: String
    let enterpriseName: String
    let title: String
    let referenceDate: LocalDate
    /// How many applications stand where; every standing is named.
    private(set) var counts: [String: Int]?
    private(set) var applications: Int?
    private(set) var ballots: Ballots?
    private(set) var list: ListView?

    init?(_ round: Stored<Round>) {
        guard let terms = round.state.terms, let stage = round.state.stage, let plan = round.state.plan else {
            return nil
        }
        id = ID(round.id)
        self.plan = ID(plan)
        state = stage
        creditCode = terms.filing.enterprise.creditCode
        enterpriseName = terms.filing.enterpriseName
        title = terms.title
        referenceDate = terms.referenceDate
    }

    /// With what is counted by querying.
    func with(counts: [Application.Stage: Int], ballots: Int, seats: Int, list: ListView?) -> RoundView {
        var view = self
        view.counts = Dictionary(
            uniqueKeysWithValues: Application.Stage.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
        )
        view.applications = counts.values.reduce(0, +)
        view.ballots = Ballots(cast: ballots, seats: seats)
        view.list = list
        return view
    }
}
