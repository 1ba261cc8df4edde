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
    let application: SpecialApplication
    let workPlan: WorkPlanView
    let corrections: [CorrectionRequest]?
    let correctionsToldOn: LocalDate?
    let receiptNumber: String?
    let authority: String?
    let agencyCode: String?
    let validFrom: LocalDate?
    let validThrough: LocalDate?
    let acceptedOn: LocalDate?
    let submittedOn: LocalDate?
    let resubmittedOn: LocalDate?
    private(set) var refusedOn: LocalDate?
    private(set) var reasons: [String]?

    /// The view of a filing that was begun.
    init?(_ id: UUID, _ filing: SpecialFiling) {
        guard let dossier = filing.dossier else { return nil }
        self.id = ID(id)
        generalFiling = dossier.generalFiling
        enterprise = FilerView(dossier.filer)
        state = filing.phase
        occupations = dossier.occupations
        application = dossier.application
        workPlan = WorkPlanView(dossier.workPlan)
        let course = filing.course
        submittedOn = course?.submittedOn
        corrections = course?.corrections?.requests
        correctionsToldOn = course?.corrections?.on
        resubmittedOn = course?.resubmittedOn
        receiptNumber = filing.receipt?.number.text
        authority = filing.receipt?.authority
        agencyCode = filing.receipt?.agencyCode.text
        validFrom = filing.receipt?.term.from
        validThrough = filing.receipt?.term.through
        acceptedOn = filing.receipt?.on
        if case .refused(_, _, let reasons, let day) = filing {
            self.reasons = reasons
            refusedOn = day
        }
    }
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
        schedule = version.plan.schedule
        missing = version.plan.missing
    }
}
