import Foundation
import Kernel

/// What an expert is to somebody, as it was declared; it stays on record.
package struct ExpertRelation: Codable, Hashable, Sendable {
    package let ground: RecusalGround
    /// Whom it is to, by name.
    package let name: String
    /// Where they work; nil where that was not said, and then the name alone counts.
    package let unit: String?
    package let workshop: String?
    /// The person in the register, where that is known; then nothing else counts.
    package let person: UUID?
    /// What was said about it.
    package let note: String
    /// The account that declared it.
    package let by: String
    package let at: Date

    /// A declared relation.
    package init(
        ground: RecusalGround,
        name: String,
        unit: String?,
        workshop: String?,
        person: UUID?,
        note: String,
        by: String,
        at: Date
    ) {
        self.ground = ground
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.person = person
        self.note = note
        self.by = by
        self.at = at
    }
}
