import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// Human resources correct a person's record before it is handed in, or while it is given back.
///
/// What it said and says is kept encrypted for the auditors; the journal names the fields alone.
struct CorrectPersonRecord {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let identities = IdentityStore()
    let changes = PersonChangeStore()
    let turnedDown = TurnedDown()
    let sign: SignCertificates
    let vault: IdentityVault
    let keys: KeyRing
    let journal: Journal

    /// What a correction would make of a person's record.
    struct Draft {
        var certificate: Stored<Certificate>
        let before: PersonWords
        let after: PersonWords
        let changed: [RecordField]
        let change: PersonChange

        /// Whether an issued certificate would print something else.
        var isOfPaper: Bool { certificate.state.issuedOn != nil && changed.contains(where: \.isOnPaper) }
    }

    /// Corrects what is other than it was; what the province turned down also after it was handed in, numbered or issued.
    ///
    /// What an issued certificate prints is corrected on request alone (``RequestCorrection``).
    ///
    /// - Throws: ``CorrectedOnRequest``, `Registration.Rejection`, `InvalidInput` where the document's number is none of its kind.
    func callAsFunction(
        _ corrections: PersonCorrections,
        _ certificate: UUID,
        of registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        let draft = try draft(corrections, certificate, of: registration, in: tx)
        guard !draft.isOfPaper else { throw CorrectedOnRequest() }
        let isTurnedDown = try turnedDown(certificate, in: tx) != nil
        return try keep(
            draft,
            of: registration,
            isAmending: isTurnedDown && !registration.state.isEnterprisesTurn,
            isAfterNumber: isTurnedDown,
            because: cause,
            in: tx
        ).registration
    }

    /// What corrections would make of a record; nothing is kept of it.
    ///
    /// - Throws: `NotFound` where the certificate is not of the registration, which is locked, ``IdentityUnreadable``,
    ///   `InvalidInput` where the document's number is none of its kind.
    func draft(
        _ corrections: PersonCorrections,
        _ certificate: UUID,
        of registration: Stored<Registration>,
        in tx: borrowing Transaction
    ) throws -> Draft {
        guard let found = try certificates.load(of: registration.id, in: tx).first(where: { $0.id == certificate }),
            let holding = found.state.holding
        else { throw NotFound("certificate") }
        guard let encrypted = try identities.load(of: registration.id, in: tx)[certificate] else {
            throw IdentityUnreadable(count: 1)
        }
        let before = PersonWords(holding, try vault.open(encrypted, for: certificate))
        let after = before.corrected(by: corrections)
        try Self.checkDocument(after)
        let changed = RecordField.allCases.filter { before[$0] != after[$0] }
        return Draft(
            certificate: found,
            before: before,
            after: after,
            changed: changed,
            change: PersonChange(person: holding.person, fields: changed)
        )
    }

    /// Keeps a correction; an issued certificate keeps its number and day, and where what it prints is another it is signed anew
    /// and what was signed before is replaced.
    ///
    /// - Parameters:
    ///   - draft: The correction.
    ///   - registration: The person's registration, locked.
    ///   - isAmending: Whether it may be corrected though the registration was handed in, numbered or issued.
    ///   - isAfterNumber: Whether it may be corrected though the certificate has a number.
    ///   - cause: Who does so.
    ///   - tx: The transaction.
    /// - Returns: The registration as it is kept, and the certificate.
    /// - Throws: `Registration.Rejection`, `Certificate.Rejection`, ``CannotBeStated``.
    func keep(
        _ draft: Draft,
        of registration: Stored<Registration>,
        isAmending: Bool,
        isAfterNumber: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (registration: Stored<Registration>, certificate: Stored<Certificate>) {
        var (registration, found) = (registration, draft.certificate)
        guard let batch = registration.state.batch else { throw NotFound("registration") }
        try registration.handle(isAmending ? .amend(draft.change) : .correct(draft.change))
        guard !draft.changed.isEmpty else { return (registration, found) }
        let holding = draft.after.holding
        try found.handle(isAfterNumber ? .amend(holding: holding) : .correct(holding: holding))
        if draft.isOfPaper { try sign.correct(found, because: cause, in: tx) }
        try certificates.save(found.events.isEmpty ? [] : [found], in: tx)
        try identities.save([(found.id, try vault.keep(draft.after.identity, for: found.id))], in: tx)
        try changes.insert(
            try draft.changed.map { field in
                let id = NewID.v7()
                let words = PersonChangeStore.Words(before: draft.before[field], after: draft.after[field])
                let text = String(decoding: try WireFormat.encode(words), as: UTF8.self)
                return (id: id, field: field, words: try keys.fields.seal(text, of: id.lowercase))
            },
            of: found.id,
            submissions: batch.submissions.count,
            because: cause,
            in: tx
        )
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
        try journal.append([found].filter { !$0.events.isEmpty }, of: "certificate", because: cause, in: tx)
        return (Stored(id: registration.id, version: registration.newVersion, state: registration.state), found)
    }

    private static func checkDocument(_ words: PersonWords) throws {
        guard words.identity.documentType == PersonWords.citizenCard else { return }
        do throws(IdentifierError) {
            _ = try CitizenID(words.identity.documentNumber)
        } catch {
            throw InvalidInput(field: RecordField.documentNumber.rawValue, code: "certificate.record-document-number")
        }
    }
}
