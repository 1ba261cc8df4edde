import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Certificates were issued: their holders can be appointed once the determination is known too.
struct RecordCertificates {
    let store: HolderStore
    let follow: FollowCertificates
    let journal: Journal

    func callAsFunction(_ issued: [Received<CertificateIssued>], in tx: borrowing Transaction) throws {
        var known = try store.load(issued.map(\.message.key), in: tx)
        var changed: [(Stored<Holder>, Cause)] = []
        for received in issued {
            let key = received.message.key
            var holder = known[key] ?? Stored(new: NewID.v7())
            guard try !holder.handle(.certify(Holder.Certificate(received.message))).isEmpty else { continue }
            known[key] = holder
            changed.append((holder, received.cause))
        }
        try store.save(changed.map(\.0), in: tx)
        for (holder, cause) in changed { try journal.append(holder, of: "holder", because: cause, in: tx) }
        guard let cause = issued.last?.cause else { return }
        let since = Dictionary(issued.map { ($0.message.certificate, $0.message.issuedOn) }) { first, _ in first }
        try follow.bringInForce(since, because: cause, in: tx)
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
