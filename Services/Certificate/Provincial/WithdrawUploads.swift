import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes records back from the province, or keeps them here where they never went; a difference is open until it confirms.
struct WithdrawUploads {
    let store: UploadStore
    let drifts: DriftStore
    let deliveries = DeliveryStore()
    let journal: Journal

    /// Does so with uploads that are locked, each for its reason; those taken back already stay as they are, and those the province
    /// would not take out, unless they are asked for again.
    func callAsFunction(
        _ barred: [(upload: Stored<Upload>, reason: String)],
        isAgain: Bool = false,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard !barred.isEmpty else { return }
        let attempted = try deliveries.attempted(barred.map(\.upload.id), in: tx)
        let changed = try barred.map { upload, reason in
            var upload = upload
            let mayBeThere = attempted.contains(upload.id)
            try upload.handle(.withdraw(reason: reason, mayBeThere: mayBeThere, isAgain: isAgain, at: cause.now))
            return upload
        }.filter { !$0.events.isEmpty }
        let taken = changed.filter { $0.state.progress?.stage == .withdrawing }
        let before = try store.records(taken.map(\.id), in: tx)
        var records: [UUID: ProvinceWire.Row] = [:]
        for upload in taken {
            guard let reason = upload.state.progress?.withdrawal else { continue }
            records[upload.id] = before[upload.id]?.withdrawal(reason)
        }
        try store.save(changed, records: records, in: tx)
        try journal.append(changed, of: "upload", because: cause, in: tx)
        let findings = taken.compactMap { upload in
            upload.state.progress.map { progress in
                Drift.Finding(
                    .withdrawal,
                    of: upload.id,
                    creditCode: progress.subject.creditCode,
                    ours: "withdrawing/\(progress.revision)",
                    theirs: "",
                    at: cause.now
                )
            }
        }
        try drifts.note(findings, because: cause, in: tx)
    }
}
