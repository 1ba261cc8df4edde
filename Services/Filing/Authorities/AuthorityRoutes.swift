import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// The authorities, and whom to turn to with problems and suggestions.
    var authorityRoutes: [Route] {
        [
            Route("GET /authorities") { call, tx in
                let day = try call.day(or: call.cause.today)
                let views = try authorities.store.all(in: tx).compactMap { authority in
                    AuthorityView(authority, authorities.first.complete(authority, on: day))
                }
                return try .page(views, next: nil)
            },
            Route("GET /authorities/{id}") { call, tx in
                let authority = try authorities.store.find(call.id(), in: tx)
                return try .ok(
                    AuthorityHistoryView(authority, authorities.first.complete(authority)),
                    version: authority.version
                )
            },
            Route("POST /authorities/{id}/versions") { call, tx in
                let version = try call.body(AuthorityVersionBody.self).read(on: call.cause.today)
                var authority = try authorities.store.open(call.id(), in: tx)
                try authority.expect(version: call.expectedVersion())
                try authorities.change(&authority, to: version, because: call.cause, in: tx)
                return try .ok(
                    AuthorityHistoryView(authority, authorities.first.complete(authority)),
                    version: authority.newVersion
                )
            },
            Route("GET /contact-block") { call, tx in
                let day = try call.day(or: call.cause.today)
                guard let block = try authorities.contactBlock(on: day, in: tx) else { throw NotFound("authority") }
                return try .ok(ContactBlockView(block, on: day))
            },
        ]
    }
}

extension Call {
    /// The day asked for in `?on=`, or another.
    ///
    /// - Throws: `InvalidInput` for what is no day.
    func day(or other: LocalDate) throws -> LocalDate {
        guard let text = query("on") else { return other }
        guard let day = LocalDate(text) else { throw InvalidInput(field: "on", code: "filing.not-a-day") }
        return day
    }
}

/// An authority as it is on one day.
struct AuthorityView: Encodable {
    let id: UUID
    let kind: AuthorityKind
    /// What it does: accepts, audits, suspends, cancels, supervises.
    let duties: [String]
    let name: String
    let offices: [AuthorityVersion.Office]
    let validFrom: LocalDate
    let validUntil: LocalDate?

    init?(_ authority: Stored<Authority>, _ told: AuthorityVersion?) {
        guard let kind = authority.state.kind, let told else { return nil }
        id = authority.id
        self.kind = kind.told
        duties = kind.duties
        name = told.name
        offices = told.offices
        validFrom = told.validFrom
        validUntil = told.validUntil
    }
}

/// An authority with all its versions.
struct AuthorityHistoryView: Encodable {
    let id: UUID
    let kind: AuthorityKind?
    let duties: [String]
    let versions: [AuthorityVersion]

    init(_ authority: Stored<Authority>, _ versions: [AuthorityVersion]) {
        let kind = authority.state.kind
        id = authority.id
        self.kind = kind?.told
        duties = kind?.duties ?? []
        self.versions = versions
    }
}

/// The contact block with its sentence.
struct ContactBlockView: Encodable {
    let on: LocalDate
    let name: String
    let sections: [AuthorityVersion.Office]
    let sentence: String

    init(_ block: ContactBlock, on day: LocalDate) {
        on = day
        name = block.name
        sections = block.sections
        sentence = block.inWords
    }
}

extension Authority.Kind {
    /// 通知二、六: the centres accept and audit; the bureau suspends, cancels and supervises.
    fileprivate var duties: [String] {
        takesFilings ? ["acceptance", "audit"] : ["suspension", "cancellation", "supervision"]
    }
}
