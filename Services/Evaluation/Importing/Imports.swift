import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import Spreadsheets
import Synchronization

/// Files of applications: received, entered some rows at a time, and given back with what was wrong.
struct Imports: Sendable {
    let store: ImportStore
    let receive: ReceiveApplications
    let enter: EnterApplications

    /// Puts it together.
    init(store: ImportStore, gate: FilingGate, submit: SubmitApplications) {
        self.store = store
        receive = ReceiveApplications(store: store, submit: submit)
        enter = EnterApplications(store: store, reading: ImportReading(), gate: gate, submit: submit)
    }

    /// Somebody stops a file; what was entered stays, and the rest can be handed in again.
    func cancel(_ list: inout Stored<ApplicationImport>, because cause: Cause, in tx: borrowing Transaction) throws {
        try list.handle(.cancel(at: cause.now))
        let forgetAt = cause.now.addingTimeInterval(EnterApplications.keptDays * 86_400)
        try store.save(list, forgetAt: forgetAt, because: cause, in: tx)
    }

    /// The file as it came, all its rows with what is wrong in front.
    func back(
        _ list: Stored<ApplicationImport>,
        _ order: ImportOrder,
        in tx: borrowing Transaction,
        sentence: @escaping @Sendable (FieldProblem) -> String
    ) throws -> WorkbookDownload<Int> {
        guard let bytes = try store.bytes(of: list.id, in: tx) else { throw NotFound("application-import-file") }
        let sheet = try ApplicationSheet(bytes).headed
        let workbook = ErrorWorkbook(of: sheet)
        let rows = Mutex<HeadedSheet?>(try ApplicationSheet(bytes).headed)
        return try WorkbookDownload(
            title: order.fileName,
            created: order.at,
            from: 0,
            begin: { try workbook.begin($0) },
            next: { [store] last, tx in
                let batch = try rows.withLock { sheet in
                    var batch: [Spreadsheets.Row] = []
                    while batch.count < 500, let row = try sheet?.next() { batch.append(row.row) }
                    return batch
                }
                let wrong = try store.rows(of: list.id, after: last, onlyRefused: true, limit: 500, in: tx)
                let complaints = Dictionary(
                    wrong.map { row in
                        (
                            row.number,
                            row.problems.map { RowComplaint(field: $0.field.isEmpty ? nil : $0.field, sentence($0)) }
                        )
                    },
                    uniquingKeysWith: { first, _ in first }
                )
                let cells = batch.map { workbook.cells(of: $0, complaints[$0.number] ?? []) }
                return (cells, then: batch.count == 500 ? batch.last?.number : nil)
            }
        )
    }
}

extension Main {
    /// What comes back by itself for files of applications.
    var importSubscriptions: [Subscription] {
        [
            .every(.seconds(1), "enter files of applications") { [imports] now, tx in
                try imports.enter(at: now, in: tx)
            },
            .every(.seconds(3600), "let files of applications go") { [imports] now, tx in
                try imports.store.forget(at: now, in: tx)
            },
        ]
    }
}
