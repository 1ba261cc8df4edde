import AMQP
import Contracts
import Cryptography
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit

/// A service on a scratch database, without broker and network: what it answers, hears and says.
package struct ServiceUnderTest<Definition: ServiceDefinition>: Sendable {
    package let definition: Definition
    package let database: PostgresPool
    package let clock: BusinessClock
    /// The key rings of all services, so that a test can open what was sealed for another.
    package let keys: [String: KeyRing]
    private let dispatcher: Dispatcher
    private let inbox: Inbox

    /// Runs `body` with a service of its own, on a database of its own.
    ///
    /// A request names its caller by the header `authorization: Bearer <role> <organisation>`; see ``call``.
    package static func with<Value: Sendable>(
        _ definition: Definition.Type,
        settings: [String: String] = [:],
        _ body: (ServiceUnderTest) async throws -> Value
    ) async throws -> Value {
        try await ScratchDatabase.with(definition.allMigrations, service: definition.name.database) { pool in
            try await body(ServiceUnderTest(database: pool, settings: settings))
        }
    }

    /// Runs `body` with a service on a database and with keys that processes can be started on as well.
    ///
    /// - Parameters:
    ///   - definition: The service.
    ///   - folder: A folder of keys of all services.
    ///   - body: Uses the service and the database.
    /// - Returns: What the body returned.
    /// - Throws: What the body threw, or what kept the service from being made.
    package static func with<Value: Sendable>(
        _ definition: Definition.Type,
        keys folder: String,
        _ body: (ServiceUnderTest, ScratchDatabase) async throws -> Value
    ) async throws -> Value {
        try await ScratchDatabase.with(definition.allMigrations, service: definition.name.database) { pool, database in
            try await body(ServiceUnderTest(database: pool, settings: [:], keys: folder), database)
        }
    }

    private init(database: PostgresPool, settings: [String: String], keys folder: String? = nil) throws {
        self.database = database
        clock = BusinessClock(travels: true)
        let names = ServiceName.allCases.map(\.rawValue)
        if let folder {
            keys = try Dictionary(uniqueKeysWithValues: names.map { ($0, try KeyRing(folder: folder, service: $0)) })
        } else {
            keys = try KeyRing.temporary(services: names)
        }
        guard let own = keys[Definition.name.rawValue] else { throw NotFound("keys") }
        definition = try Definition(
            ServiceEnvironment(
                outbox: Outbox(service: Definition.name, jurisdictions: Definition.jurisdictions),
                journal: Journal(),
                keys: own,
                settings: { settings[$0] ?? ($0 == "clock" ? "travel" : nil) }
            )
        )
        inbox = Inbox(service: Definition.name, subscriptions: definition.subscriptions, clock: clock)
        dispatcher = Dispatcher(
            routes: definition.routes,
            access: Definition.access,
            messages: Definition.messages,
            database: database,
            clock: clock,
            keys: own,
            authenticate: { Self.caller($0) },
            logger: Logger(label: "test")
        )
    }

    /// A stand-in for a token: `role|organisation|subject|county|person`.
    private static func caller(_ token: String) -> Caller? {
        let parts = token.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard let role = Role(rawValue: parts[0]) else { return nil }
        let organisation = parts.count > 1 && !parts[1].isEmpty ? parts[1] : nil
        let subject = parts.count > 2 && !parts[2].isEmpty ? parts[2] : "test-\(role.rawValue)"
        let county = parts.count > 3 && !parts[3].isEmpty ? parts[3] : nil
        return Caller(
            subject: subject,
            name: subject,
            role: role,
            organisation: organisation,
            person: parts.count > 4 ? UUID(uuidString: parts[4]) : nil,
            county: county
        )
    }

    /// Calls a route as somebody; a nil role is the public.
    package func call(
        _ method: String,
        _ target: String,
        as role: Role? = nil,
        of organisation: String? = nil,
        subject: String? = nil,
        county: String? = nil,
        person: UUID? = nil,
        json: String? = nil,
        body: [UInt8]? = nil,
        ifMatch version: Int? = nil,
        headers: [String: String] = [:],
        from source: String? = nil
    ) async -> PlainResponse {
        var headers = headers
        if let role {
            let words = [role.rawValue, organisation ?? "", subject ?? "", county ?? "", person?.uuidString ?? ""]
            headers["authorization"] = "Bearer \(words.joined(separator: "|"))"
        }
        if let version { headers["if-match"] = "\"\(version)\"" }
        return await dispatcher.respond(
            to: PlainRequest(
                method,
                target,
                headers: headers,
                body: body ?? json.map { Array($0.utf8) } ?? [],
                source: source
            )
        )
    }

    /// Whether a request may be made, before its body is looked at.
    package func admit(_ request: PlainRequest) async -> Dispatcher.Entrance { await dispatcher.admit(request) }

    /// Sets business time.
    package func travel(to time: Date) async throws {
        try await database.transaction { [clock] tx in
            try clock.travel(to: time, in: tx)
            try clock.refresh(in: tx)
        }
    }

    /// Lets the service hear facts, numbered from `sequence` per subject, as its consumer would in one batch.
    package func hear(_ facts: any Fact..., from speaker: ServiceName, sequence: Int = 1) async throws {
        var numbers: [UUID: Int] = [:]
        let now = clock.now
        let messages = try facts.map { fact in
            let number = numbers[fact.subject] ?? sequence
            numbers[fact.subject] = number + 1
            return try Message(telling: fact, from: speaker, sequence: number, at: now)
        }
        try await hear(messages)
    }

    /// Lets the service hear messages as they are.
    package func hear(_ messages: [Message]) async throws {
        try await database.transaction { [inbox] tx in try inbox.apply(messages, in: tx) }
    }

    /// Lets what comes back in a fixed rhythm come back now, until nothing more is due.
    package func tick() async throws {
        for tick in definition.subscriptions.compactMap(\.tick) {
            while try await tick.come(database, clock) {}
        }
    }

    /// The facts of a type it has announced, in order.
    package func said<F: Fact>(_ type: F.Type) async throws -> [F] {
        try await database.transaction { tx in
            try tx.query("SELECT body FROM outbox WHERE type = \(F.type) AND exchange = \(Topology.facts) ORDER BY id")
                .map { try WireFormat.decode(F.self, from: $0.decode("body")) }
        }
    }
}

extension Message {
    /// A fact as a speaker's relay would publish it.
    package init(telling fact: any Fact, from speaker: ServiceName, sequence: Int, at time: Date) throws {
        let kind = Swift.type(of: fact)
        let envelope = Envelope(
            id: NewID.v7(),
            type: kind.type,
            source: speaker.source,
            subject: fact.subject,
            sequence: sequence,
            time: time,
            enterprise: fact.enterprise?.id,
            creditCode: fact.enterprise?.creditCode,
            person: fact.person,
            actor: "test",
            correlation: NewID.v7(),
            causation: nil,
            traceparent: nil
        )
        self.init(exchange: Topology.facts, routingKey: kind.name, body: try WireFormat.encode(fact))
        messageID = envelope.id.lowercase
        userID = speaker.rawValue
        type = envelope.type
        fields = envelope.fields
    }
}

extension PlainResponse {
    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// A member of the body, by a path of names and numbers, as text; nil where there is none.
    package func member(_ path: String...) -> String? {
        var value: Any? = try? JSONSerialization.jsonObject(with: Data(body), options: .fragmentsAllowed)
        for step in path {
            if let list = value as? [Any], let index = Int(step) {
                value = list.indices.contains(index) ? list[index] : nil
            } else {
                value = (value as? [String: Any])?[step]
            }
        }
        switch value {
        case let text as String: return text
        case let number as NSNumber: return number.stringValue
        case let list as [Any]: return "\(list.count) items"
        default: return nil
        }
    }

    /// The version in the ETag.
    package var version: Int? { headers["etag"].flatMap { Int($0.filter(\.isNumber)) } }
}
