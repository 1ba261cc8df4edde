import Foundation
import Kernel

/// A policy note (政策解读) of a county to its enterprises (通知六（一）: 及时做好政策解读推送).
package enum PolicyNote: Decider, Hashable, Codable {
    /// Nothing was written. Can transition to: sent.
    case unsent
    /// With the enterprises. Can transition to: withdrawn.
    case sent(Note)
    /// Taken back; who has read it has. Stays so.
    case withdrawn(Note, reason: String, on: LocalDate)

    /// What is explained.
    package struct Note: Hashable, Sendable, Codable {
        package let county: String
        package let title: String
        package let text: String
        /// The officer's account and name.
        package let by: String
        package let byName: String
        package let on: LocalDate

        /// A note of a county.
        package init(county: String, title: String, text: String, by: String, byName: String, on: LocalDate) {
            self.county = county
            self.title = title
            self.text = text
            self.by = by
            self.byName = byName
            self.on = on
        }
    }

    package enum Command: Hashable, Sendable {
        case send(Note)
        case withdraw(reason: String, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case sent(note: Note)
        case withdrawn(reason: String, on: LocalDate)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was sent before.
        case alreadySent
        /// It was not sent.
        case notSent
        /// It was taken back.
        case alreadyWithdrawn

        package var code: String {
            switch self {
            case .alreadySent: "filing.note-already-sent"
            case .notSent: "filing.note-not-sent"
            case .alreadyWithdrawn: "filing.note-already-withdrawn"
            }
        }
    }

    package static let initial = PolicyNote.unsent

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unsent, .send(let note)): [.sent(note: note)]
        case (.sent, .send), (.withdrawn, .send): throw .alreadySent
        case (.unsent, .withdraw): throw .notSent
        case (.sent, .withdraw(let reason, let day)): [.withdrawn(reason: reason, on: day)]
        case (.withdrawn, .withdraw): throw .alreadyWithdrawn
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .sent(let note)): self = .sent(note)
        case (.sent(let note), .withdrawn(let reason, let day)): self = .withdrawn(note, reason: reason, on: day)
        case (.unsent, .withdrawn), (.withdrawn, .withdrawn): break  // never decided, so never told
        }
    }

    /// The note, once it was sent.
    package var note: Note? {
        switch self {
        case .unsent: nil
        case .sent(let note), .withdrawn(let note, _, _): note
        }
    }

    /// Whether enterprises are still shown it.
    package var isShown: Bool {
        if case .sent = self { true } else { false }
    }
}

/// The copy of a policy note that one enterprise got: read once, whoever opens it again.
package enum NoteCopy: Decider, Hashable, Codable {
    /// Not there yet. Can transition to: unread.
    case undelivered
    /// With the enterprise. Can transition to: read.
    case unread(note: UUID, enterprise: UUID)
    /// Opened by somebody of its human resources. Stays so.
    case read(note: UUID, enterprise: UUID, by: String, on: LocalDate)

    package enum Command: Hashable, Sendable {
        case deliver(note: UUID, to: UUID)
        case read(by: String, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case delivered(note: UUID, to: UUID)
        case read(by: String, on: LocalDate)
    }

    package static let initial = NoteCopy.undelivered

    package func decide(_ command: Command) throws(Never) -> [Event] {
        switch (self, command) {
        case (.undelivered, .deliver(let note, let enterprise)): [.delivered(note: note, to: enterprise)]
        case (.unread, .read(let reader, let day)): [.read(by: reader, on: day)]
        // A copy is there once and read once.
        case (.unread, .deliver), (.read, .deliver), (.read, .read), (.undelivered, .read): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .delivered(let note, let enterprise)): self = .unread(note: note, enterprise: enterprise)
        case (.unread(let note, let enterprise), .read(let reader, let day)):
            self = .read(note: note, enterprise: enterprise, by: reader, on: day)
        case (.undelivered, .read), (.read, .read): break  // never decided, so never told
        }
    }
}
