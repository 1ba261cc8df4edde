import Foundation

/// What an objection is about.
package enum ObjectionSubject: Hashable, Codable, Sendable {
    /// One name on the list.
    case name(UUID)
    /// How the list came about; found arguable, it holds the whole list.
    case procedure
    /// Somebody who should be on the list and is not; it holds nobody and goes back to evaluation.
    case omission(of: String)

    /// The person objected to, nil where it is not about a name.
    package var person: UUID? {
        guard case .name(let person) = self else { return nil }
        return person
    }

    /// Which case it is, for look-up and views.
    package var kind: Kind {
        switch self {
        case .name: .name
        case .procedure: .procedure
        case .omission: .omission
        }
    }

    /// The name of a case.
    package enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        case name, procedure, omission
    }
}
