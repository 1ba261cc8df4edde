import FilingDomain
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The register of enterprises.
    var enterpriseRoutes: [Route] {
        [
            Route("POST /enterprises") { call, tx in
                let read = try call.body(EnterpriseBody.self).read(jurisdictions, in: tx)
                let enterprise = try registerEnterprise(
                    read.particulars,
                    units: read.units,
                    contacts: read.contacts,
                    because: call.cause,
                    in: tx
                )
                // Answers to commands are kept for their Idempotency-Key, so the persons are not in this one.
                return try .created(
                    EnterpriseView(enterprise.id, enterprise.state, contacts: nil),
                    version: enterprise.newVersion
                )
            },
            Route("GET /enterprises") { call, tx in
                let county = try call.county()
                let entries = try register.enterprises(
                    creditCode: call.narrowing(),
                    county: county,
                    after: call.page.after,
                    limit: call.page.limit + 1,
                    in: tx
                )
                let contacts = try contacts.load(entries.map(\.id), in: tx)
                return try call.page(of: entries) {
                    EnterpriseView($0.id, $0.state, contacts: contacts[$0.id] ?? [], county: call.caller.county)
                }
            },
            Route("GET /enterprises/{id}") { call, tx in
                let enterprise = try enterprises.find(call.id(), in: tx)
                guard let particulars = enterprise.state.particulars else { throw NotFound("enterprise") }
                try call.require(enterprise: particulars.creditCode.text)
                try call.require(anyCounty: enterprise.state.counties)
                let contacts = try contacts.load([enterprise.id], in: tx)[enterprise.id]
                return try .ok(
                    EnterpriseView(
                        enterprise.id,
                        enterprise.state,
                        contacts: contacts ?? [],
                        county: call.caller.county
                    ),
                    version: enterprise.version
                )
            },
            Route("PUT /enterprises/{id}/particulars") { call, tx in
                var enterprise = try call.opened(enterprises, interests, in: tx)
                guard let old = enterprise.state.particulars else { throw NotFound("enterprise") }
                let (particulars, basis) = try call.body(ParticularsBody.self)
                    .read(over: old, by: call.caller.role, jurisdictions, in: tx)
                let command = Enterprise.Command.change(particulars: particulars, basis: basis, on: call.cause.today)
                try changeEnterprise(&enterprise, command, because: call.cause, in: tx)
                return try .ok(enterprise)
            },
            Route("PUT /enterprises/{id}/contacts") { call, tx in
                let persons = try call.body(ContactsBody.self).read()
                var enterprise = try call.opened(enterprises, interests, in: tx)
                try changeEnterprise.nameContacts(persons, of: &enterprise, because: call.cause, in: tx)
                return try .ok(enterprise)
            },
        ]
    }

    /// The units an enterprise covers.
    var unitRoutes: [Route] {
        [
            Route("POST /enterprises/{id}/units") { call, tx in
                let particulars = try call.body(UnitBody.self).read(jurisdictions, in: tx)
                let unit = Enterprise.Unit(id: NewID.v7(), particulars: particulars, addedOn: call.cause.today)
                return try change(call, .addUnit(unit), in: tx)
            },
            Route("PUT /enterprises/{id}/units/{unit}") { call, tx in
                let particulars = try call.body(UnitBody.self).read(jurisdictions, in: tx)
                let unit = try call.id("unit")
                return try change(call, .changeUnit(unit, to: particulars, on: call.cause.today), in: tx)
            },
            Route("POST /enterprises/{id}/units/{unit}/closure") { call, tx in
                let reason = try call.body(ReasonBody.self).read(most: 500)
                let unit = try call.id("unit")
                return try change(call, .closeUnit(unit, reason: reason, on: call.cause.today), in: tx)
            },
        ]
    }

    private func change(
        _ call: Call,
        _ command: Enterprise.Command,
        in tx: borrowing Transaction
    ) throws -> Answer {
        var enterprise = try call.opened(enterprises, interests, in: tx)
        try changeEnterprise(&enterprise, command, because: call.cause, in: tx)
        return try .ok(enterprise)
    }
}

extension Call {
    /// The enterprise a command is for, as the caller last saw it; no officer who declared an interest in it (回避).
    func opened(
        _ store: EnterpriseStore,
        _ interests: OfficerInterests,
        in tx: borrowing Transaction
    ) throws -> Stored<Enterprise> {
        try interests.require(caller, id(), in: tx)
        let enterprise = try store.open(id(), in: tx)
        guard let particulars = enterprise.state.particulars else { throw NotFound("enterprise") }
        try require(enterprise: particulars.creditCode.text)
        try enterprise.expect(version: expectedVersion())
        return enterprise
    }

    /// The county a list is narrowed to: its own for a county's officer, the one asked for by another, or none.
    ///
    /// - Throws: `OtherCounty` where a county's officer asks for another.
    func county() throws -> String? {
        let asked = query("county")
        guard caller.role.isOfCounty, let own = caller.county else { return asked }
        try require(county: asked ?? own)
        return own
    }
}

extension Answer {
    /// An enterprise with its version; whom to call is shown only to who asks for it.
    static func ok(_ enterprise: Stored<Enterprise>) throws -> Answer {
        try ok(EnterpriseView(enterprise.id, enterprise.state, contacts: nil), version: enterprise.newVersion)
    }
}
