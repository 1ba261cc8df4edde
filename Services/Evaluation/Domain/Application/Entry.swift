import Foundation

/// Who applies in which round, with what.
package struct Entry: Codable, Hashable, Sendable {
    package let round: UUID
    /// The person in the register.
    package let person: UUID
    package let particulars: Particulars

    /// An entry of a person in a round.
    package init(round: UUID, person: UUID, particulars: Particulars) {
        self.round = round
        self.person = person
        self.particulars = particulars
    }
}
