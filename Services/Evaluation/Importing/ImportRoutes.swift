import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Files of applications.
    var importRoutes: [Route] {
        [
            Route("GET /rounds/{id}/applications/import/template") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                guard let terms = round.state.terms else { throw NotFound("round") }
                let units = try stores.units.names(of: terms.filing, in: tx)?.shown ?? [terms.filing.enterpriseName]
                return .file(
                    try ApplicationTemplate.bytes(
                        for: terms,
                        units: units,
                        relaxing: prepareJudging.rules(under: terms, in: tx).relaxation,
                        at: call.cause.now
                    ),
                    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    name: "特级技师申报表.xlsx"
                )
            },
            Route("POST /rounds/{id}/applications/import", mostBytes: ApplicationSheet.mostBytes + (64 << 10)) {
                call,
                tx in
                let upload = try ImportUpload(call)
                let round = try round(call, call.id(), in: tx)
                let list = try imports.receive(
                    upload.bytes,
                    name: upload.name,
                    isRehearsal: upload.isRehearsal,
                    papers: try signedPapers(call, of: round.id, in: tx),
                    in: round,
                    because: call.cause,
                    in: tx
                )
                return try .created(ImportView(list, Self.sentence), version: list.newVersion)
            },
            Route("GET /rounds/{id}/applications/imports") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let found = try imports.store.page(
                    of: round.id,
                    before: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: found, id: \.id) { ImportView($0, Self.sentence) }
            },
            Route("GET /application-imports/{id}") { call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                try requireOwner(of: list, call, in: tx)
                return try .ok(ImportView(list, Self.sentence), version: list.version)
            },
            Route("GET /application-imports/{id}/rows") { call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                try requireOwner(of: list, call, in: tx)
                let limit = min(1000, max(1, call.query("limit").flatMap(Int.init) ?? 200))
                let rows = try imports.store.rows(
                    of: list.id,
                    after: call.query("afterRow").flatMap(Int.init) ?? 0,
                    onlyRefused: call.query("outcome") == "refused",
                    limit: limit + 1,
                    in: tx
                )
                return try .ok(ImportRowsView(rows, limit: limit, sheet: list.state.order?.sheet, Self.sentence))
            },
            Route("GET /application-imports/{id}/workbook") { call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                try requireOwner(of: list, call, in: tx)
                guard let order = list.state.order else { throw NotFound("application-import") }
                let name = order.fileName.nameWithoutEnding ?? ApplicationTemplate.sheet
                return try imports.back(list, order, in: tx, sentence: Self.sentence).answer(name: "退回-\(name).xlsx")
            },
            Route("POST /application-imports/{id}/cancellation") { call, tx in
                var list = try imports.store.open(call.id(), in: tx)
                try requireOwner(of: list, call, in: tx)
                try imports.cancel(&list, because: call.cause, in: tx)
                return try .ok(ImportView(list, Self.sentence), version: list.newVersion)
            },
        ]
    }

    @Sendable private static func sentence(_ problem: FieldProblem) -> String {
        messages.chinese(problem.code, problem.arguments)
    }

    private func requireOwner(
        of list: Stored<ApplicationImport>,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws {
        guard let round = list.state.order?.round else { throw NotFound("application-import") }
        let terms = try stores.rounds.read(round, in: tx).state.terms
        try call.require(enterprise: terms?.filing.enterprise.creditCode ?? "")
    }
}
