import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Follows what objections received in time do to names that may be registered already.
///
/// A certificate without number is held, released or taken out; one that has its number is put on the list of revocations.
/// Reactions to facts: total, and nothing happens twice.
struct FollowObjections {
    let registrations = RegistrationStore()
    let certificates = CertificateStore()
    let revocations = RevocationStore()
    let standings = NameStandingStore()
    let number: NumberCertificates
    let journal: Journal

    /// What was said of one name, or of all names of a list.
    struct Word {
        enum Verb {
            case hold, release
            case remove(reason: String)
        }

        let key: NameStandingStore.Key
        let verb: Verb
        let cause: Cause

        var ground: Certificate.Ground { key.person == nil ? .list : .name }

        var entry: NameStandingStore.Entry {
            switch verb {
            case .hold: .init(key: key, standing: .held, reason: nil)
            case .release: .init(key: key, standing: .free, reason: nil)
            case .remove(let reason): .init(key: key, standing: .removed, reason: reason)
            }
        }
    }

    /// Follows words in the order they were said.
    func callAsFunction(_ words: [Word], in tx: borrowing Transaction) throws {
        let lists = Array(Set(words.map(\.key.list)))
        try standings.lock(lists, in: tx)
        let last = Dictionary(words.map { ($0.key, $0.entry) }, uniquingKeysWith: { $1 })
        try standings.keep(Array(last.values), in: tx)
        for registration in try registrations.load(ofLists: lists, in: tx) {
            guard let batch = registration.state.batch else { continue }
            for word in words where word.key.list == batch.list {
                try follow(word, of: registration, batch, in: tx)
            }
        }
    }

    /// One word, for the certificates of one registration it concerns; the registration is locked.
    private func follow(
        _ word: Word,
        of registration: Stored<Registration>,
        _ batch: Batch,
        in tx: borrowing Transaction
    ) throws {
        guard word.key.person.map(batch.persons.contains) ?? true else { return }
        let concerned = try certificates.load(of: registration.id, in: tx).filter { certificate in
            word.key.person == nil || certificate.state.holding?.person == word.key.person
        }
        let told = try concerned.map { certificate in
            var certificate = certificate
            switch word.verb {
            case .hold: try certificate.handle(.hold(word.ground))
            case .release: try certificate.handle(.release(word.ground))
            case .remove: try certificate.handle(.takeOut)
            }
            return certificate
        }
        let changed = told.filter { !$0.events.isEmpty }
        try certificates.save(changed, in: tx)
        try journal.append(changed, of: "certificate", because: word.cause, in: tx)
        let takenOut = changed.filter { $0.state.stage == .takenOut }.map(\.id)
        try ReserveNumbers(number: number).giveUp(takenOut, of: registration.id, because: .takenOut, word.cause, in: tx)
        try review(concerned.filter { $0.state.number != nil }, word, in: tx)
        if registration.state.hasNumbers {
            let released = changed.map { Stored(id: $0.id, version: $0.newVersion, state: $0.state) }
            try number.asFarAsPossible(batch, registration.id, released, because: word.cause, in: tx)
        }
    }

    /// Those that have their number keep it until an officer has decided.
    private func review(
        _ numbered: [Stored<Certificate>],
        _ word: Word,
        in tx: borrowing Transaction
    ) throws {
        guard !numbered.isEmpty else { return }
        let known = try revocations.load(of: numbered.map(\.id), in: tx)
        let items = try numbered.compactMap { certificate -> Stored<Revocation>? in
            guard let subject = Revocation.Subject(certificate.state, id: certificate.id) else { return nil }
            var item = known[certificate.id] ?? Stored(new: NewID.v7())
            switch word.verb {
            case .hold: try item.handle(.open(subject, word.ground))
            case .release: try item.handle(.release(word.ground))
            case .remove(let reason): try item.handle(.uphold(subject, reason: reason))
            }
            return item.events.isEmpty ? nil : item
        }
        try revocations.save(items, in: tx)
        try journal.append(items, of: "revocation", because: word.cause, in: tx)
    }
}
