import Contracts
import Cryptography
import FilingDomain
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport

@testable import FilingService

/// The service on a scratch database, asked without a network.
struct Desk {
    /// Who asks: a role, for enterprise roles with its credit code.
    enum Who: String {
        case centre = "centre-officer"
        case bureau = "bureau-officer"
        case hr = "enterprise-hr 91371600MA3N00011J"
        case otherHR = "enterprise-hr 9137160270000001X7"
        case employee = "employee 91371600MA3N00011J"
        case nobody = ""
    }

    /// An answer taken apart.
    struct Reply {
        let status: Int
        let version: String?
        let text: String
        let members: [String: Any]

        var code: String? { members["code"] as? String }
        var id: String { members["id"] as? String ?? "" }
        /// The codes of field problems by field.
        var problems: [String: String] {
            let errors = members["errors"] as? [[String: Any]] ?? []
            return Dictionary(
                errors.map { ($0["field"] as? String ?? "", $0["code"] as? String ?? "") },
                uniquingKeysWith: { $1 }
            )
        }
    }

    let main: Main
    let database: PostgresPool
    private let dispatcher: Dispatcher

    /// Lends a service whose day is 2026-09-01.
    static func with(_ body: (Desk) async throws -> Void) async throws {
        try await ScratchDatabase.with(Main.allMigrations, service: "filing") { database in
            try await body(Desk(database))
        }
    }

    private init(_ database: PostgresPool) async throws {
        self.database = database
        main = try Main(
            ServiceEnvironment(
                outbox: Outbox(service: .filing),
                journal: Journal(),
                keys: .temporary(services: ["filing"], service: "filing")
            )
        )
        let clock = BusinessClock(travels: true)
        dispatcher = Dispatcher(
            routes: main.routes,
            access: Main.access,
            messages: Main.messages,
            database: database,
            clock: clock,
            authenticate: { token in
                let words = token.split(separator: "+").map(String.init)
                guard let role = words.first.flatMap(Role.init(rawValue:)) else { return nil }
                return Caller(
                    subject: token,
                    name: token,
                    role: role,
                    organisation: words.count > 1 ? words[1] : nil
                )
            },
            logger: Logger(label: "test")
        )
        try await travel(to: "2026-09-01")
    }

    /// Sets the service's day, at noon.
    func travel(to day: String) async throws {
        let noon = Sample.day(day).start.addingTimeInterval(12 * 3600)
        try await database.transaction { tx in try BusinessClock(travels: true).travel(to: noon, in: tx) }
    }

    /// Asks.
    func ask(
        _ method: String,
        _ path: String,
        as who: Who,
        _ body: String = "",
        ifMatch: String? = nil,
        key: String? = nil
    ) async -> Reply {
        var headers: [String: String] = [:]
        if who != .nobody { headers["authorization"] = "Bearer \(who.rawValue.replacing(" ", with: "+"))" }
        headers["if-match"] = ifMatch
        headers["idempotency-key"] = key
        let response = await dispatcher.respond(
            to: PlainRequest(method, path, headers: headers, body: Array(body.utf8))
        )
        let members = try? JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any]
        return Reply(
            status: response.status,
            version: response.headers["etag"],
            text: String(decoding: response.body, as: UTF8.self),
            members: members ?? [:]
        )
    }
}
