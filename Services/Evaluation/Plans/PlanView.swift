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
    /// Which version this is; counts 1, 2, 3.
    let version: Int
    /// SHA-256 of what it lays down, in hex; missing in a plan of before versions had digests.
    let digest: String?
    let writtenOn: LocalDate?
    /// Why it follows the version before.
    let reason: String?
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
    /// That the filing authority has received it.
    let receipt: PlanReceipt?
    /// What the filing authority remarked, of any version.
    let remarks: [PlanRemark]

    init?(_ plan: Stored<ImplementationPlan>) {
        guard let now = plan.state.current else { return nil }
        self.init(plan.id, now, remarks: plan.state.course.remarks)
    }

    /// One version of a plan, with what was remarked on it.
    init(_ plan: UUID, _ shown: PlanVersion, remarks: [PlanRemark]) {
        let terms = shown.terms
        id = ID(plan)
        state = shown.disclosure == nil ? "drawn-up" : "disclosed"
        filing = ID(terms.filing.filing)
        creditCode = terms.filing.enterprise.creditCode
        enterpriseName = terms.filing.enterpriseName
        version = shown.number
        digest = shown.digest
        writtenOn = shown.writtenOn
        reason = shown.reason
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
        disclosure = shown.disclosure
        receipt = shown.receipt
        self.remarks = remarks
    }
}

/// A plan as employees read it: what it lays down in rows, and since when it is shown; no account is named.
struct ShownPlanView: Encodable {
    let id: ID<ImplementationPlan>
    let enterpriseName: String
    let title: String
    let version: Int
    let digest: String?
    let shownToEmployeesOn: LocalDate
    let sentToAuthorityOn: LocalDate
    let rows: [PlanOutline.Row]

    /// Nil for a version that was not shown.
    init?(_ plan: UUID, _ version: PlanVersion) {
        guard let disclosure = version.disclosure else { return nil }
        id = ID(plan)
        enterpriseName = version.terms.filing.enterpriseName
        title = version.terms.title
        self.version = version.number
        digest = version.digest
        shownToEmployeesOn = disclosure.shownToEmployeesOn
        sentToAuthorityOn = disclosure.sentToAuthorityOn
        rows = PlanOutline(version.terms).rows
    }
}

/// One version of a plan in the list of its versions.
struct PlanVersionView: Encodable {
    let version: Int
    let digest: String?
    let writtenOn: LocalDate?
    let reason: String?
    let disclosure: Disclosure?
    let receipt: PlanReceipt?
    /// The rounds that rest on it.
    let rounds: [ID<Round>]
    /// What differs from the version before; nothing for the first.
    let difference: [PlanOutline.Change]

    init(_ version: PlanVersion, after before: PlanVersion?, rounds: [UUID]) {
        self.version = version.number
        digest = version.digest
        writtenOn = version.writtenOn
        reason = version.reason
        disclosure = version.disclosure
        receipt = version.receipt
        self.rounds = rounds.map { ID($0) }
        difference = before.map { PlanOutline.difference(from: $0.terms, to: version.terms) } ?? []
    }
}
