import Foundation
import Kernel

/// A difference between this system and the provincial one, until it is settled or gone (比对差异).
package enum Drift: Decider, Hashable, Codable {
    /// Before its first event. → open
    case absent
    /// Somebody has to look into it. → settled, vanished
    case open(Finding)
    /// An officer has looked into it.
    case settled(Finding, Settlement)
    /// It was no more there when both were compared again.
    case vanished(Finding, at: Date)

    /// What differs.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// We sent it and the province does not have it.
        case missingThere = "missing-there"
        /// The province has a record that we never sent.
        case missingHere = "missing-here"
        /// A field differs.
        case field
        /// The province is further than we know.
        case behind
        /// We are further than the province.
        case ahead
        /// An answer contradicts what is settled.
        case contradiction
        /// An answer about somebody we do not know.
        case unknownPerson = "unknown-person"
        /// A number of the province that cannot be taken.
        case number
        /// We asked for a record to be taken out and the province has not confirmed it.
        case withdrawal

        /// Whether comparing both again tells that it is gone; the others are about one answer, which stays said.
        package var isOfComparison: Bool {
            switch self {
            case .missingThere, .missingHere, .field, .behind, .ahead: true
            case .contradiction, .unknownPerson, .number, .withdrawal: false
            }
        }

        /// The kind in words.
        package var chinese: String {
            switch self {
            case .missingThere: "省系统缺少该记录"
            case .missingHere: "省系统有而本系统未上传"
            case .field: "字段内容不一致"
            case .behind: "本系统状态落后于省系统"
            case .ahead: "省系统状态落后于本系统"
            case .contradiction: "省系统前后回执矛盾"
            case .unknownPerson: "回执所指人员不存在"
            case .number: "省系统返回的编号不能采用"
            case .withdrawal: "已申请撤回,省系统尚未确认"
            }
        }
    }

    /// What was found.
    package struct Finding: Hashable, Sendable, Codable {
        package let kind: Kind
        /// The upload it is about, ours or one we do not know.
        package let upload: UUID
        /// The enterprise, where it is known.
        package let creditCode: String?
        /// The field that differs; empty where it is not about one.
        package let field: String
        /// What stands here, and there; no personal data.
        package let ours: String
        package let theirs: String
        package let at: Date

        package init(
            _ kind: Kind,
            of upload: UUID,
            creditCode: String?,
            field: String = "",
            ours: String,
            theirs: String,
            at: Date
        ) {
            self.kind = kind
            self.upload = upload
            self.creditCode = creditCode
            self.field = field
            self.ours = ours
            self.theirs = theirs
            self.at = at
        }

        /// Whether it is about the number a record bears, so that an officer can decide which is right.
        package var isAboutNumber: Bool {
            kind == .number || (kind == .contradiction || kind == .field) && field == "number"
        }

        /// Two findings with one key are the same, found twice.
        package var key: String {
            [kind.rawValue, upload.uuidString.lowercased(), field, ours, theirs].joined(separator: "|")
        }
    }

    /// How an officer settled it.
    package struct Settlement: Hashable, Sendable, Codable {
        package let reason: String
        package let by: String
        package let at: Date
        /// The number that was decided to be right, where it was about one.
        package let number: String?

        package init(reason: String, by: String, at: Date, number: String? = nil) {
            self.reason = reason
            self.by = by
            self.at = at
            self.number = number
        }
    }

    package enum Command: Hashable, Sendable {
        case find(Finding)
        case settle(Settlement)
        /// It was not found when both sides were compared.
        case miss(at: Date)
        /// What it waited for has come.
        case resolve(at: Date)
    }

    package enum Event: Hashable, Sendable, Codable {
        case found(Finding)
        case settled(Settlement)
        case vanished(at: Date)
    }

    package static var initial: Drift { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .find(let finding)), (.vanished, .find(let finding)): [.found(finding)]
        // What an officer has settled is not brought up again unless something else is found.
        case (.open, .find), (.settled, .find): []
        case (.absent, .settle): throw .unknown
        case (.open, .settle(let settlement)):
            if settlement.reason.allSatisfy(\.isWhitespace) { throw .reasonMissing } else { [.settled(settlement)] }
        case (.settled, .settle), (.vanished, .settle): throw .closed
        case (.open(let finding), .miss(let at)): finding.kind.isOfComparison ? [.vanished(at: at)] : []
        case (.open, .resolve(let at)): [.vanished(at: at)]
        case (_, .miss), (_, .resolve): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .found(let finding)): self = .open(finding)
        case (.open(let finding), .settled(let settlement)): self = .settled(finding, settlement)
        case (.open(let finding), .vanished(let at)): self = .vanished(finding, at: at)
        case (_, .settled), (_, .vanished): break
        }
    }

    /// Why a person is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case unknown
        /// How it was settled has to be told.
        case reasonMissing
        /// It was settled, or has gone.
        case closed

        package var code: String {
            switch self {
            case .unknown: "certificate.drift-unknown"
            case .reasonMissing: "certificate.drift-reason-missing"
            case .closed: "certificate.drift-closed"
            }
        }
    }
}
