import Foundation
import Kernel

/// One name on a notice: what is shown of the person, and how it stands.
///
/// No number, telephone or birth date: only what tells namesakes apart and what an objection can be about.
package struct ShownName: Hashable, Codable, Sendable {
    package let person: UUID
    package let application: UUID
    package let name: String
    package let unit: String
    package let workshop: String
    package let occupation: Occupation
    /// The merits, in the applicant's words.
    package let merits: String
    /// Which conditions were relaxed and why (通知三（三）), where any were.
    package let relaxation: String?
    /// How the name stands.
    package internal(set) var standing = Standing.onShow(received: [])

    /// A name that has just been put on show.
    package init(
        person: UUID,
        application: UUID,
        name: String,
        unit: String,
        workshop: String,
        occupation: Occupation,
        merits: String,
        relaxation: String?
    ) {
        self.person = person
        self.application = application
        self.name = name
        self.unit = unit
        self.workshop = workshop
        self.occupation = occupation
        self.merits = merits
        self.relaxation = relaxation
    }
}

/// How one name stands; objections are named by their ids.
///
/// Each name stands by itself: what holds one does not delay the others.
package enum Standing: Hashable, Codable, Sendable {
    /// On show; objections may have been received that nobody has accepted yet.
    /// Can become `held`, and `cleared` with the end of the period.
    case onShow(received: [UUID])
    /// Something is open: accepted objections, or at the end of the period received ones.
    /// Can become `cleared` or `removed`.
    case held(accepted: [UUID], received: [UUID])
    /// Nothing is open. While the period runs a new objection puts it back to `onShow`; after its end this is final.
    case cleared
    /// An objection was upheld. Final.
    case removed(by: UUID)

    /// After an objection was received.
    func receiving(_ objection: UUID) -> Standing {
        switch self {
        case .onShow(let received): .onShow(received: received + [objection])
        case .held(let accepted, let received): .held(accepted: accepted, received: received + [objection])
        case .cleared: .onShow(received: [objection])
        case .removed: self
        }
    }

    /// After an objection was accepted for examination.
    func holding(_ objection: UUID) -> Standing {
        switch self {
        case .onShow(let received): .held(accepted: [objection], received: received.without(objection))
        case .held(let accepted, let received):
            .held(accepted: accepted.without(objection) + [objection], received: received.without(objection))
        case .cleared: .held(accepted: [objection], received: [])
        case .removed: self
        }
    }

    /// After an objection was dismissed; cleared when nothing else is open.
    func dismissing(_ objection: UUID) -> Standing {
        switch self {
        case .held(let accepted, let received):
            accepted.without(objection).isEmpty && received.without(objection).isEmpty
                ? .cleared : .held(accepted: accepted.without(objection), received: received.without(objection))
        case .onShow(let received): .onShow(received: received.without(objection))
        case .cleared, .removed: self
        }
    }

    /// At the end of the period: what is open is held, received objections too, and everything else is cleared.
    var atEnd: Standing {
        switch self {
        case .onShow(received: []): .cleared
        case .onShow(let received): .held(accepted: [], received: received)
        case .held, .cleared, .removed: self
        }
    }

    /// Whether the objection is one of those open about this name.
    func isOpen(_ objection: UUID) -> Bool {
        switch self {
        case .onShow(let received): received.contains(objection)
        case .held(let accepted, let received): accepted.contains(objection) || received.contains(objection)
        case .cleared, .removed: false
        }
    }
}

extension [UUID] {
    fileprivate func without(_ id: UUID) -> [UUID] { filter { $0 != id } }
}
