import Foundation
import Kernel

/// What a file belongs to: a kind of case, like "objection", and its id.
package struct AttachmentOwner: Hashable, Codable, Sendable {
    /// The name of the case's table.
    package let kind: String
    /// The case.
    package let id: UUID

    /// Names a case.
    package init(_ kind: String, _ id: UUID) {
        self.kind = kind
        self.id = id
    }
}

/// A file of a case, from its declaration to the day its bytes go.
package struct Attachment: Decider, Hashable {
    /// Where it stands.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        /// Not declared. Can become `open`.
        case undeclared
        /// Its bytes are coming. Can become `scanning`, `complete`, `rejected` or `discarded`.
        case open
        /// All is there and sound; an outside scanner is to look at it. Can become `complete`, `rejected` or `discarded`.
        case scanning
        /// Can be seen by those allowed. Can become `discarded`.
        case complete
        /// Refused for what it is; its bytes are gone. Stays so.
        case rejected
        /// Its bytes are gone. Stays so.
        case discarded
    }

    /// What is known before the first byte; neither the file's name nor who sent it, for the journal is for ever.
    package struct Declared: Hashable, Codable, Sendable {
        package let owner: AttachmentOwner
        package let purpose: String
        /// In bytes.
        package let size: Int
        /// Lower-case hex.
        package let sha256: String
        package let isSealed: Bool
    }

    /// What a look at the content found.
    package struct Found: Hashable, Codable, Sendable {
        package let kind: FileKind
        package let mediaType: String
    }

    /// Why the bytes of a file go.
    package enum Ending: String, Codable, Sendable {
        /// Somebody took it back.
        case withdrawn
        /// It was never completed.
        case abandoned
        /// The time it was to be kept is over.
        case expired
    }

    package enum Command: Sendable {
        case declare(Declared)
        /// All bytes are there and sound; `waits` where an outside scanner is to look at them.
        case examine(Found, waits: Bool, retainUntil: Date?)
        /// The outside scanner found nothing.
        case pass(retainUntil: Date?)
        /// The content is refused, for this code.
        case reject(String)
        case discard(Ending)
        /// Keep it until then; nil for as long as nobody says otherwise.
        case retain(until: Date?)
    }

    package enum Event: Hashable, Codable, Sendable {
        case declared(Declared)
        case examined(Found)
        case completed(retainUntil: Date?)
        case rejected(code: String)
        case discarded(Ending)
        case retained(until: Date?)
    }

    package typealias Rejection = AttachmentRefusal

    package static let initial = Attachment()

    package var phase = Phase.undeclared
    package var declared: Declared?
    package var found: Found?
    /// Why it was rejected or discarded.
    package var reason: String?
    package var retainUntil: Date?

    package func decide(_ command: Command) throws(AttachmentRefusal) -> [Event] {
        switch (command, phase) {
        case (.declare(let declared), .undeclared):
            return [.declared(declared)]
        case (.examine(let found, let waits, let until), .open):
            return waits ? [.examined(found)] : [.examined(found), .completed(retainUntil: until)]
        case (.pass(let until), .scanning):
            return [.completed(retainUntil: until)]
        case (.reject(let code), .open), (.reject(let code), .scanning):
            return [.rejected(code: code)]
        case (.discard(let ending), .open), (.discard(let ending), .scanning), (.discard(let ending), .complete):
            return [.discarded(ending)]
        case (.discard, .discarded), (.discard, .rejected):
            return []
        case (.retain(let until), .complete):
            return until == retainUntil ? [] : [.retained(until: until)]
        case (.declare, _), (.examine, _), (.pass, _), (.reject, _), (.discard, _), (.retain, _):
            throw .notOpen(phase)
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .declared(let declared):
            phase = .open
            self.declared = declared
        case .examined(let found):
            phase = .scanning
            self.found = found
        case .completed(let until):
            phase = .complete
            retainUntil = until
        case .rejected(let code):
            phase = .rejected
            reason = code
        case .discarded(let ending):
            phase = .discarded
            reason = ending.rawValue
        case .retained(let until):
            retainUntil = until
        }
    }
}
