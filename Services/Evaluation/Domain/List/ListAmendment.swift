import Foundation

/// What the enterprise changes about a list that is on show (公示更正).
package struct ListAmendment: Codable, Hashable, Sendable {
    /// Persons whose name leaves the list.
    package let withdrawn: [UUID]
    /// What is shown otherwise from now on.
    package let corrected: [Corrected]
    /// Names that were not there.
    package let added: [Addition]
    /// Whether the notice as a whole changes.
    package let concernsAll: Bool
    package let reason: String
    /// The occupations in which the list then has more names than there are posts; nil where there are none.
    package var exceeded: [ExceededPosts]?

    /// A name whose entry is corrected.
    package struct Corrected: Codable, Hashable, Sendable {
        package let person: UUID
        package let correction: EntryCorrection

        /// The correction of a person's entry.
        package init(person: UUID, correction: EntryCorrection) {
            self.person = person
            self.correction = correction
        }
    }

    /// A name to add.
    package struct Addition: Codable, Hashable, Sendable {
        package let person: UUID
        package let application: UUID

        /// The person of an application.
        package init(person: UUID, application: UUID) {
            self.person = person
            self.application = application
        }
    }

    /// A change of a list.
    package init(
        withdrawn: [UUID] = [],
        corrected: [Corrected] = [],
        added: [Addition] = [],
        concernsAll: Bool = false,
        reason: String
    ) {
        self.withdrawn = withdrawn
        self.corrected = corrected
        self.added = added
        self.concernsAll = concernsAll
        self.reason = reason
    }
}
