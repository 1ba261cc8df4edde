import ServiceKit

extension Main {
    /// Who may see registrations: their enterprise and the offices.
    static let seesRegistrations = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .provinceOfficer,
        .bureauOfficer,
        within: .ownEnterprise
    )
}
