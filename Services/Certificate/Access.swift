import ServiceKit

extension Main {
    /// Who may do what; what is not here, nobody may.
    static let access = Access(
        rows.merging(provincialAccess) { own, _ in own }.merging(correctionAccess) { own, _ in own }
    )

    /// Those that stand nowhere else.
    private static let rows: [String: Access.Rule] = [
        "GET /registrations": listsRegistrations,
        "GET /registrations/{id}": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /registrations/{id}/submission": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /registrations/{id}/municipal-audit": .only(.centreOfficer),
        "POST /registrations/{id}/provincial-audit": .only(.provinceOfficer),
        "POST /registrations/{id}/issue": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /registrations/{id}/recorded-audit": .only(.centreOfficer, .provinceOfficer),
        "GET /registrations/overdue": listsRegistrations,
        "GET /registrations/{id}/persons/{certificate}": seesRegistrations,
        "POST /registrations/{id}/persons/{certificate}/correction": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /registrations/{id}/persons/{certificate}/taking-back": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /hand-overs": seesRegistrations,
        "GET /certificates/{id}/hand-overs": seesRegistrations,
        "POST /certificates/{id}/hand-overs": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /certificates/{id}/hand-overs/{handOver}/undoing": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /certificates": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /certificates/verification": .everyone,
        "POST /certificates/verification/statement": .everyone,
        "GET /verify": .everyone,
        "POST /verify": .everyone,
        "GET /verify-offline.html": .everyone,
        "GET /certificates/{id}/paper": .only(
            .enterpriseHR,
            .employee,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /registrations/{id}/papers": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "GET /registrations/{id}/paper-jobs": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "GET /paper-jobs/{id}": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "GET /paper-jobs/{id}/file": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "POST /registrations/{id}/photos": .only(.enterpriseHR, within: .ownEnterprise),
        "PUT /certificates/{id}/photo": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /certificates/{id}/photo": .only(
            .enterpriseHR,
            .employee,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /certificates/{id}/copies": .only(.enterpriseHR, .employee, within: .ownEnterprise),
        "POST /certificates/{id}/copies": .only(.enterpriseHR, .employee, within: .ownEnterprise),
        "POST /certificates/{id}/copies/{copy}/withdrawal": .only(.enterpriseHR, .employee, within: .ownEnterprise),
        // Whoever has the link was given it.
        "GET /copies/{token}": .everyone,
        "GET /register": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /register/counts": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /historic-certificates/template": .only(.enterpriseHR, .centreOfficer, .bureauOfficer),
        "POST /historic-certificates/import": .only(
            .enterpriseHR,
            .centreOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /historic-certificates/{id}": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /historic-certificates/{id}/striking": .only(.centreOfficer, .bureauOfficer),
        "POST /historic-certificates/{id}/revocation": .only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise),
        "POST /historic-certificates/{id}/cancellation": .only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise),
        "GET /configuration/{kind}": .only(.enterpriseHR, .centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /configuration/{kind}/check": .only(.bureauOfficer),
        "POST /configuration/{kind}": .only(.bureauOfficer),
        "GET /numbers": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "GET /numbers/check": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /registrations/{id}/numbers": .only(.centreOfficer, .provinceOfficer),
        "GET /certificates/{id}/reissues": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /certificates/{id}/reissues": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /issuer-keys": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "POST /issuer-keys": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /issuer-keys/{id}/certification": .only(.bureauOfficer),
        "POST /issuer-keys/{id}/revocation": .only(.enterpriseHR, .bureauOfficer, within: .ownEnterprise),
        "GET /certificates/{id}/statement": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /trust-list": .everyone,
        "GET /status-list": .everyone,
        "GET /certificates/{id}/status": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        // The enterprise answers for what it issued; offices revoke by the way of /revocations.
        "POST /certificates/{id}/revocation": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /certificates/{id}/cancellation": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /certificates/{id}/suspension": .only(.centreOfficer, .bureauOfficer),
        "POST /certificates/{id}/reinstatement": .only(.centreOfficer, .bureauOfficer),
        "POST /revocations": .only(.centreOfficer, .bureauOfficer),
        "POST /revocations/{id}/notice": .only(.centreOfficer, .bureauOfficer),
        "POST /revocations/{id}/hearing": .only(.centreOfficer, .bureauOfficer),
        "POST /revocations/{id}/decision": .only(.bureauOfficer),
        // Never the enterprise: an item says that somebody objected.
        "GET /revocations": .only(.centreOfficer, .bureauOfficer),
    ]
}
