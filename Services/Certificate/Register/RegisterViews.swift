import CertificateDomain
import Foundation
import Kernel
import Messaging
import ServiceKit
import Spreadsheets

/// How many certificates there are of one kind.
struct RegisterCountView: Encodable {
    let key: String
    let name: String
    let certificates: Int
    let inForce: Int

    init(_ count: RegisterEntries.Count, by grouping: RegisterEntries.Grouping) {
        key = count.key
        name = grouping == .status ? RegisterEntry.name(ofStatus: count.key) : count.name
        certificates = count.certificates
        inForce = count.inForce
    }
}

/// What became of a list of certificates issued before.
struct HistoricImportView: Encodable {
    /// One thing that is wrong.
    struct Problem: Encodable {
        let row: Int
        /// The cell as Excel names it; nil where it is about the row.
        let cell: String?
        let field: String
        let code: String
        let sentence: String
    }

    let dryRun: Bool
    let rows: Int
    let entered: Int
    let unchanged: Int
    let refused: Int
    let problems: [Problem]

    init(_ outcome: ImportHistoric.Outcome, isRehearsal: Bool) {
        dryRun = isRehearsal
        rows = outcome.rows
        entered = outcome.entered
        unchanged = outcome.unchanged
        refused = outcome.problems.count
        problems = outcome.problems.flatMap { row, problems in
            problems.map { problem in
                Problem(
                    row: row,
                    cell: outcome.sheet.place(of: problem.field, row: row).map(\.description),
                    field: problem.field,
                    code: problem.code,
                    sentence: Main.messages.chinese(problem.code, problem.arguments)
                )
            }
        }
    }
}

/// A certificate issued before this register was kept.
struct HistoricView: Encodable {
    let id: ID<HistoricCertificate>
    let number: String
    let name: String
    let unit: String
    let occupation: Occupation
    let issuer: String
    let creditCode: String
    let issuedOn: LocalDate
    let file: String
    let row: Int
    /// Why it was taken out again; nil while it stands.
    let struckBecause: String?
    /// How it stands: in force, revoked or cancelled; nil once it is struck.
    let status: CertificateStatus?
    let statusName: String
    /// The first day it has not been in force, and why; nil while it is.
    let since: LocalDate?
    let statusReason: StatusReason?
    let statusReasonName: String?
    let note: String?

    init?(_ certificate: Stored<HistoricCertificate>) {
        guard let record = certificate.state.record else { return nil }
        id = ID(certificate.id)
        number = record.number.text
        name = record.name
        unit = record.unit
        occupation = record.occupation
        issuer = record.issuerName
        creditCode = record.creditCode
        issuedOn = record.issuedOn
        file = record.source.file
        row = record.source.row
        let change = certificate.state.change
        if case .struck(_, let reason) = certificate.state {
            (struckBecause, status) = (reason, nil)
        } else {
            (struckBecause, status) = (nil, change?.reason.status ?? .valid)
        }
        statusName = status?.chinese ?? RegisterEntry.name(ofStatus: HistoricCertificate.Stage.struck.rawValue)
        since = change?.since
        statusReason = change?.reason
        statusReasonName = change?.reason.chinese
        note = change?.note
    }
}
