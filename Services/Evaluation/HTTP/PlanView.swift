import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A plan as it goes out.
struct PlanView: Encodable {
    let id: ID<ImplementationPlan>
    let state: String
    let filing: ID<FilingScope>
    let creditCode: String
    let enterpriseName: String
    let title: String
    let referenceDate: LocalDate
    let criteria: Criteria
    let publicityDays: Int
    let posts: [PlannedPosts]
    let methods: [Method]
    let organisation: String
    let panel: [PanelSeat]
    let determination: DeterminationRule
    let handlingOffice: String
    let handlingContact: HandlingContact?
    let decision: String
    let workPlan: WorkPlanReference?
    let ruleSet: RuleSetReference?
    let panelRule: PanelRule?
    let votingRule: VotingRule?
    let committee: Committee?
    let schedule: PlanSchedule?
    let postsDecision: PostsDecision?
    let disclosure: Disclosure?

    init?(_ plan: Stored<ImplementationPlan>) {
        guard let terms = plan.state.terms else { return nil }
        id = ID(plan.id)
        if case .disclosed(_, let shown) = plan.state {
            (state, disclosure) = ("disclosed", shown)
        } else {
            (state, disclosure) = ("drawn-up", nil)
        }
        filing = ID(terms.filing.filing)
        creditCode = terms.filing.enterprise.creditCode
        enterpriseName = terms.filing.enterpriseName
        title = terms.title
        referenceDate = terms.referenceDate
        criteria = terms.criteria
        publicityDays = terms.publicityDays
        posts = terms.posts
        methods = terms.methods
        organisation = terms.organisation
        panel = terms.panel
        determination = terms.determination
        handlingOffice = terms.handlingOffice
        handlingContact = terms.handlingContact
        decision = terms.decision
        workPlan = terms.workPlan
        ruleSet = terms.ruleSet
        panelRule = terms.panelRule
        votingRule = terms.votingRule
        committee = terms.committee
        schedule = terms.schedule
        postsDecision = terms.postsDecision
    }
}
