import ServiceKit

extension Main {
    /// Who may ask for corrections of issued certificates, and decide on them.
    static let correctionAccess: [String: Access.Rule] = [
        "POST /certificates/{id}/correction-requests": .only(.enterpriseHR, within: .ownEnterprise),
        "GET /correction-requests": seesRegistrations,
        "GET /correction-requests/{id}": seesRegistrations,
        // The provincial centre for firms filed with it, the city's offices for all others.
        "POST /correction-requests/{id}/acceptance": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /correction-requests/{id}/refusal": .only(.centreOfficer, .provinceOfficer, .bureauOfficer),
        "POST /correction-requests/{id}/withdrawal": .only(.enterpriseHR, within: .ownEnterprise),
    ]
}
