import FilingDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

extension Main {
    /// Lists of existing general filings.
    var importRoutes: [Route] {
        [
            Route("GET /general-filing-imports/template") { [imports] call, tx in
                let counties = try imports.lookups.countyNames(in: tx)
                return .file(
                    try ImportTemplate.bytes(counties: counties, at: call.cause.now),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "自主评价备案导入模板.xlsx"
                )
            },
            Route("POST /general-filing-imports", mostBytes: ReceiveImport.mostBytes + (64 << 10)) {
                [imports] call, tx in
                let upload = try ImportUpload(call)
                let list = try imports.receive(
                    upload.bytes,
                    name: upload.name,
                    isRehearsal: upload.isRehearsal,
                    with: call.caller.role.authority ?? .centre,
                    because: call.cause,
                    in: tx
                )
                return try .created(ImportView(list, hasErrors: false), version: list.newVersion)
            },
            Route("GET /general-filing-imports") { [imports] call, tx in
                let found = try imports.store.page(before: call.page.after, limit: call.page.limit + 1, in: tx)
                let shown = found.prefix(call.page.limit)
                let next = found.count > shown.count ? shown.last?.id : nil
                return try .page(shown.compactMap { ImportView($0, hasErrors: nil) }, next: next)
            },
            Route("GET /general-filing-imports/{id}") { [imports] call, tx in
                guard let found = try imports.store.read(call.id(), in: tx) else { throw NotFound("filing-import") }
                return try .ok(ImportView(found.0, hasErrors: found.hasRows), version: found.0.version)
            },
            Route("GET /general-filing-imports/{id}/errors") { [imports] call, tx in
                guard let found = try imports.store.read(call.id(), in: tx), let order = found.0.state.order else {
                    throw NotFound("filing-import")
                }
                guard found.hasRows else { throw NotFound("filing-import-errors") }
                let layout = try imports.store.layout(of: found.0.id, in: tx)
                return try imports.errors(of: found.0.id, order, layout).answer(
                    name: "退回-\(order.fileName.nameWithoutEnding ?? "名册").xlsx"
                )
            },
            Route("POST /general-filing-imports/{id}/cancellation") { [imports] call, tx in
                var list = try imports.store.open(call.id(), in: tx)
                try imports.cancel(&list, because: call.cause, in: tx)
                return try .ok(ImportView(list, hasErrors: nil), version: list.newVersion)
            },
        ]
    }
}
