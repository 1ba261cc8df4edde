import Foundation
import Kernel

/// The way of one person's record into the provincial system (上传) and until people find it there.
///
/// What the province says is a fact of another system: late, doubled and contradictory answers are heard, and none of them
/// changes what is settled. A contradiction is an event of its own, which a person looks into.
package enum Upload: Decider, Hashable, Codable {
    /// Before its first event. → known
    case absent
    /// Somewhere on its way.
    case known(Progress)

    /// How far it has come.
    package struct Progress: Hashable, Sendable, Codable {
        /// Whose it is.
        package let subject: Subject
        package internal(set) var stage: Stage
        /// How often its content was made, 1 for the first.
        package internal(set) var revision: Int
        /// SHA-256 of the content of this revision, in hex.
        package internal(set) var digest: String
        /// The number it bears: ours, or the one the province gave.
        package internal(set) var number: String?
        /// Why it was rejected last.
        package internal(set) var reason: String?
        /// Each stage it reached, with when and how that was learnt.
        package internal(set) var trail: [Step]
        /// The contradictions that were told, each once.
        package internal(set) var contradictions: Set<String>
    }

    /// Whose record it is.
    package struct Subject: Hashable, Sendable, Codable {
        package let certificate: UUID
        package let person: UUID
        /// The credit code of the issuing enterprise.
        package let creditCode: String
        /// The day of the determination, by whose month both sides are compared.
        package let determinedOn: LocalDate

        package init(
            certificate: UUID,
            person: UUID,
            creditCode: String,
            determinedOn: LocalDate
        ) {
            self.certificate = certificate
            self.person = person
            self.creditCode = creditCode
            self.determinedOn = determinedOn
        }
    }

    /// A stage that was reached.
    package struct Step: Hashable, Sendable, Codable {
        package let stage: Stage
        package let revision: Int
        package let at: Date
        /// Nil where this system did it itself.
        package let source: Receipt.Source?
        package let reason: String?
    }

    /// What of an answer contradicts what is settled.
    package enum Contradiction: String, Codable, Sendable, CaseIterable {
        /// Accepted and rejected, or rejected and accepted.
        case outcome
        /// Another number than the one it bears.
        case number
        /// An answer to a sending that never was.
        case revision
    }

    package enum Command: Hashable, Sendable {
        /// Makes the content for the first time, or again after a rejection or on an officer's word.
        case queue(Subject, digest: String, number: String?, at: Date)
        /// It was handed over.
        case send(at: Date)
        /// The province said something.
        case hear(Receipt)
    }

    package enum Event: Hashable, Sendable, Codable {
        case queued(Subject, digest: String, number: String?, at: Date)
        case resubmitted(digest: String, number: String?, at: Date)
        case sent(at: Date)
        case heard(Receipt)
        case contradicted(Receipt, by: Contradiction)
    }

    package static var initial: Upload { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .queue(let subject, let digest, let number, let at)):
            [.queued(subject, digest: digest, number: number, at: at)]
        case (.known(let progress), .queue(_, let digest, let number, let at)):
            try requeue(progress, digest, number, at)
        case (.absent, _): throw .unknown
        case (.known(let progress), .send(let at)): progress.stage.isWaiting ? [.sent(at: at)] : []
        case (.known(let progress), .hear(let receipt)): progress.hear(receipt)
        }
    }

    /// What is on its way or in the register is not sent over again.
    private func requeue(
        _ progress: Progress,
        _ digest: String,
        _ number: String?,
        _ at: Date
    ) throws(Rejection) -> [Event] {
        switch progress.stage {
        case .rejected: [.resubmitted(digest: digest, number: number, at: at)]
        case .queued, .resubmitted: []
        case .sent: throw .underWay
        case .accepted, .visibleInProvince, .visibleNationally: throw .taken
        }
    }

    package mutating func apply(_ event: Event) {
        if case .queued(let subject, let digest, let number, let at) = event {
            let step = Step(stage: .queued, revision: 1, at: at, source: nil, reason: nil)
            self = .known(
                Progress(
                    subject: subject,
                    stage: .queued,
                    revision: 1,
                    digest: digest,
                    number: number,
                    reason: nil,
                    trail: [step],
                    contradictions: []
                )
            )
            return
        }
        guard case .known(var progress) = self else { return }
        progress.apply(event)
        self = .known(progress)
    }

    /// How far it has come; nil before its first event.
    package var progress: Progress? {
        guard case .known(let progress) = self else { return nil }
        return progress
    }

    /// Why a person is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was never queued.
        case unknown
        /// It was sent and is not decided.
        case underWay
        /// The province has it.
        case taken

        package var code: String {
            switch self {
            case .unknown: "certificate.upload-unknown"
            case .underWay: "certificate.upload-under-way"
            case .taken: "certificate.upload-taken"
            }
        }
    }
}
