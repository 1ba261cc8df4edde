import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Decides, just before records are handed over and under the locks of all it depends on, which of them may go.
///
/// Between queueing and sending a person may have been objected to, taken out, taken back or returned.
struct ChooseUploads {
    let registrations = RegistrationStore()
    let store: UploadStore
    let deliveries = DeliveryStore()
    let withdraw: WithdrawUploads
    let journal: Journal

    /// Those of these uploads that may go; the others are kept here, or taken back.
    func callAsFunction(_ ids: [UUID], because cause: Cause, in tx: borrowing Transaction) throws -> [Stored<Upload>] {
        // First registrations, then uploads: everybody locks in this order.
        let registrations = Dictionary(
            uniqueKeysWithValues: try registrations.load(store.registrations(of: ids, in: tx), in: tx)
                .map { ($0.id, $0.state) }
        )
        let uploads = try store.load(ids, in: tx)
        let stages = try stages(of: ids, in: tx)
        let attempted = try deliveries.attempted(ids, in: tx)
        var fit: [Stored<Upload>] = []
        var shelved: [Stored<Upload>] = []
        var barred: [(upload: Stored<Upload>, reason: String)] = []
        for upload in uploads {
            guard let progress = upload.state.progress, let (certificate, registration) = stages[upload.id],
                let state = registrations[registration], let batch = state.batch, let stage = state.stage
            else { continue }
            let moment = UploadMoment(of: batch.order)
            let standing = moment.standing(of: certificate, in: stage, isTakenBack: batch.isTakenBack)
            switch (standing, progress.stage) {
            // Taking it back is no longer wanted; it is made anew.
            case (.due, .withdrawing): continue
            case (_, .withdrawing), (.due, .queued), (.due, .resubmitted): fit.append(upload)
            // What the province lost is sent again on an officer's word, also while the certificate is suspended; what an officer carries
            // is until it is decided.
            case (.due, .sent), (.due, .accepted), (.due, .visibleInProvince), (.due, .visibleNationally),
                (.waits, .sent), (.waits, .accepted), (.waits, .visibleInProvince), (.waits, .visibleNationally),
                (_, .withdrawalSent):
                fit.append(upload)
            // What may have gone before its person was returned goes again as it was, so that it is known to be there.
            case (.waits, .queued) where attempted.contains(upload.id),
                (.waits, .resubmitted) where attempted.contains(upload.id):
                fit.append(upload)
            case (.waits, .queued), (.waits, .resubmitted):
                var upload = upload
                try upload.handle(.shelve(reason: "退回更正、尚未报送或证书已暂停", at: cause.now))
                shelved.append(upload)
            case (.barred(let reason), _): barred.append((upload, reason))
            case (.due, _), (.waits, _): continue
            }
        }
        try store.save(shelved, in: tx)
        try journal.append(shelved, of: "upload", because: cause, in: tx)
        try withdraw(barred, because: cause, in: tx)
        return fit
    }

    /// How the certificate of each upload stands, and the registration it goes by.
    private func stages(
        of ids: [UUID],
        in tx: borrowing Transaction
    ) throws -> [UUID: (Certificate.Stage, UUID)] {
        let rows = try tx.query(
            """
            SELECT upload.id, certificate.stage, certificate.registration FROM upload
            JOIN certificate ON certificate.id = upload.certificate WHERE upload.id = ANY(\(ids)::uuid[])
            """
        )
        var found: [UUID: (Certificate.Stage, UUID)] = [:]
        for row in rows {
            guard let stage = Certificate.Stage(rawValue: try row.decode("stage")) else { continue }
            found[try row.decode("id")] = (stage, try row.decode("registration"))
        }
        return found
    }
}
