import EvaluationDomain
import Foundation
import Kernel

/// What stands on the paper of a determination, as it was issued.
struct DeterminationContent: Codable, Hashable, Sendable {
    /// Somebody who was determined, as the list showed them; no number of a document.
    struct Name: Codable, Hashable, Sendable {
        let person: UUID
        let name: String
        let unit: String
        let workshop: String
        let occupation: Occupation
        let relaxation: String?
    }

    let determination: UUID
    let round: UUID
    let list: UUID
    let creditCode: String
    let enterpriseName: String
    /// The title of the plan.
    let plan: String
    let planVersion: Int?
    let listTitle: String
    let listDigest: String
    let publishedOn: LocalDate
    let lastDay: LocalDate
    /// As printed.
    let number: String
    let bears: LocalDate
    let authorisedBy: String
    /// Whether the officer signed it; else it took effect under an authority given beforehand.
    let isSigned: Bool
    /// Whether it follows another of the round: of names that were held.
    let isLater: Bool
    let determinedAt: Date
    /// The occupations with more names than posts.
    let exceeded: [ExceededPosts]
    let names: [Name]
}
