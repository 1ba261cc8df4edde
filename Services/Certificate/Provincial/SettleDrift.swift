import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What a person asks of the connector: a record sent again, a difference settled.
struct SettleDrift {
    let registrations = RegistrationStore()
    let drifts: DriftStore
    let store: UploadStore
    let queue: QueueUploads
    let deliveries = DeliveryStore()

    /// Settles a difference with a reason; what the province lost is sent again where that is asked for.
    ///
    /// - Throws: `Drift.Rejection`, ``NotResendable``, `NotFound`.
    func callAsFunction(
        _ drift: Stored<Drift>,
        reason: String,
        resending: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Drift> {
        var drift = drift
        try drift.handle(.settle(.init(reason: reason, by: cause.actor, at: cause.now)))
        if resending {
            guard let finding = drift.state.finding, finding.kind == .missingThere, queue.settings.way == .http else {
                throw NotResendable()
            }
            // The same bytes once more: what the province has after all it knows by the id and the revision.
            try deliveries.add([finding.upload], in: tx)
        }
        try drifts.save([drift], because: cause, in: tx)
        return drift
    }

    /// Makes the record of an upload that was rejected anew and lets it wait.
    ///
    /// - Throws: `Upload.Rejection`, `NotFound`.
    func resubmit(_ id: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let registration = try store.registrations(of: [id], in: tx).first else { throw NotFound("upload") }
        guard let batch = try registrations.load(registration, in: tx).state.batch,
            let upload = try store.load([id], in: tx).first, let progress = upload.state.progress
        else { throw NotFound("upload") }
        guard progress.stage == .rejected else {
            throw progress.stage.isTaken ? Upload.Rejection.taken : .underWay
        }
        let certificates = try queue.certificates(of: registration, in: tx)
            .filter { $0.certificate.id == progress.subject.certificate }
        _ = try queue.queue(certificates, of: batch, [progress.subject.certificate: upload], because: cause, in: tx)
    }
}

/// Only what the province lost can be sent again, and only over the connector.
struct NotResendable: Rejection {
    var code: String { "certificate.drift-not-resendable" }
}
