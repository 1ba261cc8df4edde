import Foundation
import Kernel
extension Enterprise {
    /// A unit an enterprise covers (子公司、分公司、厂).
    package struct Unit: Hashable, Sendable, Codable {
        package let id: UUID
        package private(set) var particulars: UnitParticulars
        package let addedOn: LocalDate
        /// The day it was closed or given away, and why; nil while the enterprise covers it.
        package private(set) var closure: Closure?

        /// The end of a unit.
        package struct Closure: Hashable, Sendable, Codable {
            package let reason: String
            package let on: LocalDate

            /// An end on a day.
            package init(reason: String, on: LocalDate) {
                self.reason = reason
                self.on = on
            }
        }

        /// A unit on record from a day on.
        package init(id: UUID, particulars: UnitParticulars, addedOn: LocalDate, closure: Closure? = nil) {
            self.id = id
            self.particulars = particulars
            self.addedOn = addedOn
            self.closure = closure
        }

        /// Whether the enterprise covers it.
        package var isOpen: Bool { closure == nil }

        func with(_ particulars: UnitParticulars) -> Unit {
            var changed = self
            changed.particulars = particulars
            return changed
        }

        func closed(on day: LocalDate, because reason: String) -> Unit {
            var changed = self
            changed.closure = Closure(reason: reason, on: day)
            return changed
        }
    }
}

/// What the register says of a unit.
package struct UnitParticulars: Hashable, Sendable, Codable {
    /// What a unit is to its enterprise.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// 子公司.
        case subsidiary
        /// 分公司.
        case branch
        /// 厂, 车间 or another site without a licence of its own.
        case plant
    }

    package let kind: Kind
    package let name: String
    /// Its own credit code; nil where it has none, and then it has a site.
    package let creditCode: CreditCode?
    /// Where it is; empty where the credit code says who it is.
    package let site: String
    /// The code of the county or zone it lies in, from the authority's own table.
    package let county: String
    /// How many work there.
    package let employees: Int

    /// A unit as it was written.
    package init(kind: Kind, name: String, creditCode: CreditCode?, site: String, county: String, employees: Int) {
        self.kind = kind
        self.name = name
        self.creditCode = creditCode
        self.site = site
        self.county = county
        self.employees = employees
    }
}

/// What somebody at an enterprise is to be called about.
package enum ContactPurpose: String, Codable, Sendable, CaseIterable {
    /// 备案经办.
    case filing
    /// 评价组织.
    case evaluation
    /// 待遇兑现.
    case treatment
    /// 配合检查.
    case inspection
    /// 综合联络.
    case general
}
