import Cryptography
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What county officers talked about with their enterprises.
struct Liaisons: Sendable {
    let store = LiaisonStore()
    let cipher: FieldCipher
    let journal: Journal

    /// A talk as an officer writes it down.
    struct Talk: Hashable, Sendable {
        let enterprise: UUID
        let unit: UUID?
        let heldOn: LocalDate
        let with: String
        let topic: String
        let result: String
        let nextStep: String?
        let nextOn: LocalDate?
    }

    /// Notes a talk.
    func log(
        _ talk: Talk,
        in county: String,
        by officer: (account: String, name: String),
        because cause: Cause,
        _ tx: borrowing Transaction
    ) throws -> Stored<Liaison> {
        var liaison = Stored<Liaison>(new: NewID.v7())
        try liaison.handle(.log(entry(of: talk, county, officer, as: liaison.id)))
        try keep(liaison, because: cause, in: tx)
        return liaison
    }

    /// Corrects what was noted; what was written first stays in history.
    func correct(
        _ liaison: inout Stored<Liaison>,
        to talk: Talk,
        by officer: (account: String, name: String),
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let old = liaison.state.entry else { throw NotFound("liaison") }
        // Sealed anew the same words are other bytes: where all is the same nothing is corrected.
        guard try self.talk(of: old, liaison.id) != talk else { return }
        try liaison.handle(.correct(entry(of: talk, old.county, officer, as: liaison.id), on: cause.today))
        try keep(liaison, because: cause, in: tx)
    }

    /// With whom it was, opened.
    func with(_ entry: Liaison.Entry, _ id: UUID) throws -> String {
        try cipher.open(Array(entry.with), of: "liaison \(id.lowercase)")
    }

    private func talk(of entry: Liaison.Entry, _ id: UUID) throws -> Talk {
        Talk(
            enterprise: entry.enterprise,
            unit: entry.unit,
            heldOn: entry.heldOn,
            with: try with(entry, id),
            topic: entry.topic,
            result: entry.result,
            nextStep: entry.nextStep,
            nextOn: entry.nextOn
        )
    }

    private func keep(_ liaison: Stored<Liaison>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(liaison, in: tx)
        try journal.append(liaison, of: "liaison", because: cause, in: tx)
    }

    private func entry(
        of talk: Talk,
        _ county: String,
        _ officer: (account: String, name: String),
        as id: UUID
    ) throws -> Liaison.Entry {
        Liaison.Entry(
            enterprise: talk.enterprise,
            unit: talk.unit,
            county: county,
            heldOn: talk.heldOn,
            with: Data(try cipher.seal(talk.with, of: "liaison \(id.lowercase)")),
            topic: talk.topic,
            result: talk.result,
            nextStep: talk.nextStep,
            nextOn: talk.nextOn,
            by: officer.account,
            byName: officer.name
        )
    }
}
