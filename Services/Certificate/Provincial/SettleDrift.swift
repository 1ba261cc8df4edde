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
    let act: ActOnReceipts
    let deliveries = DeliveryStore()

    /// Settles a difference with a reason; what the province lost is sent again where that is asked for.
    ///
    /// Where it is about a number, `number` is the one that was decided to be right; the other stays on record.
    ///
    /// - Throws: `Drift.Rejection`, ``NotResendable``, ``NotAboutNumber``, `ProvincialNumber.Refusal` where it cannot be taken, `NotFound`.
    func callAsFunction(
        _ drift: Stored<Drift>,
        reason: String,
        resending: Bool,
        number: String? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Drift> {
        var drift = drift
        try drift.handle(.settle(.init(reason: reason, by: cause.actor, at: cause.now, number: number)))
        if let number, let finding = drift.state.finding {
            guard finding.isAboutNumber else { throw NotAboutNumber() }
            try act.decide(number, of: finding.upload, reason: reason, because: cause, in: tx)
        }
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

    /// Makes the record of an upload that was rejected, not taken in or not taken out, anew and lets it wait.
    ///
    /// - Throws: `Upload.Rejection`, `NotFound`.
    func resubmit(_ id: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let registration = try store.registrations(of: [id], in: tx).first else { throw NotFound("upload") }
        let state = try registrations.load(registration, in: tx).state
        guard let batch = state.batch,
            let upload = try store.load([id], in: tx).first, let progress = upload.state.progress
        else { throw NotFound("upload") }
        guard progress.stage.isTurnedDown || progress.stage == .withdrawalRefused else {
            throw progress.stage.isTaken ? Upload.Rejection.taken : .underWay
        }
        let certificates = try queue.certificates(of: registration, in: tx)
            .filter { $0.certificate.id == progress.subject.certificate }
        guard let stage = certificates.first?.certificate.state.stage, let at = state.stage else { return }
        let moment = UploadMoment(of: batch.order)
        if case .barred(let reason) = moment.standing(of: stage, in: at, isTakenBack: batch.isTakenBack) {
            // It is to be taken out, and that is what is asked for again.
            try queue.withdraw([(upload, reason)], isAgain: true, because: cause, in: tx)
            return
        }
        let wanted = certificates.map {
            (certificate: $0.certificate, place: $0.place, besides: ProvinceWire.Row?.none)
        }
        _ = try queue.queue(wanted, of: batch, [progress.subject.certificate: upload], because: cause, in: tx)
    }
}

/// A number is decided only where the difference is about one.
struct NotAboutNumber: Rejection {
    var code: String { "certificate.drift-not-about-number" }
}

/// Only what the province lost can be sent again, and only over the connector.
struct NotResendable: Rejection {
    var code: String { "certificate.drift-not-resendable" }
}
