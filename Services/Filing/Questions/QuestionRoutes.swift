import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Questions and suggestions (问题及建议).
    var questionRoutes: [Route] {
        [
            Route("POST /questions", mostBytes: 64 << 10) { call, tx in
                let request = try call.body(QuestionBody.self).read()
                let taken = try questions.ask(
                    request,
                    by: call.caller,
                    from: call.source,
                    because: call.cause,
                    in: tx
                )
                let block = try authorities.contactBlock(on: call.cause.today, in: tx)
                return try .created(QuestionReceiptView(taken, block)).unkept
            },
            // By the code alone: who asked without an account has no other key.
            Route("POST /question-inquiries", mostBytes: 4 << 10) { call, tx in
                let code = try call.body(QuestionInquiryBody.self).code ?? ""
                guard let question = try questions.find(code: code, in: tx) else { throw NotFound("question") }
                return try .ok(AskedView(question, questions.words(of: question))).unkept
            },
            Route("GET /questions") { call, tx in
                let page = call.page
                let today = call.cause.today
                let found = try questions.store.page(
                    call.questions(on: today),
                    after: page.after,
                    limit: page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(page.limit)
                return try .page(
                    shown.compactMap { try QuestionView($0, questions.words(of: $0), on: today) },
                    next: found.count > page.limit ? shown.last?.id : nil
                )
            },
            Route("GET /questions/{id}") { call, tx in
                let question = try questions.store.find(call.id(), in: tx)
                try call.requireDesk(of: question)
                return try .ok(
                    QuestionView(question, questions.words(of: question), on: call.cause.today),
                    version: question.version
                )
            },
            Route("POST /questions/{id}/answer") { call, tx in
                let text = try call.body(AnswerBody.self).read()
                return try handle(call, in: tx) { question, inquiry, _ in
                    .answer(
                        Question.Answer(
                            text: text,
                            desk: inquiry.desk,
                            by: call.caller.subject,
                            on: call.cause.today
                        )
                    )
                }
            },
            Route("POST /questions/{id}/handover") { call, tx in
                let (kind, office, reason) = try call.body(HandoverBody.self).read()
                let offices = try authorities.version(kind, on: call.cause.today, in: tx)?.offices ?? []
                guard let desk = offices.first(where: { office == nil || $0.name == office }) else {
                    let words = offices.map(\.name).joined(separator: "、")
                    throw InvalidInput(field: "office", code: "filing.unknown-word", arguments: ["words": words])
                }
                return try handle(call, in: tx) { _, _, officer in
                    .handOver(
                        to: Question.Desk(authority: kind, office: desk.name),
                        reason: reason,
                        by: officer,
                        on: call.cause.today
                    )
                }
            },
            Route("POST /questions/{id}/closure") { call, tx in
                let reason = try call.body(ReasonBody.self).read()
                return try handle(call, in: tx) { _, _, officer in
                    .close(Question.Closing(reason: reason, by: officer, on: call.cause.today))
                }
            },
        ]
    }

    private func handle(
        _ call: Call,
        in tx: borrowing Transaction,
        _ command: (Stored<Question>, Question.Inquiry, String) throws -> Question.Command
    ) throws -> Answer {
        var question = try questions.store.open(call.id(), in: tx)
        guard let inquiry = question.state.inquiry else { throw NotFound("question") }
        try call.requireDesk(of: question)
        try question.expect(version: call.expectedVersion())
        let command = try command(question, inquiry, call.caller.subject)
        try questions.handle(&question, command, because: call.cause, in: tx)
        return try .ok(
            QuestionView(question, questions.words(of: question), on: call.cause.today),
            version: question.newVersion
        ).unkept
    }
}

extension Call {
    /// Which questions the caller may look through: the bureau all, a centre those that are with it.
    fileprivate func questions(on today: LocalDate) throws -> QuestionStore.Filter {
        var filter = QuestionStore.Filter()
        filter.authority = caller.role == .bureauOfficer ? nil : caller.role.authority
        filter.phase = try phase()
        if query("overdue") == "true" { filter.dueBefore = today }
        return filter
    }

    /// Refuses an officer of an authority the question is not with; the bureau watches over all.
    fileprivate func requireDesk(of question: Stored<Question>) throws {
        guard let kind = question.state.inquiry?.desk.authority, caller.role != .bureauOfficer else { return }
        guard caller.role.authority == kind else { throw OtherAuthority(kind: kind) }
    }
}
