import Foundation
import Kernel

/// What a proposed list (建议人选名单) was shown as.
package struct Listing: Codable, Hashable, Sendable {
    package let round: UUID
    package let filing: FilingScope
    package let title: String
    /// SHA-256 of the names as shown, in hex.
    package let digest: String
    package let publishedOn: LocalDate
    package let determination: DeterminationRule

    /// A list as it is shown.
    package init(
        round: UUID,
        filing: FilingScope,
        title: String,
        digest: String,
        publishedOn: LocalDate,
        determination: DeterminationRule
    ) {
        self.round = round
        self.filing = filing
        self.title = title
        self.digest = digest
        self.publishedOn = publishedOn
        self.determination = determination
    }
}

/// One name of a list and where it stands.
package struct ListedName: Codable, Hashable, Sendable {
    package let person: UUID
    package let application: UUID
    package var standing: Standing

    /// A name newly put on show.
    package init(person: UUID, application: UUID, standing: Standing = .onShow) {
        self.person = person
        self.application = application
        self.standing = standing
    }

    /// Where a name stands.
    package enum Standing: Codable, Hashable, Sendable {
        /// Can transition to: held, awaiting, removed.
        case onShow
        /// An objection is being examined. Can transition to: on show, awaiting, removed.
        case held
        /// In a determination. Final, but that one not yet signed can lose the name.
        case determined(determination: UUID)
        /// An objection was upheld; never determined.
        case removed
    }
}
