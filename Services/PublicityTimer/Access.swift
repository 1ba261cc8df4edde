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
        "GET /notices/{id}/objections": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
        "GET /objections/{id}": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
        "POST /objections/{id}/acceptance": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /objections/{id}/decision": .only(.enterpriseHR, within: .ownEnterprise),
        // The receipt code is the key: an anonymous objector has no account to ask with.
        "POST /objection-inquiries": .everyone,
        "GET /calendar/days": .everyone,
        "GET /calendar/deadline": .everyone,
    ])
}
