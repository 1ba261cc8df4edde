import Contracts
import Messaging

extension Main {
    /// What is heard of what goes on under filings.
    var activity: [Subscription] {
        [
            .on(RoundOpened.self) { facts, tx in try HearRounds.opened(facts, in: tx) },
            .on(RoundClosed.self) { facts, tx in try HearRounds.closed(facts, in: tx) },
            .on(ListProposed.self) { facts, tx in try HearRounds.proposed(facts, in: tx) },
            .on(ListWithdrawn.self) { facts, tx in try HearRounds.withdrawn(facts, in: tx) },
            .on(ListApproved.self) { facts, tx in try HearRounds.approved(facts, in: tx) },
            .on(PublicityOpened.self) { facts, tx in try HearNotices.take(facts.map(HearNotices.word), in: tx) },
            .on(EndMoved.self) { facts, tx in try HearNotices.take(facts.compactMap(HearNotices.word), in: tx) },
            .on(PublicityCompleted.self) { facts, tx in try HearNotices.take(facts.map(HearNotices.word), in: tx) },
            .on(CandidateRemoved.self) { facts, tx in
                try HearNotices.strike(facts.map { ($0.message.about.list, $0.message.candidate) }, in: tx)
            },
            .on(NoticeAnnulled.self) { facts, tx in try HearNotices.annulled(facts, in: tx) },
            .on(CertificateIssued.self) { facts, tx in try HearCertificates.issued(facts, in: tx) },
            .on(CertificateStatusChanged.self) { facts, tx in try HearCertificates.changed(facts, in: tx) },
            .on(Appointed.self) { facts, tx in try HearCertificates.appointed(facts, in: tx) },
            .on(AppointmentEnded.self) { facts, tx in try HearCertificates.ended(facts, in: tx) },
        ]
    }
}
