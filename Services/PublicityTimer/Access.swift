import ServiceKit

extension Main {
    /// Who may ask what; what is not here nobody may.
    static let access = Access([
        "GET /notices": .only(
            .employee,
            .enterpriseHR,
            .objectionHandler,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "GET /notices/{id}": .only(
            .employee,
            .enterpriseHR,
            .objectionHandler,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "GET /notices/{id}/reckoning": .only(
            .employee,
            .enterpriseHR,
            .objectionHandler,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "POST /notices/{id}/objections": .only(.employee, .enterpriseHR, within: .ownEnterprise),
        // Objections are handled by the office the plan names, or by the filing authority; never by HR.
        "POST /notices/{id}/entered-objections": objectionHandling,
        "GET /objections": .only(
            .objectionHandler,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "GET /objections/{id}": objectionHandling,
        "GET /objections/{id}/answer": objectionHandling,
        "GET /objections/{id}/evidence": objectionHandling,
        "GET /objections/{id}/evidence/{file}": objectionHandling,
        "POST /objections/{id}/evidence": objectionHandling,
        "POST /objections/{id}/pursuit": objectionHandling,
        "POST /objections/{id}/leaving": objectionHandling,
        "POST /objections/{id}/arguability": objectionHandling,
        "POST /objections/{id}/extension": objectionHandling,
        "POST /objections/{id}/decision": objectionHandling,
        // The receipt code is the key: an anonymous objector has no account to ask with.
        "POST /objection-inquiries": .everyone,
        "POST /objection-inquiries/answer": .everyone,
        "POST /objection-inquiries/evidence": .everyone,
        "POST /objection-inquiries/withdrawal": .everyone,
        "GET /calendar/days": .everyone,
        "GET /calendar/deadline": .everyone,
        "GET /calendar/documents": .everyone,
        "POST /calendar/documents": .only(.bureauOfficer, .centreOfficer, .operator),
        "GET /calendar/reckonings": .only(.bureauOfficer, .centreOfficer, .provinceOfficer, .operator),
        "POST /notices/{id}/end-confirmation": .only(.centreOfficer, .provinceOfficer),
        // Opened by a site code, or signed in; the route itself decides, and says no to all others alike.
        "GET /notices/{id}/page": .everyone,
        "POST /notices/{id}/page/objections": .everyone,
        "GET /objection-inquiry-page": .everyone,
        "POST /objection-inquiry-page": .everyone,
        "POST /objection-inquiry-page/answer": .everyone,
        "POST /objection-inquiry-page/evidence": .everyone,
        "POST /objection-inquiry-page/withdrawal": .everyone,
        "GET /calendar/calculator": .everyone,
        "POST /notices/{id}/site-code": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /notices/{id}/sheet": displaySeen,
        "POST /notices/{id}/channels": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /notices/{id}/channels": displaySeen,
        "POST /channels/{id}/evidence": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /channels/{id}/evidence/{file}": displaySeen,
        "POST /channels/{id}/removal": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /notices/{id}/dark-days": displaySeen,
        "GET /dark-days": .only(.centreOfficer, .provinceOfficer),
        "POST /notices/{id}/dark-days/{date}/decision": .only(.centreOfficer, .provinceOfficer),
    ])

    /// Those who answer for the display, and those who watch over it.
    private static let displaySeen = Access.Rule.only(
        .enterpriseHR,
        .objectionHandler,
        .bureauOfficer,
        .centreOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )

    /// Those to whom an objection can be addressed; each sees only their own.
    private static let objectionHandling = Access.Rule.only(
        .objectionHandler,
        .centreOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
}
