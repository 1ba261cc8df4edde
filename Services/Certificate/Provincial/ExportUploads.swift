import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Hands the waiting records of a registration over as a workbook that a person carries to the provincial system.
struct ExportUploads {
    let registrations = RegistrationStore()
    let deliveries = DeliveryStore()
    let store: UploadStore
    let queue: QueueUploads
    let choose: ChooseUploads
    let journal: Journal

    /// The workbook, whose records count as sent.
    ///
    /// What is due is looked for now, also where nothing looks for it by itself. What was sent and is not decided is in it again, as often as it is asked for.
    ///
    /// - Throws: ``NothingToUpload``.
    func callAsFunction(_ registration: UUID, because cause: Cause, in tx: borrowing Transaction) throws -> [UInt8] {
        try queue.look(registrations.load(registration, in: tx), because: cause, in: tx)
        let ids = try store.load(of: registration, in: tx).map(\.id)
        var uploads = try choose(ids, because: cause, in: tx).filter {
            guard let stage = $0.state.progress?.stage else { return false }
            return stage.isWaiting || stage == .sent || stage == .withdrawalSent
        }
        guard !uploads.isEmpty else { throw NothingToUpload() }
        for index in uploads.indices { try uploads[index].handle(.send(at: cause.now)) }
        let going = uploads.map(\.id)
        let rows: [ProvinceWire.Row] = try store.rows(going, in: tx).map { try WireFormat.decode(from: $0) }
        try store.save(uploads, in: tx)
        let sent = uploads.filter { !$0.events.isEmpty }
        try journal.append(sent, of: "upload", because: cause, in: tx)
        _ = try deliveries.export(going, in: tx)
        return try ReceiptWorkbook.bytes(of: rows, at: cause.now)
    }
}

/// No record of the registration waits to be uploaded or to be decided.
struct NothingToUpload: Rejection {
    var code: String { "certificate.nothing-to-upload" }
}

/// Records go by the connector, so that nobody carries them besides.
struct UploadedByConnector: Rejection {
    var code: String { "certificate.uploaded-by-connector" }
}

/// Nothing is uploaded from here.
struct NoProvince: Rejection {
    var code: String { "certificate.no-province" }
}
