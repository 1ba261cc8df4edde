import ServiceKit

extension Main {
    /// Who may ask what; what is not here nobody may.
    static let access = Access([
        "GET /notices": .only(
            .employee,
            .enterpriseHR,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "GET /notices/{id}": .only(
            .employee,
            .enterpriseHR,
            .bureauOfficer,
            .centreOfficer,
            .provinceOfficer,
            within: .ownEnterprise
        ),
        "GET /notices/{id}/reckoning": .only(
            .employee,
            .enterpriseHR,
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
    ])

    /// Those to whom an objection can be addressed; each sees only their own.
    private static let objectionHandling = Access.Rule.only(
        .objectionHandler,
        .centreOfficer,
        .provinceOfficer,
        within: .ownEnterprise
    )
}
