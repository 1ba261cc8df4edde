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
        /// How often its registration had been handed in when its content was made; nil for what was made before that was kept.
        package internal(set) var submissions: Int?
        /// Why it is taken back, once it is and until it is made anew.
        package internal(set) var withdrawal: String?
        /// Why the number it bears cannot be taken: the next one told replaces it.
        package internal(set) var numberRefusal: String?
        /// The numbers it bore before; nil where there were none.
        package internal(set) var formerNumbers: [FormerNumber]?
    }

    /// A number that was replaced by another.
    package struct FormerNumber: Hashable, Sendable, Codable {
        package let number: String
        package let until: Date
        /// The account that decided so; nil where the province told another.
        package let by: String?
        package let reason: String
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
        case queue(Subject, digest: String, number: String?, at: Date, submissions: Int? = nil)
        /// Its content is other than what was sent last, or it may be there again: it is made anew, wherever it stands.
        case revise(digest: String, number: String?, at: Date, submissions: Int? = nil)
        /// A sending was handed over, this one where none is named.
        case send(revision: Int? = nil, at: Date)
        /// It is not to be sent just now.
        case shelve(reason: String, at: Date)
        /// It may not be there: taken back where it may have gone, else kept here; once more where the province would not (`isAgain`).
        case withdraw(reason: String, mayBeThere: Bool, isAgain: Bool = false, at: Date)
        /// The province did not take it in.
        case refuse(reason: String, at: Date)
        /// The province said something.
        case hear(Receipt)
        /// The number it was given cannot be taken, for the reason of this code.
        case doubt(number: String, code: String)
        /// An officer has decided which number is right.
        case renumber(String, by: String, reason: String, at: Date)
    }

    package enum Event: Hashable, Sendable, Codable {
        case queued(Subject, digest: String, number: String?, at: Date, submissions: Int? = nil)
        case resubmitted(digest: String, number: String?, at: Date, submissions: Int? = nil)
        case sent(at: Date)
        /// An earlier sending was handed over after the next had been made.
        case sentBefore(revision: Int, at: Date)
        case shelved(reason: String, at: Date)
        case withdrawalMade(reason: String, at: Date)
        case refused(reason: String, at: Date)
        case numberDoubted(code: String)
        case renumbered(String, by: String, reason: String, at: Date)
        case heard(Receipt)
        case contradicted(Receipt, by: Contradiction)
    }

    package static var initial: Upload { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .queue(let subject, let digest, let number, let at, let submissions)):
            [.queued(subject, digest: digest, number: number, at: at, submissions: submissions)]
        case (.known(let progress), .queue(_, let digest, let number, let at, let submissions)):
            try requeue(progress, .resubmitted(digest: digest, number: number, at: at, submissions: submissions))
        case (.absent, _): throw .unknown
        case (.known, .revise(let digest, let number, let at, let submissions)):
            [.resubmitted(digest: digest, number: number, at: at, submissions: submissions)]
        case (.known(let progress), .send(let revision, let at)):
            progress.send(revision ?? progress.revision, at: at)
        case (.known(let progress), .shelve(let reason, let at)):
            progress.stage.isWaiting && progress.stage != .withdrawing ? [.shelved(reason: reason, at: at)] : []
        case (.known(let progress), .withdraw(let reason, let mayBeThere, let isAgain, let at)):
            progress.withdraw(reason, mayBeThere: mayBeThere, isAgain: isAgain, at: at)
        case (.known(let progress), .refuse(let reason, let at)):
            progress.stage.isWaiting ? [.refused(reason: reason, at: at)] : []
        case (.known(let progress), .hear(let receipt)): progress.hear(receipt)
        case (.known(let progress), .doubt(let number, let code)):
            progress.number == number && progress.numberRefusal != code ? [.numberDoubted(code: code)] : []
        case (.known(let progress), .renumber(let number, let by, let reason, let at)):
            progress.number == number && progress.numberRefusal == nil
                ? [] : [.renumbered(number, by: by, reason: reason, at: at)]
        }
    }

    /// What is on its way or in the register is not sent over again on somebody's word alone.
    private func requeue(_ progress: Progress, _ again: Event) throws(Rejection) -> [Event] {
        switch progress.stage {
        case .rejected, .refused, .shelved, .withdrawn, .withdrawalRefused: [again]
        case .queued, .resubmitted: []
        case .sent, .withdrawing, .withdrawalSent: throw .underWay
        case .accepted, .visibleInProvince, .visibleNationally: throw .taken
        }
    }

    package mutating func apply(_ event: Event) {
        if case .queued(let subject, let digest, let number, let at, let submissions) = event {
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
                    contradictions: [],
                    submissions: submissions
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
