import ServiceKit

extension Main {
    /// Who may ask what; what is not here nobody may.
    ///
    /// Benchmarks are the enterprise's own: no amount is for others.
    static let access = Access(
        [
            "POST /benchmarks": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /benchmarks": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /benchmark-documents": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /benchmark-documents": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /posts": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /posts": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
            "POST /posts/{id}/freeze": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /posts/{id}/thaw": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /posts/{id}/closure": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /posts/{id}/headcount": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /appointments": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /appointments": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
            "GET /holders": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
            "GET /configuration/{kind}": .only(.enterpriseHR, .bureauOfficer, .centreOfficer),
            "POST /configuration/{kind}/check": .only(.bureauOfficer),
            "POST /configuration/{kind}": .only(.bureauOfficer),
            "POST /appointments/{id}/assessments": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /appointments/{id}/renewal": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /appointments/{id}/end": .only(.enterpriseHR, within: .ownEnterprise),
            "PUT /appointments/{id}/expected-retirement": .only(.enterpriseHR, within: .ownEnterprise),
            "POST /appointments/{id}/band": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /appointments/{id}/letter": .only(.enterpriseHR, .employee, within: .ownEnterprise),
            "GET /shortfalls": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
            "POST /shortfalls/{id}/settlement": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /reminders": .only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise),
        ].merging(treatmentAccess) { $1 }
    )
}
