import Foundation
import Kernel

/// One time the enterprise handed a registration in.
package struct Submission: Hashable, Sendable, Codable {
    /// The account that did.
    package let by: String
    package let on: LocalDate
    /// Whether the day it was due had passed.
    package let isLate: Bool
    /// Whether the city centre is passed over, because the filing is with the province.
    package let skipsMunicipalAudit: Bool
    /// What was corrected since it was handed in before.
    package let changes: [PersonChange]

    package init(
        by: String,
        on: LocalDate,
        isLate: Bool = false,
        skipsMunicipalAudit: Bool = false,
        changes: [PersonChange] = []
    ) {
        self.by = by
        self.on = on
        self.isLate = isLate
        self.skipsMunicipalAudit = skipsMunicipalAudit
        self.changes = changes
    }
}

/// Fields of one person's record that were corrected; what they said is kept encrypted beside, never here.
package struct PersonChange: Hashable, Sendable, Codable {
    package let person: UUID
    package let fields: [RecordField]

    package init(person: UUID, fields: [RecordField]) {
        self.person = person
        self.fields = fields
    }
}

/// Persons that left a batch to go their own way.
package struct SetApart: Hashable, Sendable, Codable {
    /// Who set them apart.
    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        /// An office returned them and let the rest go on.
        case returned
        /// The enterprise took them back.
        case takenBack = "taken-back"
    }

    package let persons: [UUID]
    /// The registration they go by now.
    package let into: UUID
    package let ground: Ground
    package let reason: String

    package init(persons: [UUID], into: UUID, ground: Ground, reason: String) {
        self.persons = persons
        self.into = into
        self.ground = ground
        self.reason = reason
    }
}
