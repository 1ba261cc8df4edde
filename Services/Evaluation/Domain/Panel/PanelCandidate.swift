import Foundation
import Kernel

/// Whom a panel would judge, as far as who may judge depends on it.
package struct PanelCandidate: Codable, Hashable, Sendable {
    package let application: UUID
    /// The person in the register.
    package let person: UUID
    package let name: String
    package let unit: String
    package let workshop: String
    /// 班组; nil where the application does not tell.
    package let team: String?

    /// A candidate of a round.
    package init(
        application: UUID,
        person: UUID,
        name: String,
        unit: String,
        workshop: String,
        team: String? = nil
    ) {
        self.application = application
        self.person = person
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.team = team
    }
}

/// Compares names of places as people write them.
enum SamePlace {
    /// Whether both are named and the names are one; spaces and full-width letters make no difference.
    static func same(_ left: String?, _ right: String?) -> Bool {
        guard let left = named(left), let right = named(right) else { return false }
        return left == right
    }

    /// Whether both are named and are two.
    static func differ(_ left: String?, _ right: String?) -> Bool {
        guard let left = named(left), let right = named(right) else { return false }
        return left != right
    }

    /// Whether one may be the other or a part of it: 某公司 and 某公司技术中心.
    static func overlap(_ left: String?, _ right: String?) -> Bool {
        guard let left = named(left), let right = named(right) else { return true }
        return left.hasPrefix(right) || right.hasPrefix(left)
    }

    private static func named(_ text: String?) -> String? {
        let text = Normalised.identifier(text ?? "")
        return text.isEmpty ? nil : text
    }
}
