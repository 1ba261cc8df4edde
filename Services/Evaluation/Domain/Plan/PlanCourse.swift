import Kernel

/// What became of a plan beside what it says now: its versions, and what the filing authority answered.
package struct PlanCourse: Codable, Hashable, Sendable {
    /// Which version it is now; counts 1, 2, 3.
    package internal(set) var number = 1
    /// SHA-256 of the canonical bytes of its terms, in hex; nil in a plan of before versions had digests.
    package internal(set) var digest: String?
    /// The day it was written; nil in a plan of before versions said so.
    package internal(set) var writtenOn: LocalDate?
    /// Why it follows the version before; nil for the first.
    package internal(set) var reason: String?
    /// The versions before, oldest first; none of them is ever changed.
    package internal(set) var earlier: [PlanVersion] = []
    /// That the filing authority has received this version; nil until then.
    package internal(set) var receipt: PlanReceipt?
    /// What the filing authority remarked, of any version, oldest first.
    package internal(set) var remarks: [PlanRemark] = []

    /// The course of a plan at its first version.
    package init() {}
}

/// One version of a plan as it was.
package struct PlanVersion: Codable, Hashable, Sendable {
    package let number: Int
    /// SHA-256 of the canonical bytes of its terms, in hex; nil in a version of before they had digests.
    package let digest: String?
    package let terms: PlanTerms
    /// The day it was written; nil in one of before that was kept.
    package let writtenOn: LocalDate?
    /// Why it followed the one before; nil for the first.
    package let reason: String?
    /// How it was shown and sent; nil where it never was.
    package let disclosure: Disclosure?
    package let receipt: PlanReceipt?

    /// A version.
    package init(
        number: Int,
        digest: String?,
        terms: PlanTerms,
        writtenOn: LocalDate?,
        reason: String?,
        disclosure: Disclosure?,
        receipt: PlanReceipt?
    ) {
        self.number = number
        self.digest = digest
        self.terms = terms
        self.writtenOn = writtenOn
        self.reason = reason
        self.disclosure = disclosure
        self.receipt = receipt
    }
}

/// That the filing authority has received a version; it is no approval, for a plan needs none.
package struct PlanReceipt: Codable, Hashable, Sendable {
    /// The account of the officer.
    package let by: String
    package let name: String
    package let on: LocalDate

    /// A receipt by an officer on a day.
    package init(by account: String, name: String, on day: LocalDate) {
        by = account
        self.name = name
        on = day
    }
}

/// What an officer of the filing authority remarks on a version.
package struct PlanRemark: Codable, Hashable, Sendable {
    /// The version it is about.
    package let version: Int
    package let text: String
    /// Whether the enterprise is asked to revise the plan.
    package let asksForRevision: Bool
    /// The account of the officer.
    package let by: String
    package let name: String
    package let on: LocalDate

    /// A remark on a version.
    package init(
        version: Int,
        text: String,
        asksForRevision: Bool,
        by account: String,
        name: String,
        on day: LocalDate
    ) {
        self.version = version
        self.text = text
        self.asksForRevision = asksForRevision
        by = account
        self.name = name
        on = day
    }
}
