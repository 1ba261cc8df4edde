import ServiceKit

extension Main {
    /// Who may use which route; what has no row is denied.
    ///
    /// The centre accepts, counties do not (属地管理: an enterprise files with its city). An enterprise sees its own.
    static let access = Access([
        "POST /enterprises": .only(.centreOfficer, .provinceOfficer),
        "GET /enterprises": seen,
        "GET /enterprises/{id}": seen,
        "GET /enterprises/{id}/history": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "PUT /enterprises/{id}/particulars": kept,
        "PUT /enterprises/{id}/contacts": kept,
        "POST /enterprises/{id}/units": kept,
        "PUT /enterprises/{id}/units/{unit}": kept,
        "POST /enterprises/{id}/units/{unit}/closure": kept,
        "GET /jurisdictions": .everyone,
        "POST /jurisdictions": .only(.centreOfficer, .bureauOfficer, .operator),
        "POST /jurisdictions/import": .only(.centreOfficer, .bureauOfficer, .operator),
        "GET /authorities": .everyone,
        "GET /authorities/{id}": .everyone,
        "POST /authorities/{id}/versions": .only(.bureauOfficer, .operator),
        "GET /contact-block": .everyone,
        // Anybody asks; the code is the key to the answer.
        "POST /questions": .everyone,
        "POST /question-inquiries": .everyone,
        "GET /questions": asked,
        "GET /questions/{id}": asked,
        "POST /questions/{id}/answer": asked,
        "POST /questions/{id}/handover": asked,
        "POST /questions/{id}/closure": asked,
        // What counties do; the bureau watches over all of them.
        "GET /counties": .only(.countyOfficer, .bureauOfficer),
        "POST /liaisons": .only(.countyOfficer),
        "GET /liaisons": .only(.countyOfficer, .bureauOfficer),
        "PUT /liaisons/{id}": .only(.countyOfficer),
        "POST /policy-notes": .only(.countyOfficer),
        "GET /policy-notes": .only(.countyOfficer, .bureauOfficer, .enterpriseHR, within: .ownEnterprise),
        "GET /policy-notes/{id}": .only(.countyOfficer, .bureauOfficer, .enterpriseHR, within: .ownEnterprise),
        "GET /policy-notes/{id}/recipients": .only(.countyOfficer, .bureauOfficer),
        "POST /policy-notes/{id}/withdrawal": .only(.countyOfficer),
        "POST /general-filings": own,
        "POST /general-filings/drafts": own,
        "GET /general-filings": seen,
        "GET /general-filings/{id}": seen,
        "PUT /general-filings/{id}/application": own,
        "POST /general-filings/{id}/submission": own,
        "POST /general-filings/{id}/corrections": decided,
        "PUT /general-filings/{id}/corrections/{number}/answer": own,
        "POST /general-filings/{id}/resubmission": own,
        "POST /general-filings/{id}/withdrawal": own,
        "POST /general-filings/{id}/acceptance": decided,
        "POST /general-filings/{id}/refusal": decided,
        "GET /general-filings/{id}/papers": read,
        "GET /general-filings/{id}/papers/{kind}": read,
        "GET /general-filings/{id}/changes": read,
        "POST /general-filings/{id}/attachments": own,
        "GET /general-filings/{id}/attachments": read,
        "POST /special-filings": own,
        "GET /special-filings": seen,
        "GET /special-filings/{id}": seen,
        "GET /special-filings/{id}/units": seen,
        "PUT /special-filings/{id}/units": own,
        "PUT /special-filings/{id}/work-plan": own,
        "PUT /special-filings/{id}/application": own,
        "POST /special-filings/{id}/submission": own,
        "POST /special-filings/{id}/corrections": decided,
        "PUT /special-filings/{id}/corrections/{number}/answer": own,
        "POST /special-filings/{id}/resubmission": own,
        "POST /special-filings/{id}/withdrawal": own,
        "POST /special-filings/{id}/acceptance": decided,
        "POST /special-filings/{id}/refusal": decided,
        "GET /special-filings/{id}/papers": read,
        "GET /special-filings/{id}/papers/{kind}": read,
        "GET /special-filings/{id}/changes": read,
        "POST /special-filings/{id}/attachments": own,
        "GET /special-filings/{id}/attachments": read,
        "GET /special-filings/{id}/work-plans": read,
        "GET /special-filings/{id}/work-plans/{version}": read,
        "GET /special-filings/{id}/work-plan-changes": read,
        "POST /special-filings/{id}/work-plan-changes": own,
        "GET /work-plan-changes/{id}": read,
        "PUT /work-plan-changes/{id}/work-plan": own,
        "POST /work-plan-changes/{id}/submission": own,
        "POST /work-plan-changes/{id}/withdrawal": own,
        "POST /work-plan-changes/{id}/acceptance": decided,
        "POST /work-plan-changes/{id}/refusal": decided,
        "GET /work-plan-changes/{id}/papers": read,
        "GET /work-plan-changes/{id}/papers/{kind}": read,
        "GET /work-plan-changes/{id}/changes": read,
        "POST /work-plan-changes/{id}/attachments": own,
        "GET /work-plan-changes/{id}/attachments": read,
        // Files of policy notes are their county's to add; what belongs to a filing stays the enterprise's and the officers'.
        "POST /policy-notes/{id}/attachments": .only(.countyOfficer),
        "GET /policy-notes/{id}/attachments": .only(
            .countyOfficer,
            .bureauOfficer,
            .enterpriseHR,
            within: .ownEnterprise
        ),
        "GET /attachments/{id}": seen,
        "PUT /attachments/{id}/chunks/{number}": uploading,
        "POST /attachments/{id}/completion": uploading,
        "GET /attachments/{id}/content": seen,
        "DELETE /attachments/{id}": uploading,
        "GET /handlings": decided,
        "GET /handlings/{id}": decided,
        "POST /handlings/{id}/taking": decided,
        "POST /handlings/{id}/handover": decided,
        "POST /interests": officers,
        "GET /interests": officers,
        "POST /interests/{id}/ending": officers,
        "GET /general-filing-imports/template": importing,
        "POST /general-filing-imports": importing,
        "GET /general-filing-imports": importing,
        "GET /general-filing-imports/{id}": importing,
        "GET /general-filing-imports/{id}/errors": importing,
        "POST /general-filing-imports/{id}/cancellation": importing,
        // What is filed is public; no person is named.
        "GET /register": .everyone,
        "GET /register/page": .everyone,
        "GET /register/download": .everyone,
        "GET /register/{id}": .everyone,
        "GET /tenures": read,
        "GET /tenures/{id}": read,
        "POST /tenures/{id}/suspension": .only(.bureauOfficer),
        "POST /tenures/{id}/lifting": .only(.bureauOfficer),
        "GET /renewals-due": read,
        "POST /tenures/{id}/renewals": own,
        "POST /tenures/{id}/additions": own,
        "GET /tenure-requests": read,
        "GET /tenure-requests/{id}": read,
        "POST /tenure-requests/{id}/grant": decided,
        "POST /tenure-requests/{id}/refusal": decided,
        "POST /tenure-requests/{id}/withdrawal": own,
        // The bureau leads exit cases; the enterprise sees its own once it is told, and is heard in it.
        "POST /exit-cases": .only(.bureauOfficer),
        "GET /exit-cases": ofCase,
        "GET /exit-cases/{id}": ofCase,
        "POST /exit-cases/{id}/notice": .only(.bureauOfficer),
        "GET /exit-cases/{id}/notice": ofCase,
        "POST /exit-cases/{id}/service": .only(.bureauOfficer),
        "POST /exit-cases/{id}/statements": own,
        "POST /exit-cases/{id}/hearing-request": own,
        "POST /exit-cases/{id}/hearing-withdrawal": own,
        "POST /exit-cases/{id}/hearing": .only(.bureauOfficer),
        "POST /exit-cases/{id}/minutes": .only(.bureauOfficer),
        "POST /exit-cases/{id}/preview": .only(.bureauOfficer),
        "GET /exit-cases/{id}/preview": .only(.bureauOfficer),
        "POST /exit-cases/{id}/decision": .only(.bureauOfficer),
        "GET /exit-cases/{id}/decision": ofCase,
        "POST /exit-cases/{id}/drop": .only(.bureauOfficer),
        "POST /exit-cases/{id}/publication": .only(.bureauOfficer),
        "POST /exit-cases/{id}/setting-aside": .only(.bureauOfficer),
        "GET /exit-cases/{id}/setting-aside": ofCase,
        "POST /exit-cases/{id}/take-down": .only(.bureauOfficer),
        "GET /exit-take-downs": .only(.bureauOfficer),
        "GET /exit-decisions": .everyone,
        "GET /exit-decisions/{id}": .everyone,
    ])

    /// Existing filings are entered by those who took them.
    private static let importing = Access.Rule.only(.centreOfficer, .provinceOfficer)

    /// A county's officer sees what concerns enterprises and units there.
    private static let seen = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        .countyOfficer,
        within: [.ownEnterprise, .ownCounty]
    )
    /// What is on record of an enterprise: itself and both centres keep it up to date.
    private static let kept = Access.Rule.only(.enterpriseHR, .centreOfficer, .provinceOfficer, within: .ownEnterprise)
    /// Those who answer for the trial; each route asks with whom the question is.
    private static let asked = Access.Rule.only(.bureauOfficer, .centreOfficer, .provinceOfficer)
    /// Exit cases are the bureau's to lead and the enterprise's to see.
    private static let ofCase = Access.Rule.only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise)
    /// Officers of the centre a filing is with; each route asks which.
    private static let decided = Access.Rule.only(.centreOfficer, .provinceOfficer)
    /// Papers, files, work plans and the life of filings: officers, and an enterprise its own.
    private static let read = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .bureauOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
    private static let officers = Access.Rule.only(.centreOfficer, .bureauOfficer, .provinceOfficer)
    private static let uploading = Access.Rule.only(.enterpriseHR, .countyOfficer, within: .ownEnterprise)
    private static let own = Access.Rule.only(.enterpriseHR, within: .ownEnterprise)
}
