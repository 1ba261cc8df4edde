import Contracts
import FilingDomain
import Foundation
import Kernel
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
        /// Another officer of the centre.
        case colleague = "centre-officer - li"
        case province = "province-officer"
        case bureau = "bureau-officer"
        /// Of the county the enterprise files under.
        case county = "county-officer 371602"
        case otherCounty = "county-officer 371681"
        case noCounty = "county-officer 371621"
        case hr = "enterprise-hr 91371600MA3N00011J"
        case otherHR = "enterprise-hr 9137160270000001X7"
        case operators = "operator"
        case employee = "employee 91371600MA3N00011J"
        case nobody = ""
    }

    /// An answer taken apart.
    struct Reply: Sendable {
        let status: Int
        let version: String?
        let text: String
        let bytes: [UInt8]
        /// The body's members where it is an object.
        var members: [String: Any] {
            (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any] ?? [:]
        }

        var code: String? { members["code"] as? String }
        /// The items of a list.
        var items: [[String: Any]] { members["items"] as? [[String: Any]] ?? [] }
        var id: String { members["id"] as? String ?? "" }
        /// A member by its path, `handling.clock.dueOn`.
        subscript(path: String) -> Any? {
            path.split(separator: ".").reduce(members as Any?) { ($0 as? [String: Any])?[String($1)] }
        }
        /// The codes of field problems by field.
        var problems: [String: String] {
            let errors = members["errors"] as? [[String: Any]] ?? []
            return Dictionary(
                errors.map { ($0["field"] as? String ?? "", $0["code"] as? String ?? "") },
                uniquingKeysWith: { $1 }
            )
        }
    }

    let service: ServiceUnderTest<Main>

    var database: PostgresPool { service.database }

    /// Lends a service whose day is 2026-09-01.
    static func with(
        settings: [String: String] = [:],
        _ body: (Desk) async throws -> Void
    ) async throws {
        try await ServiceUnderTest.with(Main.self, settings: settings) { service in
            let desk = Desk(service: service)
            try await desk.travel(to: "2026-09-01")
            try await body(desk)
        }
    }

    /// Lets what comes back in a fixed rhythm come back now.
    func tick() async throws { try await service.tick() }

    /// The facts of a type it has announced, in order.
    func said<F: Fact>(_ type: F.Type) async throws -> [F] { try await service.said(type) }

    /// Enters filings that existed before, as an import does.
    func enter(_ rows: [ExistingFiling]) async throws -> [(any Kernel.Rejection)?] {
        let (enter, now) = (service.definition.enterGeneralFilings, service.clock.now)
        return try await database.transaction { tx in
            try enter(rows, with: .centre, because: .system("import", now: now), in: tx)
        }
    }

    /// Sets the service's day, at noon.
    func travel(to day: String) async throws {
        try await service.travel(to: Sample.day(day).start.addingTimeInterval(12 * 3600))
    }

    /// Asks.
    func ask(
        _ method: String,
        _ path: String,
        as who: Who,
        _ body: String = "",
        ifMatch: String? = nil,
        key: String? = nil,
        from source: String? = nil,
        file: [UInt8]? = nil,
        type: String? = nil
    ) async -> Reply {
        var headers: [String: String] = [:]
        headers["if-match"] = ifMatch
        headers["idempotency-key"] = key
        headers["content-type"] = type
        let words = who.rawValue.split(separator: " ").map(String.init)
        let role = words.first.flatMap(Role.init(rawValue:))
        let place = words.count > 1 && words[1] != "-" ? words[1] : nil
        let response = await service.call(
            method,
            path,
            as: role,
            of: role?.isOfCounty == true ? nil : place,
            subject: words.count > 2 ? words[2] : nil,
            county: role?.isOfCounty == true ? place : nil,
            json: file == nil ? body : nil,
            body: file,
            headers: headers,
            from: source
        )
        return Reply(
            status: response.status,
            version: response.headers["etag"],
            text: response.text,
            bytes: (try? await response.stream?.collect()) ?? response.body
        )
    }
}
