import Kernel

/// The filed work plan (工作方案) of a filing as the filing service said it: which version, and what it lays down.
package struct FiledPlan: Codable, Hashable, Sendable {
    /// Counts 1, 2, 3 from the first that was filed.
    package let version: Int
    /// SHA-256 of its canonical bytes, in hex.
    package let digest: String
    /// What implementation plans are held against; nil where it says it in words alone.
    package let terms: FiledPlanTerms?

    /// A version of a work plan.
    package init(version: Int, digest: String, terms: FiledPlanTerms? = nil) {
        self.version = version
        self.digest = digest
        self.terms = terms
    }
}
