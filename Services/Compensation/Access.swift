import ServiceKit

extension Main {
    /// Who may ask what; what is not here nobody may.
    ///
    /// Benchmarks are the enterprise's own: no amount is for others.
    static let access = Access(
        [
            "POST /benchmarks": .only(.enterpriseHR, within: .ownEnterprise),
            "GET /benchmarks": .only(.enterpriseHR, within: .ownEnterprise),
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
        ].merging(treatmentAccess) { $1 }
    )
}
