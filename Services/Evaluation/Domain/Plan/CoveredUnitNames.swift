import Kernel

/// By which names the parts of an enterprise that a filing covers go: what an applicant's 所在单位 can be.
///
/// Eligibility goes by unit: whoever works in a part the filing leaves out cannot be evaluated under it (通知二、四).
package struct CoveredUnitNames: Hashable, Sendable {
    /// As they are shown to whoever wrote another, in order.
    package let shown: [String]
    private let known: Set<String>
    private let enterprise: Set<String>

    /// The names of these parts.
    ///
    /// - Parameters:
    ///   - shown: The name of each.
    ///   - others: What else each may be called: former names, credit codes.
    ///   - enterprise: By which of these names the enterprise itself goes, not one of its units.
    package init(_ shown: [String], others: [String] = [], enterprise: [String] = []) {
        self.shown = shown
        known = Set((shown + others).map(Normalised.identifier))
        self.enterprise = Set(enterprise.map(Normalised.identifier))
    }

    /// Whether a unit as it was written is one of these; spaces and full-width letters make no difference.
    package func includes(_ unit: String) -> Bool { known.contains(Normalised.identifier(unit)) }

    /// Whether a name is that of a unit, not of the enterprise itself.
    package func isUnit(_ unit: String) -> Bool {
        let name = Normalised.identifier(unit)
        return known.contains(name) && !enterprise.contains(name)
    }
}
