/// A dated document as it was laid down: once, and for good.
package enum ConfigurationRecord<Kind: DatedDocumentKind>: Decider, Codable, Hashable {
    /// Before its first event. → laidDown
    case absent
    /// Final: what was done under it stays done under it.
    case laidDown(Kind, digest: String, from: LocalDate, by: String, on: LocalDate)

    package enum Command: Sendable {
        /// `account` lays down the document of a digest (SHA-256, hex), to be followed `from` a day.
        case layDown(Kind, digest: String, from: LocalDate, by: String, today: LocalDate)
    }

    package enum Event: Codable, Hashable, Sendable {
        case laidDown(Kind, digest: String, from: LocalDate, by: String, on: LocalDate)
    }

    /// Why a document is not taken.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It would change what days gone by were decided under.
        case inForceInPast(today: LocalDate)

        package var code: String { "\(Kind.service).configuration-in-past" }
        package var arguments: [String: String] {
            switch self {
            case .inForceInPast(let today): ["today": today.description]
            }
        }
    }

    package static var initial: ConfigurationRecord { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .layDown(let kind, let digest, let from, let account, let today)):
            guard from >= today else { throw .inForceInPast(today: today) }
            return [.laidDown(kind, digest: digest, from: from, by: account, on: today)]
        case (.laidDown, .layDown): return []
        }
    }

    package mutating func apply(_ event: Event) {
        guard case .absent = self else { return }
        switch event {
        case .laidDown(let kind, let digest, let from, let account, let day):
            self = .laidDown(kind, digest: digest, from: from, by: account, on: day)
        }
    }
}
