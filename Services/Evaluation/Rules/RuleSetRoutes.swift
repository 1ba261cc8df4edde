import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Rule sets: what policy documents ask for, as data.
    var ruleSetRoutes: [Route] {
        [
            Route("GET /rule-sets") { call, tx in
                let current = try stores.ruleSets.current(on: call.cause.today, in: tx).ruleSet.reference
                var views = try stores.ruleSets.all(in: tx).compactMap { loaded -> RuleSetView? in
                    guard case .loaded(let reference, let document, let by, let on) = loaded.record else { return nil }
                    return RuleSetView(reference, document, by: by, on: on, current: reference == current)
                }
                if let notice = RuleSetFile.notice?.ruleSet,
                    !views.contains(where: { $0.digest == notice.reference.digest })
                {
                    views.append(
                        RuleSetView(
                            notice.reference,
                            notice.document,
                            by: nil,
                            on: nil,
                            current: notice.reference == current
                        )
                    )
                }
                return try .page(views, next: nil)
            },
            Route("GET /rule-sets/{digest}") { call, tx in
                let file = try stores.ruleSets.file(call.parameter("digest"), in: tx)
                let reference = file.ruleSet.reference
                return try .ok(RuleSetDetail(id: reference.id, digest: reference.digest, rules: file.datum))
            },
            Route("POST /rule-sets/check") { call, tx in
                let file = try RuleSetFile(call.bytes)
                return try .ok(RuleSetCheckView(file, comparedWith: other(than: file, on: call.cause.today, in: tx)))
            },
            Route("POST /rule-sets") { call, tx in
                let file = try RuleSetFile(call.bytes)
                guard file.ruleSet.problems.isEmpty else { throw InvalidInput(file.ruleSet.problems) }
                let isNew = try stores.ruleSets.keep(file, by: call.caller.subject, because: call.cause, in: tx)
                let reference = file.ruleSet.reference
                let current = try stores.ruleSets.current(on: call.cause.today, in: tx).ruleSet.reference
                let view = RuleSetView(
                    reference,
                    file.ruleSet.document,
                    by: call.caller.subject,
                    on: call.cause.today,
                    current: reference == current
                )
                return try isNew ? .created(view) : .ok(view)
            },
        ]
    }

    /// What a file is compared with: the newest of the same name, else the one in force.
    private func other(
        than file: RuleSetFile,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws -> RuleSetFile {
        let name = file.ruleSet.reference.id
        for loaded in try stores.ruleSets.all(in: tx) {
            if case .loaded(let reference, _, _, _) = loaded.record, reference.id == name {
                return try stores.ruleSets.file(reference.digest, in: tx)
            }
        }
        if let notice = RuleSetFile.notice, notice.ruleSet.reference.id == name { return notice }
        return try stores.ruleSets.current(on: day, in: tx)
    }
}
