import Foundation
import Kernel

/// A unit an enterprise covers (子公司、分公司、厂), as the register has it.
package struct EnterpriseUnit: Codable, Hashable, Sendable {
    /// What a unit is to its enterprise.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// 子公司, a person in law of its own.
        case subsidiary
        /// 分公司.
        case branch
        /// 厂, 车间 or another site without a licence of its own.
        case plant
    }

    package let id: UUID
    package let kind: Kind
    package let name: String
    /// Its own credit code; nil where it has none.
    package let creditCode: String?
    /// The county or zone it lies in, from the authority's own table.
    package let county: String
    package let employees: Int
    /// The day it was closed or given away; nil while the enterprise covers it.
    package let closedOn: LocalDate?

    /// A unit as it is on record.
    package init(
        id: UUID,
        kind: Kind,
        name: String,
        creditCode: String?,
        county: String,
        employees: Int,
        closedOn: LocalDate?
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
        self.county = county
        self.employees = employees
        self.closedOn = closedOn
    }
}

/// What the register says of an enterprise has changed: its name, its jurisdiction, or a unit.
///
/// It tells all of it, so the last one heard is what holds.
package struct EnterpriseChanged: Fact {
    package static let name = "filing.enterprise-changed"

    package let changed: EnterpriseRef
    /// The name as registered with the market regulator.
    package let enterpriseName: String
    /// The county-level jurisdiction it files under, from the authority's own table.
    package let jurisdiction: String
    /// All units on record, closed ones with the day they were closed.
    package let units: [EnterpriseUnit]
    package let changedOn: LocalDate

    package var subject: UUID { changed.id }
    package var enterprise: EnterpriseRef? { changed }

    /// An enterprise as it is from a day on.
    package init(
        changed: EnterpriseRef,
        enterpriseName: String,
        jurisdiction: String,
        units: [EnterpriseUnit],
        changedOn: LocalDate
    ) {
        self.changed = changed
        self.enterpriseName = enterpriseName
        self.jurisdiction = jurisdiction
        self.units = units
        self.changedOn = changedOn
    }
}
