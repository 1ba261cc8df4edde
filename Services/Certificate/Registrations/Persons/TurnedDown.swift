import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Whom the provincial system turned down: their records can be corrected, and they can go their own way, wherever the batch stands.
struct TurnedDown {
    /// What the province said of one.
    struct Word {
        let upload: UUID
        let reason: String

        /// The return of the person by what the province said.
        func returned(
            _ registration: Registration,
            _ person: UUID,
            because cause: Cause,
            in tx: borrowing Transaction
        ) throws -> SetPersonsApart.Returned {
            let days = registration.batch?.order.correctionDueDays ?? RegistrationProcedure.original.correctionDueDays
            let due = Due(from: cause.today, workingDays: days, by: try CalendarCopy.current(in: tx))
            return .init(
                correction: .init(
                    office: .provincial,
                    reason: "省系统退回",
                    findings: [.init(person: person, field: nil, reason: reason)],
                    due: due
                ),
                audit: Audit(
                    office: .provincial,
                    outcome: .returned,
                    by: cause.actor,
                    on: cause.today,
                    reference: "上传 " + String(upload.lowercase.prefix(13))
                ),
                isByProvince: true
            )
        }
    }

    /// What was said of the holder of a certificate; nil for whom it did not turn down.
    ///
    /// Nothing is locked.
    func callAsFunction(_ certificate: UUID, in tx: borrowing Transaction) throws -> Word? {
        let rows = try tx.query("SELECT id, version, state FROM upload WHERE certificate = \(certificate)")
        guard let row = rows.first else { return nil }
        let upload: Stored<Upload> = try RegistrationStore.stored(row)
        guard let progress = upload.state.progress, progress.stage.isTurnedDown else { return nil }
        return Word(upload: upload.id, reason: progress.reason ?? "省系统退回,未说明原因")
    }
}
