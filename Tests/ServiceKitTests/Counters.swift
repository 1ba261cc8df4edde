import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// A small service: counters that belong to enterprises.
struct Counters: ServiceDefinition {
    static let name = ServiceName.filing
    static let migrations = [
        Migration(
            "x001_counter",
            forward: Array(
                """
                CREATE TABLE counter (id uuid PRIMARY KEY, owner text NOT NULL, value int NOT NULL);
                GRANT SELECT, INSERT, UPDATE ON counter TO {{service}};
                """.utf8
            ),
            rollback: Array("DROP TABLE counter;".utf8)
        )
    ]
    static let access = Access([
        "POST /counters": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "GET /counters/{id}": .everyone,
        "GET /counters/{id}/broken": .everyone,
        "POST /counters/paper": .everyone,
        "POST /counters/{id}/step": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /counters/{id}/careless-step": .only(.enterpriseHR, within: .ownEnterprise),
        // The row says nothing of counties, and its officers are confined to theirs all the same.
        "GET /counties/{county}": .only(.enterpriseHR, .countyOfficer, .bureauOfficer, within: .ownEnterprise),
        "GET /careless-counties/{county}": .only(.countyOfficer),
        "GET /half-careless-counties/{county}": .only(.enterpriseHR, .countyOfficer, within: .ownEnterprise),
        "GET /source": .everyone,
        "POST /counters/{id}/look": .only(.enterpriseHR, .centreOfficer, within: .ownEnterprise),
        "POST /counters/{id}/careless-look": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /weighings": .only(.enterpriseHR, within: .ownEnterprise),
        "POST /careless-weighings": .only(.enterpriseHR, within: .ownEnterprise),
    ])
    static let messages: MessageCatalogue = [
        .init("counter.full", 409, zh: "计数已满({most})", en: "The counter is full ({most}).")
    ]

    init(_: ServiceEnvironment) {}

    var subscriptions: [Subscription] { [CalendarCopy.subscription] }

    var routes: [Route] {
        [
            Route("POST /counters") { call, tx in
                let wanted = try call.body(Wanted.self)
                try call.require(enterprise: wanted.owner)
                guard wanted.value >= 0 else {
                    throw InvalidInput([
                        FieldProblem(field: "value", code: "common.wrong-type", arguments: [:]),
                        FieldProblem(
                            field: "owner",
                            code: "identifier.length",
                            arguments: ["expected": "18", "found": "3"]
                        ),
                    ])
                }
                let id = NewID.v7()
                try tx.execute("INSERT INTO counter VALUES (\(id), \(wanted.owner), \(wanted.value))")
                return try .created(View(id: id, value: wanted.value), version: wanted.value)
            },
            Route("GET /counters/{id}") { call, tx in
                let id = try call.id()
                let row = try tx.query("SELECT value FROM counter WHERE id = \(id)").first
                guard let row else { throw NotFound("counter") }
                return try .ok(View(id: id, value: try row.decode("value")), version: try row.decode("value"))
            },
            Route(lookingUp: "POST /counters/{id}/look") { call, lookUps in
                let id = try call.id()
                let row = try await lookUps.rows("SELECT owner, value FROM counter WHERE id = \(id)").first
                guard let row else { throw NotFound("counter") }
                try call.require(enterprise: row.decode("owner"))
                return try .ok(View(id: id, value: try row.decode("value")))
            },
            Route(lookingUp: "POST /counters/{id}/careless-look") { call, lookUps in
                let rows = try await lookUps.rows("UPDATE counter SET value = value + 1 RETURNING id")
                return try .ok(View(id: call.id(), value: rows.count))
            },
            Route(
                "POST /weighings",
                beforehand: { call, session in try Weighed(call, session) },
                { weighed, call, tx in
                    try call.require(enterprise: weighed.owner)
                    let id = NewID.v7()
                    try tx.execute("INSERT INTO counter VALUES (\(id), \(weighed.owner), \(weighed.value))")
                    return try .created(View(id: id, value: weighed.isInTransaction ? 0 : weighed.value))
                }
            ),
            Route(
                "POST /careless-weighings",
                beforehand: { call, session in try Weighed(call, session) },
                { weighed, _, _ in try .created(View(id: NewID.v7(), value: weighed.value)) }
            ),
            Route("POST /counters/{id}/step") { call, tx in
                let row = try tx.query("SELECT owner, value FROM counter WHERE id = \(call.id()) FOR UPDATE").first
                guard let row else { throw NotFound("counter") }
                try call.require(enterprise: try row.decode("owner"))
                return try step(call, from: try row.decode("value"), in: tx)
            },
            Route("POST /counters/{id}/careless-step") { call, tx in try step(call, from: 1, in: tx) },
            Route("GET /counties/{county}") { call, _ in
                try call.require(anyCounty: [call.parameter("county"), "BZ-KFQ"])
                try call.require(anyEnterprise: ["91371600MA3N00011J", "9137160270000001X7"])
                return .noContent()
            },
            Route("GET /careless-counties/{county}") { _, _ in .noContent() },
            Route("GET /half-careless-counties/{county}") { call, _ in
                try call.require(enterprise: "91371600MA3N00011J")
                return .noContent()
            },
            Route("GET /source") { call, _ in try .ok(["source": call.source ?? ""]) },
            Route("POST /forgotten") { _, _ in .noContent() },
            Route("GET /counters/{id}/broken") { _, _ in
                // As a store reads a row that an older or a broken program wrote.
                let row: View.Row = try WireFormat.decode(from: Array(#"{"value":"one"}"#.utf8))
                return try .ok(row)
            },
            Route("POST /counters/paper", perMinute: 3) { call, _ in
                var answer = Answer.file(Array("paper".utf8), type: "application/pdf", name: "答复.pdf")
                answer.headers["location"] = "/counters/1"
                try call.limit("paper", of: call.query("code") ?? "", perMinute: 2)
                return answer
            },
        ]
    }

    private func step(_ call: Call, from value: Int, in tx: borrowing Transaction) throws -> Answer {
        let expected = try call.expectedVersion()
        guard expected == value else { throw VersionMismatch(expected: expected, actual: value) }
        try tx.execute("UPDATE counter SET value = value + 1 WHERE id = \(call.id())")
        if value == 2 { throw Full() }
        return try .ok(View(id: try call.id(), value: value + 1), version: value + 1)
    }

    struct Wanted: Decodable {
        let owner: String
        let value: Int
    }

    struct View: Encodable {
        let id: UUID
        let value: Int

        struct Row: Codable {
            let value: Int
        }
    }

    struct Full: Rejection {
        var code: String { "counter.full" }
        var arguments: [String: String] { ["most": "3"] }
    }
}

/// What was sent, looked at before the transaction.
private struct Weighed: Sendable {
    let owner: String
    let value: Int
    /// Within one transaction the clock of the database stands still.
    let isInTransaction: Bool

    init(_ call: Call, _ session: borrowing Session) throws {
        let wanted = try call.body(Counters.Wanted.self)
        guard wanted.value > 0 else { throw InvalidInput(field: "value", code: "common.wrong-type") }
        func now(_ session: borrowing Session) throws -> String? {
            try session.query("SELECT now()::text AS now").first?.decode("now", as: String.self)
        }
        (owner, value) = (wanted.owner, wanted.value)
        isInTransaction = try now(session) == now(session)
    }
}
