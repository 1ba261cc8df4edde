import ServiceKit

extension Main {
    /// Of attestations and what hangs on them.
    var treatmentRoutes: [Route] {
        attestationRoutes + importRoutes + denialRoutes + signalRoutes + statisticsRoutes + treatmentItemRoutes
            + evidenceFileRoutes
            + inspectionRoutes
    }

    /// Of attestations and what hangs on them.
    static let treatmentMessages: [MessageCatalogue.Message] =
        attestationMessages + importMessages + denialMessages
        + treatmentItemMessages + inspectionMessages

    /// Who may ask what of attestations and what hangs on them.
    static let treatmentAccess: [String: Access.Rule] = [
        "POST /attestations": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /attestations": readers,
        "GET /attestations/gaps": readers,
        "GET /attestations/import/template": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /attestations/import": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /attestations/imports": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /attestation-imports/{id}": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /attestation-imports/{id}/rows": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /attestation-imports/{id}/workbook": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /attestation-imports/{id}/cancellation": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /me/entitlement": .only(.employee),
        "POST /me/denials": .only(.employee),
        "GET /me/denials": .only(.employee),
        "POST /me/denials/{id}/withdrawal": .only(.employee),
        "GET /denials": readers,
        "POST /denials/{id}/answer": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /denials/{id}/decision": .only(.bureauOfficer, .centreOfficer),
        "POST /inspections": .only(.bureauOfficer, .centreOfficer),
        "GET /inspections": readers,
        "GET /inspections/{id}": readers,
        "POST /inspections/{id}/draw": .only(.bureauOfficer, .centreOfficer),
        "POST /inspections/{id}/findings": .only(.bureauOfficer, .centreOfficer),
        "POST /inspections/{id}/closure": .only(.bureauOfficer, .centreOfficer),
        "GET /treatment-items": readers,
        "GET /treatment-items/overdue": readers,
        "GET /me/treatment-items": .only(.employee),
        "POST /treatment-items/{id}/grant": debtors,
        "POST /treatment-items/{id}/waiver": debtors,
        "POST /treatment-items/{id}/reopening": debtors,
        "POST /treatment-items/{id}/attachments": debtors,
        "GET /treatment-items/{id}/attachments": fileReaders,
        "GET /attachments/{id}": fileReaders,
        "PUT /attachments/{id}/chunks/{number}": debtors,
        "POST /attachments/{id}/completion": debtors,
        "GET /attachments/{id}/content": fileReaders,
        "DELETE /attachments/{id}": debtors,
        "GET /enterprises/{creditCode}/record": readers,
        "GET /certificates-awaiting-appointment": readers,
        "GET /statistics": .only(.bureauOfficer, .centreOfficer, .provinceOfficer, .countyOfficer),
        "GET /public/statistics": .everyone,
    ]

    /// Who owes treatment beside pay: the enterprise, or a department whose officers record it.
    private static let debtors = Access.Rule.only(.enterpriseHR, .bureauOfficer, .centreOfficer, within: .ownEnterprise)

    /// Those who see an item, and the employee it is owed to.
    private static let fileReaders = Access.Rule.only(
        .enterpriseHR,
        .bureauOfficer,
        .centreOfficer,
        .countyOfficer,
        .employee,
        within: .ownEnterprise
    )

    /// Enterprises of their own, authorities of all, a county's officers of their county.
    private static let readers = Access.Rule.only(
        .enterpriseHR,
        .bureauOfficer,
        .centreOfficer,
        .countyOfficer,
        within: .ownEnterprise
    )
}
