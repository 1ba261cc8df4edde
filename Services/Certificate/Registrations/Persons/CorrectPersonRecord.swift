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

    /// Corrects what is other than it was; what the province turned down also after it was handed in, numbered or issued.
    ///
    /// An issued certificate keeps its number and day; where what it prints is another, it is signed anew and what was signed before is
    /// replaced.
    ///
    /// - Throws: `Registration.Rejection`, `InvalidInput` where the document's number is none of its kind, ``CannotBeStated``.
    func callAsFunction(
        _ corrections: PersonCorrections,
        _ certificate: UUID,
        of registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Registration> {
        var registration = registration
        guard var found = try certificates.load(of: registration.id, in: tx).first(where: { $0.id == certificate }),
            let holding = found.state.holding, let batch = registration.state.batch
        else { throw NotFound("certificate") }
        guard let encrypted = try identities.load(of: registration.id, in: tx)[certificate] else {
            throw IdentityUnreadable(count: 1)
        }
        let before = PersonWords(holding, try vault.open(encrypted, for: certificate))
        let after = before.corrected(by: corrections)
        try Self.checkDocument(after)
        let changed = RecordField.allCases.filter { before[$0] != after[$0] }
        let change = PersonChange(person: holding.person, fields: changed)
        let isTurnedDown = try turnedDown(certificate, in: tx) != nil
        try registration.handle(
            isTurnedDown && !registration.state.isEnterprisesTurn ? .amend(change) : .correct(change)
        )
        guard !changed.isEmpty else { return registration }
        try found.handle(isTurnedDown ? .amend(holding: after.holding) : .correct(holding: after.holding))
        if found.state.issuedOn != nil, changed.contains(where: \.isOnPaper) {
            try sign.correct(found, because: cause, in: tx)
        }
        try certificates.save(found.events.isEmpty ? [] : [found], in: tx)
        try identities.save([(certificate, try vault.keep(after.identity, for: certificate))], in: tx)
        try changes.insert(
            try changed.map { field in
                let id = NewID.v7()
                let words = PersonChangeStore.Words(before: before[field], after: after[field])
                let text = String(decoding: try WireFormat.encode(words), as: UTF8.self)
                return (id: id, field: field, words: try keys.fields.seal(text, of: id.lowercase))
            },
            of: certificate,
            submissions: batch.submissions.count,
            because: cause,
            in: tx
        )
        try registrations.save([registration], in: tx)
        try journal.append(registration, of: "registration", because: cause, in: tx)
        try journal.append([found].filter { !$0.events.isEmpty }, of: "certificate", because: cause, in: tx)
        return Stored(id: registration.id, version: registration.newVersion, state: registration.state)
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
