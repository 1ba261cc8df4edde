import Foundation
import Kernel

/// The handing-over (发放) of a certificate to its holder, or to somebody on the holder's behalf.
package enum HandOver: Decider, Codable, Hashable {
    /// Before its first event. → handedOver
    case unknown
    /// It is with the receiver. → undone
    case handedOver(Delivery)
    /// It was recorded by mistake, or came back. Final: another is recorded anew.
    case undone(Delivery, Undoing)

    /// What was handed over when, to whom.
    package struct Delivery: Codable, Hashable, Sendable {
        /// On what the certificate was handed over.
        package enum Form: String, Codable, Hashable, Sendable, CaseIterable {
            case paper
            case electronic

            /// The form in words.
            package var chinese: String {
                switch self {
                case .paper: "纸质"
                case .electronic: "电子"
                }
            }
        }

        package let certificate: UUID
        /// The enterprise's credit code.
        package let creditCode: String
        package let on: LocalDate
        package let receiver: String
        /// Whether the receiver is somebody else than the holder, and on what ground; nil where it is the holder.
        package let onBehalf: String?
        package let form: Form
        /// The account that recorded it.
        package let by: String

        package init(
            certificate: UUID,
            creditCode: String,
            on: LocalDate,
            receiver: String,
            onBehalf: String?,
            form: Form,
            by: String
        ) {
            self.certificate = certificate
            self.creditCode = creditCode
            self.on = on
            self.receiver = receiver
            self.onBehalf = onBehalf
            self.form = form
            self.by = by
        }
    }

    /// Why it does not stand any more.
    package struct Undoing: Codable, Hashable, Sendable {
        package let reason: String
        package let by: String
        package let on: LocalDate

        package init(reason: String, by: String, on: LocalDate) {
            self.reason = reason
            self.by = by
            self.on = on
        }
    }

    package enum Command: Hashable, Sendable {
        /// The certificate was issued on `issuedOn`; nil where it is not.
        case handOver(Delivery, issuedOn: LocalDate?, today: LocalDate)
        case undo(Undoing)
    }

    package enum Event: Codable, Hashable, Sendable {
        case handedOver(Delivery)
        case undone(Undoing)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// There is nothing to hand over before it is issued.
        case notIssued
        case beforeIssue(LocalDate)
        case inFuture(today: LocalDate)
        case unknown
        case undoneBefore

        package var code: String {
            switch self {
            case .notIssued: "certificate.hand-over-not-issued"
            case .beforeIssue: "certificate.hand-over-before-issue"
            case .inFuture: "certificate.hand-over-in-future"
            case .unknown: "certificate.hand-over-unknown"
            case .undoneBefore: "certificate.hand-over-undone"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .beforeIssue(let day): ["day": day.description]
            case .inFuture(let today): ["today": today.description]
            case .notIssued, .unknown, .undoneBefore: [:]
            }
        }

        /// Whether another day would do.
        package var isAboutDay: Bool {
            switch self {
            case .beforeIssue, .inFuture: true
            case .notIssued, .unknown, .undoneBefore: false
            }
        }
    }

    package static var initial: HandOver { .unknown }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .handOver(let delivery, let issuedOn, let today)):
            guard let issuedOn else { throw .notIssued }
            guard delivery.on >= issuedOn else { throw .beforeIssue(issuedOn) }
            guard delivery.on <= today else { throw .inFuture(today: today) }
            return [.handedOver(delivery)]
        case (.handedOver, .handOver), (.undone, .handOver): return []
        case (.unknown, .undo): throw .unknown
        case (.handedOver, .undo(let undoing)): return [.undone(undoing)]
        case (.undone, .undo): throw .undoneBefore
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.unknown, .handedOver(let delivery)): self = .handedOver(delivery)
        case (.handedOver(let delivery), .undone(let undoing)): self = .undone(delivery, undoing)
        case (_, .handedOver), (_, .undone): break
        }
    }

    /// What was handed over; nil before its first event.
    package var delivery: Delivery? {
        switch self {
        case .unknown: nil
        case .handedOver(let delivery), .undone(let delivery, _): delivery
        }
    }

    /// Why it does not stand, where it does not.
    package var undoing: Undoing? {
        guard case .undone(_, let undoing) = self else { return nil }
        return undoing
    }
}
