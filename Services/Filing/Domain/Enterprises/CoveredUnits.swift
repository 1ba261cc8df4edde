import Foundation
import Kernel

/// Which parts of an enterprise a special-grade filing covers.
///
/// Without one it covers the enterprise as a whole, all its units among it.
package struct CoveredUnits: Hashable, Sendable, Codable {
    /// Whether it covers the enterprise itself beside these units (本部).
    package let coversEnterprise: Bool
    /// The units, in the order of their ids.
    package let units: [UUID]

    /// Why units cannot be covered.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Neither the enterprise itself nor any unit is named.
        case nothingCovered
        /// A unit is not the enterprise's, or was closed.
        case notCoverable(unit: UUID)

        package var code: String {
            switch self {
            case .nothingCovered: "filing.nothing-covered"
            case .notCoverable: "filing.unit-not-coverable"
            }
        }

        package var arguments: [String: String] {
            guard case .notCoverable(let unit) = self else { return [:] }
            return ["unit": unit.uuidString.lowercased()]
        }
    }

    /// The enterprise itself or not, and some of its units.
    ///
    /// - Throws: ``Rejection`` where nothing is named or a unit is not open at this enterprise.
    package init(coversEnterprise: Bool, units: [UUID], of enterprise: Enterprise) throws(Rejection) {
        guard coversEnterprise || !units.isEmpty else { throw .nothingCovered }
        let open = Set(enterprise.units.filter(\.isOpen).map(\.id))
        if let strange = units.first(where: { !open.contains($0) }) { throw .notCoverable(unit: strange) }
        self.coversEnterprise = coversEnterprise
        self.units = Set(units).sorted { $0.uuidString < $1.uuidString }
    }

    /// What these still cover of an enterprise: units closed meanwhile are left out.
    package func open(in enterprise: Enterprise) -> [Enterprise.Unit] {
        enterprise.units.filter { $0.isOpen && units.contains($0.id) }
    }

    /// The counties concerned.
    package func counties(of enterprise: Enterprise) -> Set<String> {
        let own = coversEnterprise ? [enterprise.particulars?.jurisdiction].compactMap(\.self) : []
        return Set(open(in: enterprise).map(\.particulars.county) + own)
    }
}
