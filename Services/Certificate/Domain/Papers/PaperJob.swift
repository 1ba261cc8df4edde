import Foundation
import Kernel

/// The papers of a registration printed into one file, a few at a time.
package enum PaperJob: Decider, Hashable, Codable {
    /// Before it is ordered. → printing
    case absent
    /// Waits for the press or is on it. → printed, failed
    case printing(Order)
    /// The file is there. → expired
    case printed(Order, Outcome)
    /// Not one of the papers could be printed. Final.
    case failed(Order, left: [Left])
    /// The file was kept for its time and is gone. Final.
    case expired(Order, Outcome)

    /// How many days a file is kept after the day it was ordered.
    package static let daysKept = 7

    /// What is printed, and who wants it.
    package struct Order: Hashable, Sendable, Codable {
        package let registration: UUID
        package let creditCode: String
        /// Certificates.
        package let count: Int
        package let on: LocalDate
        package let by: String

        package init(registration: UUID, creditCode: String, count: Int, on: LocalDate, by: String) {
            self.registration = registration
            self.creditCode = creditCode
            self.count = count
            self.on = on
            self.by = by
        }

        /// The last day the file is there.
        package var keptThrough: LocalDate { on.adding(days: PaperJob.daysKept) }
    }

    /// A certificate that is not in the file, and why.
    package struct Left: Hashable, Sendable, Codable {
        package let number: String
        /// A code of the message catalogue.
        package let code: String
        package let arguments: [String: String]

        package init(number: String, code: String, arguments: [String: String] = [:]) {
            self.number = number
            self.code = code
            self.arguments = arguments
        }
    }

    /// The file.
    package struct Outcome: Hashable, Sendable, Codable {
        package let pages: Int
        package let bytes: Int
        package let left: [Left]

        package init(pages: Int, bytes: Int, left: [Left]) {
            self.pages = pages
            self.bytes = bytes
            self.left = left
        }
    }

    package enum Command: Hashable, Sendable {
        case order(Order)
        case finish(Outcome)
        /// The day has come on which a file may be gone.
        case expire(today: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case ordered(Order)
        case printed(Outcome)
        case failed(left: [Left])
        case expired
    }

    package static var initial: PaperJob { .absent }

    package func decide(_ command: Command) -> [Event] {
        switch (self, command) {
        case (.absent, .order(let order)): [.ordered(order)]
        case (.printing, .finish(let outcome)):
            outcome.pages == 0 ? [.failed(left: outcome.left)] : [.printed(outcome)]
        case (.printed(let order, _), .expire(let today)): today > order.keptThrough ? [.expired] : []
        case (_, .order), (_, .finish), (_, .expire): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .ordered(let order)): self = .printing(order)
        case (.printing(let order), .printed(let outcome)): self = .printed(order, outcome)
        case (.printing(let order), .failed(let left)): self = .failed(order, left: left)
        case (.printed(let order, let outcome), .expired): self = .expired(order, outcome)
        case (_, .printed), (_, .failed), (_, .expired): break
        }
    }
}

extension PaperJob {
    /// Where it stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case printing
        case printed
        case failed
        case expired

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .printing: "正在打印"
            case .printed: "打印完成"
            case .failed: "无法打印"
            case .expired: "文件已过期"
            }
        }
    }

    /// Where it stands; nil before it is ordered.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .printing: .printing
        case .printed: .printed
        case .failed: .failed
        case .expired: .expired
        }
    }

    /// What was ordered; nil before.
    package var order: Order? {
        switch self {
        case .absent: nil
        case .printing(let order), .printed(let order, _), .failed(let order, _), .expired(let order, _): order
        }
    }

    /// The file, once it is or was there.
    package var outcome: Outcome? {
        switch self {
        case .printed(_, let outcome), .expired(_, let outcome): outcome
        case .absent, .printing, .failed: nil
        }
    }

    /// The certificates that are not in the file.
    package var left: [Left] {
        if case .failed(_, let left) = self { return left }
        return outcome?.left ?? []
    }
}
