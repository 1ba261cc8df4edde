import ServiceKit

extension Main {
    /// Who may do what with records in the provincial system.
    static let provincialAccess: [String: Access.Rule] = [
        "GET /registrations/{id}/uploads": .only(
            .enterpriseHR,
            .centreOfficer,
            .provinceOfficer,
            .bureauOfficer,
            within: .ownEnterprise
        ),
        "GET /uploads": .only(.enterpriseHR, .centreOfficer, .provinceOfficer, .bureauOfficer, within: .ownEnterprise),
        // One's own, by the person the account is of.
        "GET /uploads/own": .only(.employee),
        "POST /uploads/{id}/resubmission": .only(.centreOfficer),
        // It holds the numbers of identity documents.
        "POST /registrations/{id}/upload-workbook": .only(.centreOfficer),
        "POST /upload-receipts": .only(.centreOfficer, .provinceOfficer),
        "GET /province": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "GET /drift": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /drift/{id}/settlement": .only(.centreOfficer),
        "GET /reconciliations": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /reconciliations": .only(.centreOfficer),
    ]
}
