import Contracts
import Testing

/// A type of fact and its fixture.
struct FactCase: Sendable, CustomTestStringConvertible {
    let type: any Fact.Type
    let fixture: Fixture

    var testDescription: String { type.name }

    init<Value: Fact>(_ type: Value.Type) {
        self.type = type
        fixture = Fixture(type.name, type)
    }
}

/// Everything that goes over the broker.
enum Catalogue {
    static let facts: [FactCase] = [
        FactCase(EnterpriseRegistered.self), FactCase(EnterpriseChanged.self), FactCase(AuthorityChanged.self),
        FactCase(FilingAccepted.self),
        FactCase(FilingChanged.self), FactCase(FilingSuspended.self), FactCase(FilingResumed.self),
        FactCase(FilingCancelled.self), FactCase(FilingSetAside.self), FactCase(RenewalDue.self),
        FactCase(PlanDisclosed.self), FactCase(RoundOpened.self), FactCase(RoundClosed.self),
        FactCase(ListProposed.self), FactCase(ListAmended.self), FactCase(ListWithdrawn.self),
        FactCase(ListApproved.self), FactCase(RelaxationGranted.self),
        FactCase(PublicityOpened.self), FactCase(EndMoved.self), FactCase(PublicityCompleted.self),
        FactCase(CandidateHeld.self), FactCase(CandidateCleared.self), FactCase(CandidateRemoved.self),
        FactCase(ListHeld.self), FactCase(ListReleased.self), FactCase(NoticeAnnulled.self),
        FactCase(OmissionReferred.self), FactCase(ObjectionLate.self), FactCase(CalendarPublished.self),
        FactCase(CertificatesRegistered.self), FactCase(CertificateIssued.self),
        FactCase(CertificateCorrected.self),
        FactCase(CertificateStatusChanged.self), FactCase(AppointmentEnded.self),
        FactCase(Appointed.self), FactCase(AppointmentAwaited.self), FactCase(AttestationMissing.self),
        FactCase(ParityAttested.self),
        FactCase(CompensationOverdue.self),
    ]

    /// What enterprises' systems send, by name.
    static let ingress: [any IngressMessage.Type] = [ApplicationSubmitted.self, AttestationSubmitted.self]

    /// What both sides read and write in full.
    static let fixtures: [Fixture] =
        facts.map(\.fixture) + [
            Fixture(ApplicationSubmitted.name, ApplicationSubmitted.self),
            Fixture(AttestationSubmitted.name, AttestationSubmitted.self),
            Fixture("receipt.accepted", IngressReceipt.self),
            Fixture("receipt.rejected", IngressReceipt.self),
        ]
}
