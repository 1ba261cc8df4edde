import FilingDomain
import Foundation
import Kernel

/// The body of `POST /special-filings`.
struct SpecialFilingBody: Decodable {
    let generalFiling: String?
    let occupations: [OccupationBody]?
    let application: ApplicationBody?
    let workPlan: WorkPlanBody?

    /// The general filing it rests on, the occupations, the form and the plan.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (UUID, [Occupation], SpecialApplication, WorkPlan) {
        var check = Check()
        let general = check.id(generalFiling, "generalFiling")
        let occupations = OccupationBody.occupations(occupations, &check)
        let application = ApplicationBody.read(application, &check)
        let plan = workPlan?.plan(&check, "workPlan.")
        if workPlan == nil { check.problem("workPlan", "common.missing-member") }
        return try check.done(general, occupations, application, plan)
    }
}

/// The body of `PUT /special-filings/{id}/application`.
struct RevisionBody: Decodable {
    let application: ApplicationBody?
    let occupations: [OccupationBody]?

    /// The form and the occupations.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (SpecialApplication, [Occupation]) {
        var check = Check()
        let occupations = OccupationBody.occupations(occupations, &check)
        let application = ApplicationBody.read(application, &check)
        return try check.done(application, occupations)
    }
}

/// The application form as clients write it.
struct ApplicationBody: Decodable {
    let reason: String?
    let handler: String?
    let skilledWorkers: Int?
    let seniorTechnicians: Int?
    let plannedPosts: Int?
    let consultation: ConsultationBody?

    struct ConsultationBody: Decodable {
        let heldOn: String?
        let form: String?
        let evidence: String?
    }

    /// The form, nil with a problem noted where there is none.
    static func read(_ body: ApplicationBody?, _ check: inout Check) -> SpecialApplication? {
        guard let body else {
            check.problem("application", "common.missing-member")
            return nil
        }
        return SpecialApplication(
            reason: check.text(body.reason, "application.reason", most: 2000),
            handler: check.text(body.handler, "application.handler"),
            skilledWorkers: check.number(body.skilledWorkers, "application.skilledWorkers", in: 1...1_000_000),
            seniorTechnicians: check.number(body.seniorTechnicians, "application.seniorTechnicians", in: 0...1_000_000),
            plannedPosts: check.number(body.plannedPosts, "application.plannedPosts", in: 1...100_000),
            consultation: body.consultation.flatMap { consultation(of: $0, &check) }
        )
    }

    private static func consultation(of body: ConsultationBody, _ check: inout Check) -> Consultation? {
        let day = check.day(body.heldOn, "application.consultation.heldOn")
        let form = check.text(body.form, "application.consultation.form")
        let evidence = check.text(body.evidence, "application.consultation.evidence", most: 1000)
        return day.map { Consultation(heldOn: $0, form: form, evidence: evidence) }
    }
}

/// A work plan as clients write it; parts may be missing until it is handed in.
struct WorkPlanBody: Decodable {
    let planning: String?
    let standards: String?
    let methods: String?
    let procedure: String?
    let resultsUse: String?
    let conditions: String?
    let organisation: String?
    let schedule: String?
    let terms: PlanTermsBody?

    /// The plan, each part trimmed and of at most 20000 characters.
    func plan(_ check: inout Check, _ prefix: String = "") -> WorkPlan {
        func part(_ text: String?, _ name: WorkPlanPart) -> String {
            check.optional(text, prefix + name.rawValue, most: 20_000)
        }
        return WorkPlan(
            planning: part(planning, .planning),
            standards: part(standards, .standards),
            methods: part(methods, .methods),
            procedure: part(procedure, .procedure),
            resultsUse: part(resultsUse, .resultsUse),
            conditions: part(conditions, .conditions),
            organisation: part(organisation, .organisation),
            schedule: part(schedule, .schedule),
            terms: terms?.read(&check, "\(prefix)terms.")
        )
    }
}

/// The body of `POST /special-filings/{id}/acceptance`.
struct SpecialAcceptanceBody: Decodable {
    let authority: String?
    let scopeReason: String?

    /// The office that accepts; and why occupations outside the general filing are accepted, where that is told.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (String, scopeReason: String?) {
        var check = Check()
        let authority = check.text(authority, "authority")
        let reason = check.optional(scopeReason, "scopeReason", most: 1000)
        try check.done()
        return (authority, reason.isEmpty ? nil : reason)
    }
}

/// The body of a changed work plan.
struct WorkPlanChangeBody: Decodable {
    let workPlan: WorkPlanBody?
    let reason: String?

    /// The plan and why it changes.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (WorkPlan, String) {
        var check = Check()
        let plan = workPlan?.plan(&check, "workPlan.")
        if workPlan == nil { check.problem("workPlan", "common.missing-member") }
        let reason = check.text(reason, "reason", most: 1000)
        return (try check.done(plan), reason)
    }
}

/// The body of `POST /work-plan-changes/{id}/acceptance`.
struct PlanAcceptanceBody: Decodable {
    let authority: String?

    /// The office that accepts; nil where none is named.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String? {
        var check = Check()
        let authority = check.optional(authority, "authority")
        try check.done()
        return authority.isEmpty ? nil : authority
    }
}
