import Contracts
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
    /// Which version of the plan it rests on; missing in rounds of before versions.
    let planVersion: Int?
    /// The days on which applications are taken; missing where the plan sets none.
    private(set) var applicationWindow: PlanSchedule.Window?
    let state: Round.Stage
    let creditCode: String
    let enterpriseName: String
    let title: String
    let referenceDate: LocalDate
    /// Whether its filing keeps it from going on; missing where it does not.
    private(set) var isFrozen: Bool?
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
        planVersion = terms.version
        applicationWindow = terms.schedule?.applications
        state = stage
        creditCode = terms.filing.enterprise.creditCode
        enterpriseName = terms.filing.enterpriseName
        title = terms.title
        referenceDate = terms.referenceDate
    }

    /// With the days of application as they are after what a suspended filing took was given back.
    func with(window: PlanSchedule.Window?) -> RoundView {
        var view = self
        view.applicationWindow = window ?? applicationWindow
        return view
    }

    /// With what its filing says of it.
    func under(_ standing: FilingStanding?) -> RoundView {
        var view = self
        view.isFrozen = standing?.effects?.rounds == .freeze ? true : nil
        return view
    }

    /// With what is counted by querying.
    func with(counts: [Application.Stage: Int], ballots: Int, seats: Int, list: ListView?) -> RoundView {
        var view = self
        view.counts = Dictionary(
            uniqueKeysWithValues: Application.Stage.allCases.map { ($0.rawValue, counts[$0] ?? 0) }
        )
        view.applications = counts.filter { $0.key != .withdrawn }.values.reduce(0, +)
        view.ballots = Ballots(cast: ballots, seats: seats)
        view.list = list
        return view
    }
}
