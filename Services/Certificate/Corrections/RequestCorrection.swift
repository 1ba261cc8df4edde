import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise asks for a correction of an issued certificate, and the authority of its filing decides.
///
/// Locked are the registration, its certificates and then the request, as everywhere.
struct RequestCorrection {
    let registrations = RegistrationStore()
    let register = CertificateRegister()
    let filings = FiledAgencyStore()
    let correct: CorrectPersonRecord
    let store: CorrectionRequestStore
    let journal: Journal
    let outbox: Outbox

    /// Asks for a correction of a certificate, which stays as it is.
    ///
    /// - Throws: ``CorrectionPending``, `Certificate.Rejection`, `InvalidInput` where nothing of it is other than it is now or the
    ///   document's number is none of its kind.
    func ask(
        _ corrections: PersonCorrections,
        reason: String,
        of certificate: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> CorrectionRequestStore.Found {
        let draft = try correct.draft(corrections, certificate, of: registration(of: certificate, in: tx), in: tx)
        let state = draft.certificate.state
        guard let number = state.number, state.issuedOn != nil else { throw Certificate.Rejection.notIssued }
        // Whether it can be amended at all, before anybody has to decide.
        _ = try state.decide(.amend(holding: draft.after.holding))
        guard !draft.changed.isEmpty else {
            throw InvalidInput(field: "corrections", code: "certificate.record-nothing-corrected")
        }
        var request = Stored<CorrectionRequest>(new: NewID.v7())
        try request.handle(
            .ask(
                .init(
                    certificate: certificate,
                    number: number,
                    person: draft.change.person,
                    creditCode: draft.after.holding.issuer.creditCode,
                    fields: draft.changed,
                    reason: reason,
                    by: cause.actor,
                    on: cause.today
                )
            )
        )
        let words = draft.changed.map {
            ($0, PersonChangeStore.Words(before: draft.before[$0], after: draft.after[$0]))
        }
        let made = CorrectionRequestStore.Found(request: request, words: Dictionary(words) { first, _ in first })
        try store.insert(made, in: tx)
        try journal.append(request, of: "correction-request", because: cause, in: tx)
        return made
    }

    /// Closes a request at the version somebody saw; where it is accepted the certificate is corrected, signed anew and told of.
    ///
    /// - Throws: ``OfOtherAuthority`` where an officer of another office decides, `VersionMismatch`,
    ///   `CorrectionRequest.Rejection`, `Certificate.Rejection`, ``CannotBeStated``.
    func close(
        _ id: UUID,
        _ outcome: CorrectionRequest.Outcome,
        reason: String,
        as office: Registration.Office?,
        seen version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> CorrectionRequestStore.Found {
        guard let asked = try store.find(id, in: tx)?.request.state.asked else { throw NotFound("correction-request") }
        let registration = try registration(of: asked.certificate, in: tx)
        _ = try correct.certificates.load(of: registration.id, in: tx)
        var found = try store.load(id, in: tx)
        try found.request.expect(version: version)
        if let office {
            let isProvincial = try filings.filed(registration.state.batch, in: tx).isProvincial
            let authority: Registration.Office = isProvincial ? .provincial : .municipal
            guard office == authority else { throw OfOtherAuthority(office: authority) }
        }
        try found.request.handle(.close(.init(outcome, reason: reason, by: cause.actor, on: cause.today)))
        if outcome == .accepted { try accept(found, asked, registration, because: cause, in: tx) }
        try store.save(found.request, in: tx)
        try journal.append(found.request, of: "correction-request", because: cause, in: tx)
        return found
    }

    private func accept(
        _ found: CorrectionRequestStore.Found,
        _ asked: CorrectionRequest.Asked,
        _ registration: Stored<Registration>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let corrections = PersonCorrections(words: found.words.mapValues(\.after))
        let draft = try correct.draft(corrections, asked.certificate, of: registration, in: tx)
        guard !draft.changed.isEmpty else { return }
        let (_, certificate) = try correct.keep(
            draft,
            of: registration,
            isAmending: true,
            isAfterNumber: true,
            because: cause,
            in: tx
        )
        guard let holding = certificate.state.holding else { return }
        try outbox.announce(
            CertificateCorrected(
                certificate: certificate.id,
                number: asked.number.text,
                holder: holding.person,
                holderName: holding.name,
                issuer: holding.issuer,
                occupation: holding.occupation,
                fields: draft.changed.map(\.rawValue),
                correctedOn: cause.today,
                determination: holding.determination
            ),
            because: cause,
            in: tx
        )
    }

    /// The registration of a certificate, locked.
    private func registration(of certificate: UUID, in tx: borrowing Transaction) throws -> Stored<Registration> {
        guard let holding = try register.find(certificate, in: tx)?.state.holding else { throw NotFound("certificate") }
        return try registrations.load(holding.registration, in: tx)
    }
}

/// One correction of a certificate is decided before another is asked for.
struct CorrectionPending: Rejection, Hashable {
    var code: String { "certificate.correction-pending" }
}

/// What an issued certificate prints is corrected on request alone.
struct CorrectedOnRequest: Rejection, Hashable {
    var code: String { "certificate.corrected-on-request" }
}

/// The authority of the filing is the other office.
struct OfOtherAuthority: Rejection, Hashable {
    let office: Registration.Office

    var code: String { "certificate.correction-of-other-authority" }
    var arguments: [String: String] { ["office": office.chinese, "word": office.rawValue] }
}
