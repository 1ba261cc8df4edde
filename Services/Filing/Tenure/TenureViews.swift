import FilingDomain
import Foundation
import Kernel
import Messaging

/// The life of a filing as it is shown.
struct TenureView: Encodable {
    struct OccupationView: Encodable {
        let code: String
        let edition: String
        let name: String
        let specialty: String?
        let levels: [SkillLevel]
    }

    struct SuspensionView: Encodable {
        let facts: String
        let reasons: String
        let basis: String
        let from: LocalDate
        let through: LocalDate?
        let effects: Consequences
        /// Whether it is that of the general filing under this one.
        let isOfGeneral: Bool

        init(_ suspension: Suspension, isOfGeneral: Bool) {
            facts = suspension.facts
            reasons = suspension.reasons
            basis = suspension.basis
            from = suspension.from
            through = suspension.through
            effects = suspension.consequences
            self.isOfGeneral = isOfGeneral
        }
    }

    let id: UUID
    let kind: FilingKind
    let restsOn: UUID?
    let enterprise: FilerView
    let agencyCode: String
    let state: TenurePhase
    let validFrom: LocalDate
    let validThrough: LocalDate
    let terms: [Term]
    /// Days left, the last one counted; 0 when the term is over.
    let daysLeft: Int
    /// From when renewal may be applied for; of a general filing.
    let renewalOpensOn: LocalDate?
    let occupations: [OccupationView]
    let workPlanVersion: Int?
    let suspensions: [SuspensionView]
    /// A suspension that begins on a day to come.
    let suspensionOrdered: SuspensionView?
    let cancelledOn: LocalDate?
    let decisionNumber: String?
    let effects: Consequences?
    private(set) var record: TenureRecord?

    /// A life on a day, to the rules of renewal.
    init?(_ tenure: Stored<Tenure>, on day: LocalDate, _ rules: TenureRules) {
        guard let life = tenure.state.life else { return nil }
        id = life.filing
        kind = life.kind
        restsOn = life.restsOn
        enterprise = FilerView(life.filer)
        agencyCode = life.agencyCode.text
        state = tenure.state.phase(on: day)
        (validFrom, validThrough) = (life.term.from, life.term.through)
        terms = life.terms
        daysLeft = max(0, life.daysLeft(on: day))
        renewalOpensOn = life.kind == .general ? rules.opening(of: life.term) : nil
        occupations = life.occupations.map {
            OccupationView(
                code: $0.occupation.code,
                edition: $0.occupation.edition,
                name: $0.occupation.name,
                specialty: $0.occupation.specialty,
                levels: $0.levels
            )
        }
        workPlanVersion = life.workPlan?.version
        var suspensions: [SuspensionView] = []
        if case .suspended(_, let own) = tenure.state { suspensions.append(.init(own, isOfGeneral: false)) }
        if case .suspended(let general) = life.general { suspensions.append(.init(general, isOfGeneral: true)) }
        self.suspensions = suspensions
        suspensionOrdered = life.ordered.map { SuspensionView($0, isOfGeneral: false) }
        if case .cancelled(let cancellation, _) = tenure.state.standing {
            (cancelledOn, decisionNumber) = (cancellation.on, cancellation.decisionNumber)
        } else {
            (cancelledOn, decisionNumber) = (nil, nil)
        }
        effects = tenure.state.standing.consequences
    }

    /// With what was heard of it.
    func with(_ record: TenureRecord) -> TenureView {
        var view = self
        view.record = record
        return view
    }
}

/// A renewal that is open, as worklists show it.
struct RenewalDueView: Encodable {
    let tenure: UUID
    let enterprise: FilerView
    let agencyCode: String
    let validThrough: LocalDate
    let daysLeft: Int
    /// The threshold reached last; nil before the first.
    let threshold: Int?
    /// Whether an application for renewal is with the authority.
    let isAppliedFor: Bool

    init?(_ tenure: Stored<Tenure>, on day: LocalDate, _ rules: TenureRules, isAppliedFor: Bool) {
        guard let life = tenure.state.life else { return nil }
        self.tenure = life.filing
        enterprise = FilerView(life.filer)
        agencyCode = life.agencyCode.text
        validThrough = life.term.through
        daysLeft = life.daysLeft(on: day)
        let left = daysLeft
        threshold = rules.thresholds.filter { left <= $0 }.min()
        self.isAppliedFor = isAppliedFor
    }
}

/// An application for renewal or more occupations as it is shown.
struct TenureRequestView: Encodable {
    let id: UUID
    let tenure: UUID
    let enterprise: FilerView
    let wish: String
    let state: TenureRequest.Phase
    let statement: String
    let askedOn: LocalDate
    let validThrough: LocalDate?
    let occupations: [FiledOccupation]?
    let decidedOn: LocalDate?
    let decidedBy: String?
    let reasons: String?
    /// What was known when it was decided; before that, what is known now.
    let record: TenureRecord?

    init?(_ request: Stored<TenureRequest>, now record: TenureRecord? = nil) {
        guard let asked = request.state.asked else { return nil }
        id = request.id
        tenure = asked.filing
        enterprise = FilerView(asked.filer)
        wish = asked.wish.name
        state = request.state.phase
        statement = asked.statement
        askedOn = asked.on
        switch asked.wish {
        case .renewal(let through): (validThrough, occupations) = (through, nil)
        case .addition(let asked): (validThrough, occupations) = (nil, asked)
        }
        decidedOn = request.state.decision?.on
        decidedBy = request.state.decision?.officer.name
        reasons = request.state.decision?.reasons
        self.record = request.state.decision?.record ?? record
    }
}
