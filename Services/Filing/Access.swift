import ServiceKit

extension Main {
    /// Who may use which route; what has no row is denied.
    ///
    /// The centre accepts, counties do not (属地管理: an enterprise files with its city). An enterprise sees its own.
    static let access = Access([
        "POST /enterprises": .only(.centreOfficer),
        "GET /enterprises": read,
        "GET /enterprises/{id}": read,
        "POST /general-filings": own,
        "GET /general-filings": read,
        "GET /general-filings/{id}": read,
        "POST /general-filings/{id}/acceptance": .only(.centreOfficer),
        "POST /general-filings/{id}/refusal": .only(.centreOfficer),
        "POST /special-filings": own,
        "GET /special-filings": read,
        "GET /special-filings/{id}": read,
        "PUT /special-filings/{id}/work-plan": own,
        "PUT /special-filings/{id}/application": own,
        "POST /special-filings/{id}/submission": own,
        "POST /special-filings/{id}/corrections": .only(.centreOfficer),
        "POST /special-filings/{id}/resubmission": own,
        "POST /special-filings/{id}/acceptance": .only(.centreOfficer),
        "POST /special-filings/{id}/refusal": .only(.centreOfficer),
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
