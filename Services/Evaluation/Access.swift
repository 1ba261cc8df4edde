import ServiceKit

extension Main {
    /// Who may use which route; what has no row is denied.
    static let access = Access([
        "POST /plans": own,
        "GET /plans": read,
        "GET /plans/{id}": read,
        "POST /plans/{id}/disclosure": own,
        "POST /rounds": own,
        "GET /rounds": read,
        "GET /rounds/{id}": read,
        "POST /rounds/{id}/applications": own,
        "POST /rounds/{id}/applications/import": own,
        "GET /rounds/{id}/applications": read,
        "POST /rounds/{id}/eligibility": own,
        "GET /applications/{id}": read,
        "POST /applications/{id}/review": own,
        "POST /rounds/{id}/panel": own,
        // A member of the panel may come from another enterprise; the plan's seats say who is one.
        "GET /rounds/{id}/candidates": .only(.evaluator),
        "POST /rounds/{id}/ballots": .only(.evaluator),
        "POST /rounds/{id}/count": own,
        "POST /rounds/{id}/proposed-list": own,
        "POST /rounds/{id}/proposed-list/withdrawal": own,
        "GET /lists/{id}": read,
        "POST /lists/{id}/amendments": own,
        "GET /rounds/{id}/omissions": read,
        "POST /omissions/{id}/answer": own,
        "GET /rounds/{id}/determinations": read,
        "POST /determinations/{id}/signature": own,
    ])

    private static let own = Access.Rule.only(.enterpriseHR, within: .ownEnterprise)
    private static let read = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
}
