import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes what the province says of single records: late, doubled and contradictory answers too.
struct HearReceipts {
    let registrations = RegistrationStore()
    let store: UploadStore
    let drifts: DriftStore
    let act: ActOnReceipts
    let journal: Journal

    /// What became of receipts.
    struct Outcome: Hashable, Encodable {
        /// Those that told something new.
        var taken = 0
        /// Those that were late, or told before.
        var known = 0
        /// Those that contradict what is settled, or are about nobody we know.
        var drifting = 0
    }

    /// Takes them in the order they were told, and does what follows from them.
    ///
    /// A reaction to what another system says: total, and nothing happens twice.
    @discardableResult
    func callAsFunction(
        _ told: [ProvinceWire.Told],
        from source: Receipt.Source,
        sent: [UUID: Int] = [:],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Outcome {
        let ids = Set(told.map(\.upload) + sent.keys).sorted { $0.lowercase < $1.lowercase }
        // First registrations, then uploads: everybody locks in this order.
        let touched = try registrations.load(store.registrations(of: ids, in: tx), in: tx)
        var uploads = Dictionary(
            uniqueKeysWithValues: try store.load(ids, in: tx).map { ($0.id, $0) }
        )
        for (id, revision) in sent { try uploads[id]?.handle(.send(revision: revision, at: cause.now)) }
        var outcome = Outcome()
        var findings: [Drift.Finding] = []
        for one in told {
            guard var upload = uploads[one.upload] else {
                outcome.drifting += 1
                findings.append(unknown(one, at: cause.now))
                continue
            }
            let events = try upload.handle(.hear(one.receipt(source)))
            uploads[one.upload] = upload
            if events.isEmpty { outcome.known += 1 }
            for event in events {
                guard case .contradicted(let receipt, let contradiction) = event else {
                    outcome.taken += 1
                    continue
                }
                outcome.drifting += 1
                if let finding = finding(upload, receipt, contradiction, at: cause.now) { findings.append(finding) }
            }
        }
        let changed = uploads.values.filter { !$0.events.isEmpty }.sorted { $0.id.lowercase < $1.id.lowercase }
        try store.save(changed, in: tx)
        try journal.append(changed, of: "upload", because: cause, in: tx)
        try drifts.note(findings, because: cause, in: tx)
        let gone = changed.filter { $0.state.progress?.stage == .withdrawn }.map(\.id)
        try drifts.resolve(.withdrawal, of: gone, because: cause, in: tx)
        if !changed.isEmpty { try act(on: touched, because: cause, in: tx) }
        return outcome
    }

    private func unknown(_ told: ProvinceWire.Told, at now: Date) -> Drift.Finding {
        .init(
            .unknownPerson,
            of: told.upload,
            creditCode: nil,
            ours: "",
            theirs: "\(told.outcome.rawValue)/\(told.revision)",
            at: now
        )
    }

    private func finding(
        _ upload: Stored<Upload>,
        _ receipt: Receipt,
        _ contradiction: Upload.Contradiction,
        at now: Date
    ) -> Drift.Finding? {
        guard let progress = upload.state.progress else { return nil }
        let (ours, theirs) =
            switch contradiction {
            case .outcome: (progress.stage.rawValue, receipt.outcome.rawValue)
            case .number: (progress.number ?? "", receipt.number ?? "")
            case .revision: (String(progress.revision), String(receipt.revision))
            }
        return .init(
            .contradiction,
            of: upload.id,
            creditCode: progress.subject.creditCode,
            field: contradiction.rawValue,
            ours: ours,
            theirs: theirs,
            at: now
        )
    }
}
