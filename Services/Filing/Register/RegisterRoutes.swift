import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

extension Main {
    /// The public register: which enterprises may evaluate what, until when.
    ///
    /// Anybody may ask; no person is named.
    var registerRoutes: [Route] {
        [
            Route("GET /register") { [publicRegister] call, tx in
                let page = try publicRegister.page(call, in: tx)
                return try .page(page.entries.map(RegisterEntryView.init), next: page.next)
            },
            Route("GET /register/page") { [publicRegister] call, tx in try publicRegister.html(call, in: tx) },
            Route("GET /register/download") { [publicRegister] call, tx in
                try publicRegister.download(call, in: tx)
            },
            Route("GET /register/{id}") { [publicRegister] call, tx in
                let found = try publicRegister.entries.find(call.id(), on: call.cause.today, in: tx)
                guard let found else { throw NotFound("register-entry") }
                return try .ok(RegisterEntryView(found))
            },
        ]
    }

    /// What comes back by itself for the register.
    var registerSubscriptions: [Subscription] {
        [
            .every(.seconds(1), "enter filings in the register") { [publicRegister] _, tx in
                try publicRegister.keep.refresh(in: tx)
            }
        ]
    }
}

/// An entry as it is told to anybody.
struct RegisterEntryView: Encodable {
    struct Occupation: Encodable {
        let code: String
        let edition: String
        let name: String
        let specialty: String?
        let levels: [SkillLevel]
    }

    let filing: UUID
    let kind: RegisterKind
    let enterpriseName: String
    let creditCode: String
    let county: String
    let agencyCode: String
    let occupations: [Occupation]
    let validFrom: LocalDate
    let validThrough: LocalDate
    let state: RegisterState

    /// The view of an entry.
    init(_ entry: RegisterEntry) {
        filing = entry.filing
        kind = entry.kind
        enterpriseName = entry.name
        creditCode = entry.creditCode
        county = entry.county
        agencyCode = entry.agencyCode
        occupations = entry.occupations.map { filed in
            Occupation(
                code: filed.occupation.code,
                edition: filed.occupation.edition,
                name: filed.occupation.name,
                specialty: filed.occupation.specialty,
                levels: filed.levels
            )
        }
        validFrom = entry.validFrom
        validThrough = entry.validThrough
        state = entry.phase
    }
}
