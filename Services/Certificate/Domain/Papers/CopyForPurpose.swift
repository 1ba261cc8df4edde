import Foundation
import Kernel

/// A copy of a certificate made for one purpose (加注副本): it bears the purpose and its last day, and its link ends with that day.
package enum CopyForPurpose: Decider, Hashable, Codable {
    /// Before its first event. → made
    case absent
    /// It can be fetched until its last day. → withdrawn
    case made(Made)
    /// Whoever had it made took it back. Final.
    case withdrawn(Made)

    /// What it was made for.
    package struct Made: Hashable, Sendable, Codable {
        package let certificate: UUID
        package let creditCode: String
        /// 办理何事, as it stands across the page.
        package let purpose: String
        /// The last day it is good, in Shanghai.
        package let through: LocalDate
        /// The account that had it made, and when.
        package let by: String
        package let on: LocalDate

        package init(
            certificate: UUID,
            creditCode: String,
            purpose: String,
            through: LocalDate,
            by: String,
            on: LocalDate
        ) {
            self.certificate = certificate
            self.creditCode = creditCode
            self.purpose = purpose
            self.through = through
            self.by = by
            self.on = on
        }

        /// What stands across the page.
        package var watermark: String { "仅供\(purpose)使用 \(on.chinese)起至\(through.chinese)止" }
    }

    package enum Command: Hashable, Sendable {
        case make(Made)
        case withdraw
    }

    package enum Event: Hashable, Sendable, Codable {
        case made(Made)
        case withdrawn
    }

    /// Why it cannot be made.
    package enum Rejection: Kernel.Rejection, Hashable {
        case purposeMissing
        case endsBeforeToday
        /// A copy that is good for ever is a second original.
        case tooLong(days: Int)

        package var code: String {
            switch self {
            case .purposeMissing: "certificate.copy-purpose"
            case .endsBeforeToday: "certificate.copy-in-past"
            case .tooLong: "certificate.copy-too-long"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .tooLong(let days): ["days": String(days)]
            case .purposeMissing, .endsBeforeToday: [:]
            }
        }
    }

    /// The most days a copy is good for.
    package static let mostDays = 180
    /// The longest purpose, in characters.
    package static let longestPurpose = 30

    package static var initial: CopyForPurpose { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .make(let made)):
            guard (1...Self.longestPurpose).contains(made.purpose.filter { !$0.isWhitespace }.count) else {
                throw .purposeMissing
            }
            guard made.through >= made.on else { throw .endsBeforeToday }
            guard made.through <= made.on.adding(days: Self.mostDays) else { throw .tooLong(days: Self.mostDays) }
            return [.made(made)]
        case (.made, .withdraw): return [.withdrawn]
        case (.made, .make), (.withdrawn, _), (.absent, .withdraw): return []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.absent, .made(let made)): self = .made(made)
        case (.made(let made), .withdrawn): self = .withdrawn(made)
        case (_, .made), (_, .withdrawn): break
        }
    }

    /// What it was made for; nil before its first event.
    package var made: Made? {
        switch self {
        case .absent: nil
        case .made(let made), .withdrawn(let made): made
        }
    }

    /// Whether it can be fetched on a day.
    package func isGood(on day: LocalDate) -> Bool {
        guard case .made(let made) = self else { return false }
        return day <= made.through
    }
}
