import ServiceKit

extension Main {
    /// Who may see which registrations there are and what is due; a county's officer those of their own county.
    static let listsRegistrations = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .provinceOfficer,
        .bureauOfficer,
        .countyOfficer,
        within: .ownEnterprise
    )

    /// Who may see registrations: their enterprise and the offices.
    static let seesRegistrations = Access.Rule.only(
        .enterpriseHR,
        .centreOfficer,
        .provinceOfficer,
        .bureauOfficer,
        within: .ownEnterprise
    )
}
