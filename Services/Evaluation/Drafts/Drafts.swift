import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Applications while they are written: begun, saved as often as one likes, and handed in.
struct Drafts {
    let stores: Stores
    let gate: FilingGate
    let submit: SubmitApplications

    /// Who writes: human resources, or a person in the own account.
    struct Writer: Sendable {
        let account: String
        let person: UUID?
    }

    /// Begins one in a round that takes applications.
    func begin(
        in round: Stored<Round>,
        _ form: WrittenForm,
        by writer: Writer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> DraftStore.Written {
        _ = try submit.acceptingTerms(of: round, on: cause.today, in: tx)
        if let person = writer.person {
            guard try stores.drafts.page(of: round.id, person: person, after: nil, limit: 1, in: tx).isEmpty else {
                throw DraftRefusal.alreadyBegun
            }
            guard try stores.applicationRegister.of(persons: [person], in: round.id, in: tx).isEmpty else {
                throw Application.Rejection.alreadyApplied
            }
        }
        var draft = Stored<ApplicationDraft>(new: NewID.v7())
        let origin = ApplicationDraft.Origin(
            application: NewID.v7(),
            round: round.id,
            person: writer.person,
            account: writer.account
        )
        try draft.handle(.begin(origin))
        try draft.handle(.save(digest: Self.digest(of: form)))
        try stores.drafts.add(draft, form, because: cause, in: tx)
        return DraftStore.Written(draft: draft, form: form, savedAt: cause.now)
    }

    /// Keeps what is written now in place of what was.
    func save(
        _ written: DraftStore.Written,
        _ form: WrittenForm,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> DraftStore.Written {
        var draft = written.draft
        try draft.handle(.save(digest: Self.digest(of: form)))
        try stores.drafts.save(draft, form, because: cause, in: tx)
        return DraftStore.Written(draft: draft, form: form, savedAt: cause.now)
    }

    /// Throws one away.
    func discard(_ written: DraftStore.Written, because cause: Cause, in tx: borrowing Transaction) throws {
        var draft = written.draft
        try draft.handle(.discard)
        try stores.drafts.save(draft, written.form, because: cause, in: tx)
    }

    /// Hands one in: it becomes the application whose id it had reserved.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong, `Application.Rejection`, `Round.Rejection`.
    func handIn(
        _ written: DraftStore.Written,
        in round: Stored<Round>,
        by voice: SubmitApplications.Voice,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> UUID {
        var draft = written.draft
        let outcomes = try submit(
            [written.form.form],
            in: round,
            by: voice,
            evidence: draft.state.evidence,
            as: written.application,
            because: cause,
            in: tx
        )
        switch outcomes.first {
        case .taken(written.application, .new)?: break
        case .taken?, nil: throw Application.Rejection.alreadyApplied
        case .refused(let problems, _)?: throw InvalidInput(problems)
        }
        try draft.handle(.submit)
        try stores.drafts.save(draft, written.form, because: cause, in: tx)
        return written.application
    }

    private static func digest(of form: WrittenForm) throws -> String {
        // Of the number of characters alone: the digest of a form that holds a number could be tried out.
        Digest.sha256Hex(try WireFormat.encode(form.members.mapValues { String($0.count) }))
    }
}

/// Why a draft is not begun.
enum DraftRefusal: Rejection, Hashable {
    /// The person is writing one already.
    case alreadyBegun
    /// The account is tied to no person of the register.
    case accountWithoutPerson

    var code: String {
        switch self {
        case .alreadyBegun: "evaluation.draft-already-begun"
        case .accountWithoutPerson: "evaluation.account-without-person"
        }
    }
}
