import Foundation
import Kernel

/// Whether the applicant has said that the own data are right, before they leave the enterprise.
package enum DataConfirmation: Codable, Hashable, Sendable {
    /// Nobody has said so of the data as they stand now.
    case awaited
    /// A list names the day on which the person signed, and the signed paper has not come: as good as awaited.
    case paperAwaited(signedOn: LocalDate)
    /// The person, in the own account.
    case byPerson(account: String, on: LocalDate)
    /// On a paper the person signed, as human resources recorded; the file is that paper where it is kept here.
    case onPaper(signedOn: LocalDate, recordedBy: String, file: UUID?)

    /// Whether the person has said so.
    package var isGiven: Bool {
        switch self {
        case .awaited, .paperAwaited: false
        case .byPerson, .onPaper: true
        }
    }

    /// Whether only the signed paper is missing.
    package var awaitsPaper: Bool { if case .paperAwaited = self { true } else { false } }

    /// The day on which the person said so; nil while that is awaited.
    package var day: LocalDate? {
        switch self {
        case .awaited, .paperAwaited: nil
        case .byPerson(_, let day), .onPaper(let day, _, _): day
        }
    }
}
