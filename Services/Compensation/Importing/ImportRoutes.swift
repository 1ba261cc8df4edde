import CompensationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Files of attestations.
    var importRoutes: [Route] {
        [
            Route("GET /attestations/import/template") { [attestMonth] call, _ in
                let creditCode = try call.enterprise() ?? ""
                return try AttestationTemplate.answer(
                    call.month(),
                    creditCode: creditCode,
                    onlyMissing: call.query("missing") == "true",
                    duties: attestMonth.duties,
                    store: attestMonth.store,
                    because: call.cause
                )
            },
            Route(
                "POST /attestations/import",
                mostBytes: AttestationSheet.mostBytes + (64 << 10),
                beforehand: { call, session in try ReadAttestations(call, session) },
                { [imports] file, call, tx in
                    // Whose file it is was read from the same call; this says that it was looked at.
                    try call.require(enterprise: file.heading.creditCode)
                    let list = try imports.receive(file, because: call.cause, in: tx)
                    return try .created(ImportView(list, Self.sentence), version: list.newVersion)
                }
            ),
            Route("GET /attestations/imports") { [imports] call, tx in
                let page = call.page
                let found = try imports.store.page(
                    of: call.enterprise() ?? "",
                    before: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(found.compactMap { ImportView($0, Self.sentence) }, next: page.next(found))
            },
            Route("GET /attestation-imports/{id}") { [imports] call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                try call.require(enterprise: list.state.standing?.order.creditCode ?? "")
                return try .ok(ImportView(list, Self.sentence), version: list.version)
            },
            Route("GET /attestation-imports/{id}/rows") { [imports] call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                try call.require(enterprise: list.state.standing?.order.creditCode ?? "")
                let limit = min(1000, max(1, call.query("limit").flatMap(Int.init) ?? 200))
                let after = call.query("afterRow").flatMap(Int.init) ?? 0
                let rows = try imports.store.refused(of: list.id, after: after, limit: limit, in: tx)
                return try .ok(ImportRowsView(rows, limit: limit, Self.sentence))
            },
            Route("GET /attestation-imports/{id}/workbook") { [imports] call, tx in
                let list = try imports.store.read(call.id(), in: tx)
                guard let order = list.state.standing?.order else { throw NotFound("attestation-import") }
                try call.require(enterprise: order.creditCode)
                let name = order.fileName.nameWithoutEnding ?? AttestationTemplate.sheet
                return try ReturnedWorkbook.of(list, order, store: imports.store, in: tx, sentence: Self.sentence)
                    .answer(name: "退回-\(name).xlsx")
            },
            Route("POST /attestation-imports/{id}/cancellation") { [imports] call, tx in
                var list = try imports.store.open(call.id(), in: tx)
                try call.require(enterprise: list.state.standing?.order.creditCode ?? "")
                try imports.cancel(&list, because: call.cause, in: tx)
                return try .ok(ImportView(list, Self.sentence), version: list.newVersion)
            },
        ]
    }

    @Sendable static func sentence(_ problem: FieldProblem) -> String {
        messages.chinese(problem.code, problem.arguments)
    }
}

extension Call {
    /// The month that is asked for.
    ///
    /// - Throws: `InvalidInput` where none is.
    func month() throws -> Month {
        guard let month = query("month").flatMap({ Month($0) }) else {
            throw InvalidInput(field: "month", code: "compensation.month")
        }
        return month
    }
}
