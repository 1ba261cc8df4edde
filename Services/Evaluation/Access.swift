import ServiceKit

extension Main {
    /// Who may use which route; what has no row is denied.
    static let access = Access([
        "POST /plans": own,
        "GET /plans": read,
        "GET /plans/{id}": read,
        "POST /plans/{id}/versions": own,
        "GET /plans/{id}/versions": read,
        "GET /plans/{id}/versions/{number}": read,
        "POST /plans/{id}/disclosure": own,
        "POST /plans/{id}/receipt": authority,
        "POST /plans/{id}/remarks": authority,
        "GET /shown-plans": shown,
        "GET /plans/{id}/shown": shown,
        "GET /plans/{id}/page": shown,
        "POST /plans/{id}/attachments": own,
        "GET /plans/{id}/attachments": read,
        "POST /rounds": own,
        "GET /rounds": read,
        "GET /rounds/{id}": read,
        // An employee applies for oneself: to the own application, never to another's.
        "POST /rounds/{id}/applications": applying,
        "POST /rounds/{id}/applications/import": own,
        "GET /rounds/{id}/applications/import/template": own,
        "POST /rounds/{id}/attachments": own,
        "GET /rounds/{id}/attachments": own,
        "GET /rounds/{id}/applications/imports": own,
        "GET /application-imports/{id}": own,
        "GET /application-imports/{id}/rows": own,
        "GET /application-imports/{id}/workbook": own,
        "POST /application-imports/{id}/cancellation": own,
        "GET /rounds/{id}/applications": read,
        "GET /rounds/{id}/applications/confirmations": own,
        "POST /rounds/{id}/applications/drafts": applying,
        "GET /rounds/{id}/applications/drafts": applying,
        "GET /applications/{id}/draft": applying,
        "PUT /applications/{id}/draft": applying,
        "DELETE /applications/{id}/draft": applying,
        "GET /applications/{id}/check": applying,
        "POST /applications/{id}/submission": applying,
        "PUT /applications/{id}": applying,
        "POST /applications/{id}/confirmation": applying,
        "POST /applications/{id}/withdrawal": applying,
        "PUT /applications/{id}/evidence": applying,
        // The filing authority adds the letter by which it consents to a relaxation.
        "POST /applications/{id}/attachments": applyingOrConsenting,
        "GET /applications/{id}/attachments": weighing,
        "GET /attachments/{id}": weighing,
        "PUT /attachments/{id}/chunks/{number}": applying,
        "POST /attachments/{id}/completion": applying,
        "GET /attachments/{id}/content": weighing,
        "DELETE /attachments/{id}": applying,
        "POST /eligibility-check": applying,
        "GET /my-applications": .only(.employee),
        "POST /rounds/{id}/eligibility": own,
        "GET /applications/{id}": seeing,
        "POST /applications/{id}/review": own,
        "POST /experts": own,
        "GET /experts": read,
        "GET /experts/{id}": read,
        "POST /experts/{id}/changes": own,
        // An invited expert declares their own relations from wherever they are.
        "POST /experts/{id}/relations": .only(.enterpriseHR, .evaluator),
        "POST /experts/{id}/retirement": own,
        "GET /rounds/{id}/panel": sitting,
        "POST /rounds/{id}/panel/members": own,
        "POST /rounds/{id}/panel/draw/announcement": own,
        "POST /rounds/{id}/panel/draw": own,
        "POST /rounds/{id}/panel/draw/giving-up": own,
        "GET /rounds/{id}/panel/draw": sitting,
        "POST /rounds/{id}/panel/chair": own,
        "POST /rounds/{id}/panel/replacements": own,
        "GET /rounds/{id}/panel/candidates": .only(.evaluator),
        "POST /rounds/{id}/panel/recusals": .only(.enterpriseHR, .evaluator),
        "POST /rounds/{id}/panel/recusal-requests": .only(.enterpriseHR, .employee, within: .ownEnterprise),
        "POST /rounds/{id}/panel/recusal-requests/{request}/decision": .only(.enterpriseHR, .evaluator),
        "POST /rounds/{id}/scores": own,
        "GET /rounds/{id}/scores": sitting,
        "GET /rounds/{id}/scores/own": .only(.employee, within: .ownEnterprise),
        "GET /rounds/{id}/scores/sheets": .only(.evaluator),
        "GET /rounds/{id}/scores/sheets/{application}/{method}": .only(.evaluator),
        "PUT /rounds/{id}/scores/sheets/{application}/{method}": .only(.evaluator),
        "POST /rounds/{id}/scores/entered/{application}/{method}": own,
        "POST /rounds/{id}/scores/entered/{application}/{method}/confirmation": own,
        "POST /rounds/{id}/scores/closing": own,
        "GET /rounds/{id}/scores/summary": sitting,
        "PUT /rounds/{id}/defences": own,
        "GET /rounds/{id}/defences": sitting,
        "GET /rounds/{id}/defences/sheet": sitting,
        "GET /rounds/{id}/defences/workbook": sitting,
        "POST /rounds/{id}/defences/{session}/attendance": own,
        "POST /rounds/{id}/defences/absences": own,
        "POST /rounds/{id}/defences/appearances": own,
        "POST /rounds/{id}/voting": own,
        "GET /rounds/{id}/voting": vote,
        // The two officers are whom the plan or human resources named; the vote says who they are.
        "POST /rounds/{id}/voting/key": officer,
        "POST /rounds/{id}/voting/officers": own,
        "POST /rounds/{id}/voting/opening": own,
        "POST /rounds/{id}/voting/attendance": .only(.evaluator),
        "POST /rounds/{id}/voting/annulment": own,
        "GET /rounds/{id}/tally": vote,
        "GET /rounds/{id}/minutes": vote,
        // What policy asks for is public; what is loaded, the bureau answers for.
        "GET /rule-sets": .everyone,
        "GET /rule-sets/{digest}": .everyone,
        "POST /rule-sets": .only(.bureauOfficer),
        "POST /rule-sets/check": .only(.bureauOfficer),
        "GET /mapping-decisions": read,
        "POST /mapping-decisions": ownOrAuthority,
        "POST /mapping-decisions/{id}/withdrawal": ownOrAuthority,
        "GET /applications/{id}/verdict": .only(
            .enterpriseHR,
            .employee,
            .centreOfficer,
            .bureauOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "POST /applications/{id}/re-check": .only(.enterpriseHR, .employee, within: .ownEnterprise),
        "POST /applications/{id}/re-check/decision": own,
        "POST /applications/{id}/relaxation": own,
        "POST /applications/{id}/relaxation/signature": own,
        // Which of the two centres accepted the filing is told by the filing.
        "POST /applications/{id}/relaxation/consent": .only(.centreOfficer, .provinceOfficer),
        "GET /relaxations": .only(.centreOfficer, .bureauOfficer, .provinceOfficer),
        // A member of the panel may come from another enterprise; the plan's seats say who is one.
        "GET /rounds/{id}/candidates": .only(.evaluator),
        "POST /rounds/{id}/ballots": .only(.evaluator),
        "POST /rounds/{id}/count": officer,
        "POST /rounds/{id}/proposed-list": own,
        "POST /rounds/{id}/proposed-list/withdrawal": own,
        "GET /lists/{id}": read,
        "POST /lists/{id}/amendments": own,
        "GET /rounds/{id}/omissions": read,
        "POST /omissions/{id}/answer": own,
        "GET /rounds/{id}/determinations": read,
        "GET /determinations": shown,
        "GET /determinations/{id}": shown,
        "GET /determinations/{id}/document": shown,
        "POST /determinations/{id}/signature": own,
    ])

    private static let applying = Access.Rule.only(.enterpriseHR, .employee, within: .ownEnterprise)
    private static let applyingOrConsenting = Access.Rule.only(
        .enterpriseHR,
        .employee,
        .centreOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    /// Files of applications: also the members of the panel that judge them.
    private static let weighing = Access.Rule.only(
        .enterpriseHR,
        .employee,
        .evaluator,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    private static let seeing = Access.Rule.only(
        .enterpriseHR,
        .employee,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    /// What the panel, the opening officers and those who may read the round see of its vote.
    private static let vote = Access.Rule.only(
        .enterpriseHR,
        .evaluator,
        .employee,
        .objectionHandler,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer
    )
    private static let officer = Access.Rule.only(
        .enterpriseHR,
        .objectionHandler,
        .employee,
        within: .ownEnterprise
    )
    private static let own = Access.Rule.only(.enterpriseHR, within: .ownEnterprise)
    private static let ownOrAuthority = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    /// Whoever may know who sits: the enterprise's people, its members from elsewhere by their seat, and officers.
    private static let sitting = Access.Rule.only(
        .enterpriseHR,
        .evaluator,
        .employee,
        .objectionHandler,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    /// Where a plan is sent to; the bureau looks on.
    private static let authority = Access.Rule.only(.centreOfficer, .provinceOfficer, within: .ownEnterprise)
    /// What an enterprise shows to all who work for it.
    private static let shown = Access.Rule.only(
        .employee,
        .enterpriseHR,
        .evaluator,
        .objectionHandler,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    private static let read = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
}
