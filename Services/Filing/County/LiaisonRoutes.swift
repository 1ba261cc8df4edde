import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What county officers talk about with their enterprises (对接).
    var liaisonRoutes: [Route] {
        [
            Route("POST /liaisons") { call, tx in
                let talk = try call.body(LiaisonBody.self).read(on: call.cause.today)
                let county = try concerned(talk, call, in: tx)
                let liaison = try liaisons.log(talk, in: county, by: call.officer, because: call.cause, tx)
                return try .created(LiaisonView(liaison, liaisons), version: liaison.newVersion)
            },
            Route("GET /liaisons") { call, tx in
                let page = call.page
                var filter = LiaisonStore.Filter()
                filter.county = try call.county()
                filter.enterprise = call.query("enterprise").flatMap(UUID.init(uuidString:))
                if call.query("overdue") == "true" { filter.nextBefore = call.cause.today }
                let found = try liaisons.store.page(filter, after: page.after, limit: page.limit + 1, in: tx)
                let shown = found.prefix(page.limit)
                return try .page(
                    shown.compactMap { try LiaisonView($0, liaisons) },
                    next: found.count > page.limit ? shown.last?.id : nil
                ).unkept
            },
            Route("PUT /liaisons/{id}") { call, tx in
                let talk = try call.body(LiaisonBody.self).read(on: call.cause.today)
                var liaison = try liaisons.store.open(call.id(), in: tx)
                try call.require(county: liaison.state.entry?.county ?? "")
                try liaison.expect(version: call.expectedVersion())
                _ = try concerned(talk, call, in: tx)
                try liaisons.correct(&liaison, to: talk, by: call.officer, because: call.cause, in: tx)
                return try .ok(LiaisonView(liaison, liaisons), version: liaison.newVersion)
            },
        ]
    }

    /// The caller's county, where the enterprise, or the unit named, is in it.
    private func concerned(_ talk: Liaisons.Talk, _ call: Call, in tx: borrowing Transaction) throws -> String {
        let enterprise = try enterprises.find(talk.enterprise, in: tx).state
        if let id = talk.unit {
            guard let unit = enterprise.units.first(where: { $0.id == id }) else {
                throw Enterprise.Rejection.noSuchUnit
            }
            try call.require(county: unit.particulars.county)
        } else {
            try call.require(anyCounty: enterprise.counties)
        }
        return call.caller.county ?? ""
    }
}

extension Call {
    /// The officer who calls, as records name them.
    var officer: (account: String, name: String) { (caller.subject, caller.name) }
}

/// A talk as officers write it down.
struct LiaisonBody: Decodable {
    let enterprise: String?
    let unit: String?
    let heldOn: String?
    let with: String?
    let topic: String?
    let result: String?
    let nextStep: String?
    let nextOn: String?

    /// The talk.
    ///
    /// - Throws: `InvalidInput`.
    func read(on today: LocalDate) throws -> Liaisons.Talk {
        var check = Check()
        let enterprise = check.id(enterprise, "enterprise")
        let unit = (unit ?? "").isEmpty ? nil : check.id(unit, "unit")
        let heldOn = check.day(heldOn, "heldOn")
        if let heldOn, heldOn > today { check.problem("heldOn", "filing.day-to-come", ["today": today.description]) }
        let with = check.text(with, "with", most: 200)
        let topic = check.words(topic, "topic", most: 500)
        let result = check.words(result, "result", most: 4000)
        let nextStep = check.some(nextStep, "nextStep", most: 1000)
        check.noNumbers(in: nextStep ?? "", "nextStep")
        let nextOn = (nextOn ?? "").isEmpty ? nil : check.day(nextOn, "nextOn")
        if let nextOn, let heldOn, nextOn < heldOn {
            check.problem("nextOn", "filing.day-past", ["today": heldOn.description])
        }
        let (whom, when) = try check.done(enterprise, heldOn)
        return Liaisons.Talk(
            enterprise: whom,
            unit: unit,
            heldOn: when,
            with: with,
            topic: topic,
            result: result,
            nextStep: nextStep,
            nextOn: nextOn
        )
    }
}

/// A talk as the county and the bureau see it.
struct LiaisonView: Encodable {
    let id: UUID
    let enterprise: UUID
    let unit: UUID?
    let county: String
    let heldOn: LocalDate
    let with: String
    let topic: String
    let result: String
    let nextStep: String?
    let nextOn: LocalDate?
    let by: String

    init?(_ liaison: Stored<Liaison>, _ liaisons: Liaisons) throws {
        guard let entry = liaison.state.entry else { return nil }
        id = liaison.id
        enterprise = entry.enterprise
        unit = entry.unit
        county = entry.county
        heldOn = entry.heldOn
        with = try liaisons.with(entry, liaison.id)
        topic = entry.topic
        result = entry.result
        nextStep = entry.nextStep
        nextOn = entry.nextOn
        by = entry.byName
    }
}
