import FilingDomain
import Foundation
import Kernel

/// An enterprise as it is shown to officers and to itself.
struct EnterpriseView: Encodable {
    let id: ID<Enterprise>
    let creditCode: String
    let name: String
    let jurisdiction: String
    let legalRepresentative: String
    /// The first to be called, for clients that know only one.
    let contact: Contact?
    let contacts: [Contact]?
    let units: [UnitView]
    let registeredOn: LocalDate

    /// The view of an enterprise on the register.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - enterprise: What is on record.
    ///   - contacts: Whom to call; nil where that is not shown.
    ///   - county: The county whose officer looks, nil for everybody else: of an enterprise of another county only the units
    ///     in their own are shown.
    init?(_ id: UUID, _ enterprise: Enterprise, contacts: [Contact]?, county: String? = nil) {
        guard case .registered(let particulars, let units, let day) = enterprise else { return nil }
        self.id = ID(id)
        creditCode = particulars.creditCode.text
        name = particulars.name
        jurisdiction = particulars.jurisdiction
        legalRepresentative = particulars.legalRepresentative
        contact = contacts?.first
        self.contacts = contacts
        let isWhole = county == nil || county == particulars.jurisdiction
        self.units = units.filter { isWhole || $0.particulars.county == county }.map(UnitView.init)
        registeredOn = day
    }
}

/// A unit as it is shown.
struct UnitView: Encodable {
    let id: UUID
    let kind: UnitParticulars.Kind
    let name: String
    let creditCode: String?
    let site: String?
    let county: String
    let employees: Int
    let addedOn: LocalDate
    let closedOn: LocalDate?
    let closedBecause: String?

    init(_ unit: Enterprise.Unit) {
        let particulars = unit.particulars
        id = unit.id
        kind = particulars.kind
        name = particulars.name
        creditCode = particulars.creditCode?.text
        site = particulars.site.isEmpty ? nil : particulars.site
        county = particulars.county
        employees = particulars.employees
        addedOn = unit.addedOn
        closedOn = unit.closure?.on
        closedBecause = unit.closure?.reason
    }
}

/// An enterprise as a filing names it.
struct FilerView: Encodable {
    let id: ID<Enterprise>
    let creditCode: String

    init(_ filer: EnterpriseRef) {
        id = ID(filer.id)
        creditCode = filer.creditCode
    }
}
