import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Applications while they are written.
    var draftRoutes: [Route] {
        [
            Route("POST /rounds/{id}/applications/drafts") { call, tx in
                let form = try WrittenForm(sent: call.body(DraftBody.self).form)
                let round = try round(call, call.id(), in: tx)
                let begun = try drafts.begin(in: round, form, by: writer(call, in: tx), because: call.cause, in: tx)
                return try .created(
                    DraftView(begun.draft, begun.form, savedAt: begun.savedAt),
                    version: begun.draft.newVersion
                )
            },
            Route("GET /rounds/{id}/applications/drafts") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let own = call.caller.role == .employee ? try person(of: call, in: tx).0 : nil
                let found = try stores.drafts.page(
                    of: round.id,
                    person: own,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                return try call.page(of: found, id: \.draft.id) { DraftView($0.draft, $0.form, savedAt: $0.savedAt) }
            },
            Route("GET /applications/{id}/draft") { call, tx in
                let written = try draft(call, isLocked: false, in: tx)
                return try .ok(
                    DraftView(written.draft, written.form, savedAt: written.savedAt),
                    version: written.draft.version
                )
            },
            Route("PUT /applications/{id}/draft") { call, tx in
                let form = try WrittenForm(sent: call.body(DraftBody.self).form)
                let written = try draft(call, isLocked: true, in: tx)
                try written.draft.expect(version: call.expectedVersion())
                let saved = try drafts.save(written, form, because: call.cause, in: tx)
                return try .ok(
                    DraftView(saved.draft, saved.form, savedAt: saved.savedAt),
                    version: saved.draft.newVersion
                )
            },
            Route("DELETE /applications/{id}/draft") { call, tx in
                let written = try draft(call, isLocked: true, in: tx)
                try written.draft.expect(version: call.expectedVersion())
                try drafts.discard(written, because: call.cause, in: tx)
                for file in try files.store.list(of: .init(ApplicationFiles.owner, written.application), in: tx) {
                    try files.store.discard(file.id, because: call.cause, in: tx)
                }
                return .noContent(version: written.draft.version + 1)
            },
            Route("GET /applications/{id}/check") { call, tx in
                let written = try draft(call, isLocked: false, in: tx)
                return try .ok(
                    check(of: own(written, call, in: tx), because: call.cause, in: tx),
                    version: written.draft.version
                )
            },
            Route("POST /applications/{id}/submission") { call, tx in
                guard let id = try stores.drafts.read(call.id(), in: tx)?.draft.state.origin?.round else {
                    throw NotFound("draft")
                }
                let round = try round(call, id, in: tx)
                let written = try own(draft(call, isLocked: true, in: tx), call, in: tx)
                try written.draft.expect(version: call.expectedVersion())
                let voice: SubmitApplications.Voice =
                    if let person = written.draft.state.origin?.person {
                        .person(person, account: call.caller.subject)
                    } else {
                        .enterprise
                    }
                let application = try stores.applications.load(
                    drafts.handIn(written, in: round, by: voice, because: call.cause, in: tx),
                    in: tx
                )
                return try .created(view(of: application, in: tx), version: application.version)
            },
        ]
    }

    /// The open draft a call names, where the caller writes it.
    private func draft(_ call: Call, isLocked: Bool, in tx: borrowing Transaction) throws -> DraftStore.Written {
        let id = try call.id()
        guard let written = try isLocked ? stores.drafts.open(id, in: tx) : stores.drafts.read(id, in: tx) else {
            throw NotFound("draft")
        }
        try requireWriter(of: written, call, in: tx)
        return written
    }

    /// Refuses who does not write a draft: what an employee writes nobody else sees before it is handed in.
    func requireWriter(of written: DraftStore.Written, _ call: Call, in tx: borrowing Transaction) throws {
        guard let origin = written.draft.state.origin else { throw NotFound("draft") }
        let round = try stores.rounds.read(origin.round, in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        let isWriter =
            switch call.caller.role {
            case .employee: origin.person != nil && origin.person == call.caller.person
            case .enterpriseHR: origin.person == nil
            default: false
            }
        guard isWriter else { throw NotFound("draft") }
    }

    private func writer(_ call: Call, in tx: borrowing Transaction) throws -> Drafts.Writer {
        let own = call.caller.role == .employee ? try person(of: call, in: tx).0 : nil
        return Drafts.Writer(account: call.caller.subject, person: own)
    }

    /// A draft with who an employee is, as the register has it.
    private func own(
        _ written: DraftStore.Written,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> DraftStore.Written {
        guard written.draft.state.origin?.person != nil else { return written }
        var written = written
        written.form = written.form.of(try person(of: call, in: tx).1)
        return written
    }

    private func check(
        of written: DraftStore.Written,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> DraftCheckView {
        guard let origin = written.draft.state.origin,
            let terms = try stores.rounds.read(origin.round, in: tx).state.terms
        else { throw NotFound("round") }
        let units = try stores.units.names(of: terms.filing, in: tx)
        let read = ReadApplicationForm().partial(
            written.form.form,
            under: terms,
            by: try prepareJudging.rules(under: terms, in: tx).relaxation,
            among: units,
            on: cause.today
        )
        let records = try files.store.list(of: .init(ApplicationFiles.owner, written.application), in: tx)
        return DraftCheckView(
            written,
            problems: read.problems,
            hasPhoto: records.contains { $0.purpose == ApplicationFiles.photo },
            preview: try preview(of: written.form, under: terms, on: terms.referenceDate, because: cause, in: tx)
        ) { Main.messages.chinese($0.code, $0.arguments) }
    }
}

/// What is written so far.
struct DraftBody: Decodable {
    /// Members of an application form with their texts.
    let form: [String: String]
}
