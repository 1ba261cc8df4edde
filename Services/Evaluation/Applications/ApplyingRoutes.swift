import Attachments
import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What people do with their applications until they are judged.
    var applyingRoutes: [Route] {
        [
            Route("PUT /applications/{id}") { call, tx in
                let form = try call.body(ApplicationForm.self)
                let seen = try stores.applications.read(call.id(), in: tx)
                try requireOwner(of: seen, call, in: tx)
                guard let entry = seen.state.entry else { throw NotFound("application") }
                let round = try gate.running(entry.round, in: tx)
                // Only under the lock of the round is the version still what it was.
                let before = try stores.applications.load(seen.id, in: tx)
                guard before.state.stage != .withdrawn else { throw Application.Rejection.withdrawn }
                try before.expect(version: call.expectedVersion())
                let after = try handIn(form, in: round, call, in: tx, mayChange: true)
                guard after.id == before.id else { throw OtherPerson() }
                return try .ok(view(of: after, in: tx), version: after.version)
            },
            Route("POST /applications/{id}/confirmation") { call, tx in
                let application = try stores.applications.load(call.id(), in: tx)
                try requireOwner(of: application, call, in: tx)
                try application.expect(version: call.expectedVersion())
                let word = try confirmation(call, of: application, in: tx)
                let confirmed = try confirmApplication(application, word, because: call.cause, in: tx)
                return try .ok(view(of: confirmed, in: tx), version: confirmed.newVersion)
            },
            Route("POST /applications/{id}/withdrawal") { call, tx in
                let reason = try call.body(WithdrawalBody.self).checked(for: call.caller.role)
                let application = try stores.applications.read(call.id(), in: tx)
                try requireOwner(of: application, call, in: tx)
                let withdrawn = try withdrawApplication(
                    application.id,
                    version: call.expectedVersion(),
                    reason: reason,
                    by: call.caller.subject,
                    because: call.cause,
                    in: tx
                )
                return try .ok(view(of: withdrawn, in: tx), version: withdrawn.newVersion)
            },
            Route("GET /rounds/{id}/applications/confirmations") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let waiting = try stores.applicationRegister.unconfirmed(
                    of: round.id,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let names = try stores.persons.names(of: waiting.compactMap { $0.state.entry?.person }, in: tx)
                return try call.page(of: waiting, id: \.id) { UnconfirmedView($0, names: names) }
            },
            Route("GET /my-applications") { call, tx in
                let (person, identity) = try person(of: call, in: tx)
                return try .ok(
                    OwnApplicationsView(
                        drafts: stores.drafts.of(person, in: tx).map {
                            DraftView($0.draft, $0.form, savedAt: $0.savedAt)
                        },
                        applications: stores.applicationRegister.newest(of: person, in: tx).compactMap {
                            ApplicationView($0, name: identity.name)
                        }
                    )
                )
            },
            Route("POST /eligibility-check") { call, tx in
                let body = try call.body(EligibilityQuestion.self)
                return try .ok(eligibility(call, body, in: tx))
            },
        ]
    }

    /// Hands a form in as the caller: human resources for an employee, or an employee for oneself.
    func handIn(
        _ form: ApplicationForm,
        in round: Stored<Round>,
        _ call: Call,
        in tx: borrowing Transaction,
        mayChange: Bool
    ) throws -> Stored<Application> {
        let (form, voice) = try own(form, call, in: tx)
        switch try submitApplications([form], in: round, by: voice, because: call.cause, in: tx)[0] {
        case .taken(_, .changed) where !mayChange: throw Application.Rejection.alreadyApplied
        case .taken(let id, _): return try stores.applications.load(id, in: tx)
        case .refused(_, .some): throw Application.Rejection.alreadyApplied
        case .refused(let problems, nil): throw InvalidInput(problems)
        }
    }

    /// The form as the caller may hand it in: an employee's is of the person the account is tied to.
    private func own(
        _ form: ApplicationForm,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> (ApplicationForm, SubmitApplications.Voice) {
        guard call.caller.role == .employee else { return (form, .enterprise) }
        let (person, identity) = try self.person(of: call, in: tx)
        var form = form
        let number = Normalised.identifier(form.documentNumber)
        // Another's number is not looked up: what is said of it would tell whose it is.
        guard number.isEmpty || number == identity.documentNumber else {
            throw InvalidInput([FieldProblem(field: "documentNumber", NotYourself())])
        }
        if form.name.isEmpty { form.name = identity.name }
        form.documentType = identity.documentType
        form.documentNumber = identity.documentNumber
        return (form, .person(person, account: call.caller.subject))
    }

    /// The person an employee's account is tied to.
    ///
    /// - Throws: ``DraftRefusal/accountWithoutPerson``.
    func person(of call: Call, in tx: borrowing Transaction) throws -> (UUID, PersonalIdentity) {
        guard let person = call.caller.person, let identity = try stores.persons.identity(of: person, in: tx) else {
            throw DraftRefusal.accountWithoutPerson
        }
        return (person, identity)
    }

    /// The person's own word, or the record of the signed paper.
    private func confirmation(
        _ call: Call,
        of application: Stored<Application>,
        in tx: borrowing Transaction
    ) throws -> DataConfirmation {
        guard call.caller.role != .employee else {
            return .byPerson(account: call.caller.subject, on: call.cause.today)
        }
        let body = try call.body(SignedPaperBody.self)
        guard body.signedOn <= call.cause.today else {
            throw InvalidInput(field: "signedOn", code: "evaluation.day-in-future")
        }
        guard
            try files.of(application.id, for: ApplicationFiles.confirmation, in: tx).contains(where: {
                $0.id == body.paper
            })
        else { throw InvalidInput(field: "paper", code: "evaluation.paper-missing") }
        return .onPaper(signedOn: body.signedOn, recordedBy: call.caller.subject, file: body.paper)
    }

    /// Whether somebody would be eligible, by what is written; nothing is stored.
    private func eligibility(
        _ call: Call,
        _ question: EligibilityQuestion,
        in tx: borrowing Transaction
    ) throws -> EligibilityPreview {
        let form = try WrittenForm(sent: question.form)
        guard let id = question.round else {
            try call.require(enterprise: call.caller.organisation ?? "")
            return try preview(
                of: form,
                under: nil,
                on: question.referenceDate ?? call.cause.today,
                because: call.cause,
                in: tx
            )
        }
        let round = try stores.rounds.read(id, in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        guard let terms = round.state.terms else { throw NotFound("round") }
        return try preview(of: form, under: terms, on: terms.referenceDate, because: call.cause, in: tx)
    }

    /// What would be found about a form.
    func preview(
        of form: WrittenForm,
        under terms: PlanTerms?,
        on day: LocalDate,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> EligibilityPreview {
        let units = try terms.flatMap { try stores.units.names(of: $0.filing, in: tx) }
        let judging = try prepareJudging.question(under: terms, on: day, because: cause, in: tx)
        let rules = judging.ruleSet.relaxation
        let read = ReadApplicationForm().partial(form.form, under: terms, by: rules, among: units, on: cause.today)
        guard let particulars = read.particulars else { throw InvalidInput(read.problems) }
        var wrong = Set(read.problems.map(\.field))
        if form.members["conditions"] == nil { wrong.insert("conditions") }
        return EligibilityPreview(of: particulars, wrong: wrong, by: judging, on: day)
    }
}

/// A changed form names another person than the application is of.
struct OtherPerson: Rejection {
    var code: String { "evaluation.other-person" }
}
