import FilingDomain
import Foundation
import Kernel

/// A special-grade filing as it is shown.
struct SpecialFilingView: Encodable {
    let id: ID<SpecialFiling>
    let generalFiling: ID<GeneralFiling>
    let enterprise: FilerView
    let state: SpecialPhase
    let occupations: [Occupation]
    /// What of them lies outside the general filing, and why; nil once it is decided.
    let outsideScope: [OutsideScopeView]?
    let application: SpecialApplication
    let workPlan: WorkPlanView
    /// The version in force of an accepted filing.
    let workPlanInForce: Int?
    /// The files handed in, by their digests.
    let attachments: [FiledPaper]
    let corrections: [CorrectionView]?
    let correctionsToldOn: LocalDate?
    let correctionsNumber: String?
    let receiptNumber: String?
    let authority: String?
    let agencyCode: String?
    let validFrom: LocalDate?
    let validThrough: LocalDate?
    let acceptedOn: LocalDate?
    /// What was accepted beyond the general filing, and why.
    let scope: ScopeView?
    let submittedOn: LocalDate?
    let resubmittedOn: LocalDate?
    private(set) var refusedOn: LocalDate?
    private(set) var reasons: [String]?
    private(set) var withdrawnOn: LocalDate?
    private(set) var withdrawalReason: String?
    let handling: HandlingView?

    /// What stands beside a filing in other rows.
    struct Beside {
        var handling: HandlingView?
        var outside: [OutsideScope]?
        var workPlanInForce: Int?
    }

    /// The view of a filing that was begun.
    init?(_ id: UUID, _ filing: SpecialFiling, beside: Beside = Beside()) {
        guard let dossier = filing.dossier else { return nil }
        self.id = ID(id)
        generalFiling = dossier.generalFiling
        enterprise = FilerView(dossier.filer)
        state = filing.phase
        occupations = dossier.occupations
        outsideScope = beside.outside.map { $0.map(OutsideScopeView.init) }
        application = dossier.application
        workPlan = WorkPlanView(dossier.workPlan)
        workPlanInForce = beside.workPlanInForce
        attachments = dossier.attachments
        let course = filing.course
        submittedOn = course?.submittedOn
        corrections = course?.corrections.map(CorrectionView.list)
        correctionsToldOn = course?.corrections?.on
        correctionsNumber = course?.corrections?.number?.text
        resubmittedOn = course?.resubmittedOn
        receiptNumber = filing.receipt?.number.text
        authority = filing.receipt?.authority
        agencyCode = filing.receipt?.agencyCode.text
        validFrom = filing.receipt?.term.from
        validThrough = filing.receipt?.term.through
        acceptedOn = filing.receipt?.on
        scope = filing.receipt?.scope.map {
            ScopeView(outside: $0.outside.map(OutsideScopeView.init), reason: $0.reason)
        }
        handling = beside.handling
        if case .refused(_, _, let refusal) = filing { (reasons, refusedOn) = (refusal.reasons, refusal.on) }
        if case .withdrawn(_, _, let withdrawal) = filing {
            (withdrawnOn, withdrawalReason) = (withdrawal.on, withdrawal.reason)
        }
    }
}

/// An occupation outside the general filing, for the officer who decides about it.
struct OutsideScopeView: Encodable {
    let occupation: Occupation
    let filedLevels: [SkillLevel]
    let sentence: String

    init(_ outside: OutsideScope) {
        occupation = outside.occupation
        filedLevels = outside.filedLevels
        sentence = "\(outside.occupation.inShort):\(outside.chinese)"
    }
}

/// An officer's decision to accept what lies outside.
struct ScopeView: Encodable {
    let outside: [OutsideScopeView]
    let reason: String
}

/// A version of a work plan as it is shown: its parts beside its number and digest.
struct WorkPlanView: Encodable {
    let version: Int
    let digest: String
    let writtenOn: LocalDate
    let planning: String
    let standards: String
    let methods: String
    let procedure: String
    let resultsUse: String
    let conditions: String
    let organisation: String
    let schedule: String
    let terms: FiledPlanTerms?
    /// The parts without which it cannot be handed in.
    let missing: [WorkPlanPart]

    init(_ version: WorkPlanVersion) {
        self.version = version.number
        digest = version.digest
        writtenOn = version.on
        planning = version.plan.planning
        standards = version.plan.standards
        methods = version.plan.methods
        procedure = version.plan.procedure
        resultsUse = version.plan.resultsUse
        conditions = version.plan.conditions
        organisation = version.plan.organisation
        terms = version.plan.terms
        schedule = version.plan.schedule
        missing = version.plan.missing
    }
}
