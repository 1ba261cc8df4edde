import FilingDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

/// Lists of existing filings: received, entered some at a time, and what was wrong with them given back.
struct Imports: Sendable {
    let store: FilingImportStore
    let lookups: ImportLookups
    let receive: ReceiveImport
    let enter: EnterImports
    let journal: Journal

    /// Puts it together.
    init(
        store: FilingImportStore,
        lookups: ImportLookups,
        register: RegisterEnterprises,
        enter: EnterGeneralFilings,
        journal: Journal
    ) {
        self.lookups = lookups
        self.store = store
        self.journal = journal
        receive = ReceiveImport(store: store, journal: journal)
        self.enter = EnterImports(
            store: store,
            lookups: lookups,
            register: register,
            enter: enter,
            journal: journal
        )
    }

    /// An officer stops a list; what was entered stays, and the rest can be handed in again.
    func cancel(_ list: inout Stored<FilingImport>, because cause: Cause, in tx: borrowing Transaction) throws {
        try list.handle(.cancel(at: cause.now))
        try store.save(list, forgetAt: cause.now.addingTimeInterval(EnterImports.keptDays * 86_400), in: tx)
        try journal.append(list, of: "filing_import", because: cause, in: tx)
    }

    /// The rows that need mending, with what is wrong.
    func errors(of list: UUID, _ order: ImportOrder, _ layout: ImportLayout) throws -> WorkbookDownload<Int> {
        let workbook = ErrorWorkbook(sheet: layout.sheet, headings: layout.headings, places: layout.places)
        return try WorkbookDownload(
            title: "退回的备案",
            created: order.at,
            from: 0,
            begin: { try workbook.begin($0) },
            next: { [store] last, tx in
                let rows = try store.wrong(of: list, after: last, limit: 500, in: tx)
                let cells = rows.map { row, problems in
                    let complaints = problems.map { problem in
                        RowComplaint(
                            field: problem.field.isEmpty ? nil : problem.field,
                            Main.messages.chinese(problem.code, problem.arguments)
                        )
                    }
                    return workbook.cells(of: Spreadsheets.Row(number: row.number, cells: row.cells), complaints)
                }
                return (cells, then: rows.count == 500 ? rows.last?.row.number : nil)
            }
        )
    }
}

extension Main {
    /// What comes back by itself for lists of filings.
    var importSubscriptions: [Subscription] {
        [
            .every(.seconds(1), "enter lists of filings") { [imports] now, tx in try imports.enter(at: now, in: tx) },
            .every(.seconds(3600), "let refused rows of lists go") { [imports] now, tx in
                try imports.store.forget(at: now, in: tx)
            },
        ]
    }
}
