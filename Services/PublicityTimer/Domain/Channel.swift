import Foundation
import Kernel

/// A place where a notice is displayed (公示渠道): its page, a board, the intranet, a group.
package enum Channel: Decider, Hashable, Codable {
    /// Nobody has said anything of it. Can become `up`.
    case undeclared
    /// On display. Can become `down`.
    case up(Placement, [Evidence])
    /// Taken down. Stays so.
    case down(Placement, [Evidence], Removal)

    package static let initial = Channel.undeclared

    /// What kind of place it is.
    package enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// The page this service serves; it is up from the opening and checks itself.
        case page
        case board, intranet, dingtalk, wecom, other
    }

    /// Where it hangs, and who put it there and when.
    package struct Placement: Hashable, Codable, Sendable {
        package let notice: UUID
        package let kind: Kind
        /// In words: "一号门岗公示栏".
        package let place: String
        package let putUpBy: String
        package let putUpAt: Date
        /// When it was declared here; long after `putUpAt` it says less.
        package let declaredAt: Date

        /// A place as it was declared.
        package init(notice: UUID, kind: Kind, place: String, putUpBy: String, putUpAt: Date, declaredAt: Date) {
            self.notice = notice
            self.kind = kind
            self.place = place
            self.putUpBy = putUpBy
            self.putUpAt = putUpAt
            self.declaredAt = declaredAt
        }
    }

    /// A photo or screenshot that shows it.
    package struct Evidence: Hashable, Codable, Sendable {
        package let attachment: UUID
        /// Of the file, lower-case hex; stays when the file goes.
        package let sha256: String
        package let at: Date

        /// A file that was taken.
        package init(attachment: UUID, sha256: String, at: Date) {
            self.attachment = attachment
            self.sha256 = sha256
            self.at = at
        }
    }

    /// Who took it down and when.
    package struct Removal: Hashable, Codable, Sendable {
        package let by: String
        package let at: Date

        /// A removal as it was declared.
        package init(by: String, at: Date) {
            self.by = by
            self.at = at
        }
    }

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        case declare(Placement)
        case evidence(Evidence)
        case remove(Removal)
    }

    /// What can have happened to it.
    package enum Event: Hashable, Codable, Sendable {
        case declared(placement: Placement)
        case evidenced(evidence: Evidence)
        case removed(removal: Removal)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notDeclared
        case alreadyDeclared
        /// It was taken down before.
        case alreadyDown
        /// It cannot have been taken down before it was put up.
        case removedBeforePutUp

        package var code: String {
            switch self {
            case .notDeclared: "publicity-timer.channel-not-declared"
            case .alreadyDeclared: "publicity-timer.channel-already-declared"
            case .alreadyDown: "publicity-timer.channel-already-down"
            case .removedBeforePutUp: "publicity-timer.channel-removed-before"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.undeclared, .declare(let placement)): return [.declared(placement: placement)]
        case (.undeclared, .evidence), (.undeclared, .remove): throw .notDeclared
        case (.up, .declare), (.down, .declare): throw .alreadyDeclared
        case (.up, .evidence(let evidence)), (.down, .evidence(let evidence)): return [.evidenced(evidence: evidence)]
        case (.up(let placement, _), .remove(let removal)):
            guard removal.at >= placement.putUpAt else { throw .removedBeforePutUp }
            return [.removed(removal: removal)]
        case (.down, .remove): throw .alreadyDown
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.undeclared, .declared(let placement)): self = .up(placement, [])
        case (.up(let placement, let files), .evidenced(let evidence)): self = .up(placement, files + [evidence])
        case (.down(let placement, let files, let removal), .evidenced(let evidence)):
            self = .down(placement, files + [evidence], removal)
        case (.up(let placement, let files), .removed(let removal)): self = .down(placement, files, removal)
        case (.undeclared, _), (.up, _), (.down, _): break
        }
    }
}

extension Channel {
    /// Where it hangs, nil before it was declared.
    package var placement: Placement? {
        switch self {
        case .undeclared: nil
        case .up(let placement, _), .down(let placement, _, _): placement
        }
    }

    /// What shows it.
    package var evidence: [Evidence] {
        switch self {
        case .undeclared: []
        case .up(_, let evidence), .down(_, let evidence, _): evidence
        }
    }

    /// Who took it down, nil while it is up.
    package var removal: Removal? {
        guard case .down(_, _, let removal) = self else { return nil }
        return removal
    }

    /// Whether by what was declared it hung at some time of a day; of the page only its checks can say so.
    package func wasUp(on day: LocalDate) -> Bool {
        guard let placement, placement.kind != .page else { return false }
        return placement.putUpAt < day.end && removal.map { $0.at > day.start } ?? true
    }
}
