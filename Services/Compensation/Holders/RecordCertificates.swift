import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Certificates were issued, or corrected since: their holders can be appointed once the determination is known too.
struct RecordCertificates {
    let store: HolderStore
    let follow: FollowCertificates
    let journal: Journal

    func callAsFunction(_ issued: [Received<CertificateIssued>], in tx: borrowing Transaction) throws {
        try note(
            issued.map { ($0.message.key, .certify(Holder.Certificate($0.message)), $0.cause) },
            in: tx
        )
        guard let cause = issued.last?.cause else { return }
        let since = Dictionary(issued.map { ($0.message.certificate, $0.message.issuedOn) }) { first, _ in first }
        try follow.bringInForce(since, because: cause, in: tx)
    }

    /// From now on holders are called what their certificates say; letters that were handed over stay as they are.
    func correct(_ corrected: [Received<CertificateCorrected>], in tx: borrowing Transaction) throws {
        try note(
            corrected.map { received in
                let fact = received.message
                let key = HolderStore.Key(determination: fact.determination, person: fact.holder)
                let command = Holder.Command.correct(
                    certificate: fact.certificate,
                    name: fact.holderName,
                    occupation: fact.occupation
                )
                return (key, command, received.cause)
            },
            in: tx
        )
    }

    /// What was heard of one holder may be more than one thing; each is an entry of its own.
    private func note(_ heard: [(HolderStore.Key, Holder.Command, Cause)], in tx: borrowing Transaction) throws {
        var known = try store.load(heard.map(\.0), in: tx)
        var causes: [HolderStore.Key: Cause] = [:]
        for (key, command, cause) in heard {
            var holder = known[key] ?? Stored(new: NewID.v7())
            guard try !holder.handle(command).isEmpty else { continue }
            known[key] = holder
            causes[key] = cause
        }
        let changed = causes.compactMap { key, cause in known[key].map { ($0, cause) } }
        try store.save(changed.map(\.0), in: tx)
        for (holder, cause) in changed { try journal.append(holder, of: "holder", because: cause, in: tx) }
    }
}

extension CertificateIssued {
    fileprivate var key: HolderStore.Key { .init(determination: determination, person: holder) }
}

extension Holder.Certificate {
    fileprivate init(_ fact: CertificateIssued) {
        self.init(
            id: fact.certificate,
            number: fact.number,
            person: fact.holder,
            name: fact.holderName,
            issuer: fact.issuer,
            occupation: fact.occupation,
            determination: fact.determination,
            issuedOn: fact.issuedOn
        )
    }
}
