import Foundation
import Kernel

/// Whether the applicant has said that the own data are right, before they leave the enterprise.
package enum DataConfirmation: Codable, Hashable, Sendable {
    /// Nobody has said so of the data as they stand now.
    case awaited
    /// The person, in the own account.
    case byPerson(account: String, on: LocalDate)
    /// On a paper the person signed, as human resources recorded; the file is that paper where it is kept here.
    case onPaper(signedOn: LocalDate, recordedBy: String, file: UUID?)

    /// Whether the person has said so.
    package var isGiven: Bool { self != .awaited }

    /// The day on which the person said so; nil while that is awaited.
    package var day: LocalDate? {
        switch self {
        case .awaited: nil
        case .byPerson(_, let day), .onPaper(let day, _, _): day
        }
    }
}
