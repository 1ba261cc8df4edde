import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Applications, one by one and by workbook, and how each is judged.
    var applicationRoutes: [Route] {
        [
            Route("POST /rounds/{id}/applications") { call, tx in
                let form = try call.body(ApplicationForm.self)
                let round = try round(call, call.id(), in: tx)
                let application = try handIn(form, in: round, call, in: tx, mayChange: false)
                return try .created(view(of: application, in: tx), version: application.version)
            },
            Route("GET /rounds/{id}/applications") { call, tx in
                let round = try stores.rounds.read(call.id(), in: tx)
                try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
                let replay = try call.replay()
                if call.query("columns") == "list" { return try lines(of: round.id, call, by: replay, in: tx) }
                if let replay { return try applications(of: round.id, call, by: replay, in: tx) }
                let applications = try stores.applicationRegister.page(
                    of: round.id,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
                return try call.page(of: applications, id: \.id) { application in
                    ApplicationView(application, name: application.state.entry.flatMap { names[$0.person] })
                }
            },
            Route("GET /applications/{id}") { call, tx in
                var application = try stores.applications.read(call.id(), in: tx)
                try requireOwner(of: application, call, in: tx)
                if let replay = try call.replay() {
                    application = try replay.one(application.id, of: "application", in: tx)
                }
                return try .ok(view(of: application, in: tx), version: application.version)
            },
            Route("POST /applications/{id}/review") { call, tx in
                let review = try call.body(ReviewBody.self).review(by: call.caller.subject, on: call.cause.today)
                let application = try stores.applications.load(call.id(), in: tx)
                try requireOwner(of: application, call, in: tx)
                try requireOther(than: application, call)
                try application.expect(version: call.expectedVersion())
                let reviewed = try reviewEligibility(application, review, because: call.cause, in: tx)
                return try .ok(view(of: reviewed, in: tx), version: reviewed.newVersion)
            },
        ]
    }

    /// A page of the applications there were at an instant, as they stood.
    private func applications(
        of round: UUID,
        _ call: Call,
        by replay: Replay,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let page = call.page
        let ids = try stores.applicationRegister.ids(
            of: round,
            existingAt: replay.instant,
            after: page.after,
            limit: page.limit + 1,
            in: tx
        )
        let applications = try replay.all(ids, of: "application", as: Application.self, in: tx)
        let names = try stores.persons.names(of: applications.compactMap { $0.state.entry?.person }, in: tx)
        return try call.page(of: applications, id: \.id) { application in
            ApplicationView(application, name: application.state.entry.flatMap { names[$0.person] })
        }.unkept
    }

    /// A page of the list, filtered and searched, with how many there are of each state.
    private func lines(
        of round: UUID,
        _ call: Call,
        by replay: Replay?,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let (filter, page) = (try call.lineFilter(), call.page)
        if let replay {
            let (lines, totals) = try ReplayedLines(replay: replay, stores: stores)(
                of: round,
                filter,
                after: page.after,
                limit: page.limit + 1,
                in: tx
            )
            return try .ok(ApplicationLinesView(lines, limit: page.limit, totals: totals)).unkept
        }
        let lines = try stores.applicationLines.page(
            of: round,
            filter,
            after: page.after,
            limit: page.limit + 1,
            in: tx
        )
        let totals = try stores.applicationLines.totals(of: round, filter, in: tx)
        return try .ok(ApplicationLinesView(lines, limit: page.limit, totals: totals)).unkept
    }

    /// Refuses who would decide the own application.
    func requireOther(than application: Stored<Application>, _ call: Call) throws {
        guard let person = call.caller.person else { return }
        if person == application.state.entry?.person { throw OwnApplication() }
    }

    /// Refuses who is of another enterprise; to an employee, another's application is as if there were none.
    func requireOwner(
        of application: Stored<Application>,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws {
        guard let entry = application.state.entry else { throw NotFound("application") }
        let round = try stores.rounds.read(entry.round, in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        if call.caller.role == .employee, call.caller.person != entry.person { throw NotFound("application") }
    }

    /// An application as it goes out, with the applicant's name.
    func view(of application: Stored<Application>, in tx: borrowing Transaction) throws -> ApplicationView? {
        let person = application.state.entry?.person
        let names = try stores.persons.names(of: [person].compactMap(\.self), in: tx)
        let digest = application.state.assessment?.basis?.ruleSet.digest
        return ApplicationView(
            application,
            name: person.flatMap { names[$0] },
            by: try digest.map { try stores.ruleSets.ruleSet($0, in: tx) } ?? RuleSetFile.notice?.ruleSet
        )
    }
}
