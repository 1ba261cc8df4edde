import AMQP
import Foundation
import FoundationNetworking

/// A virtual host of its own on a real RabbitMQ, with a user of its own, both gone after the test.
///
/// The servers are named by `GONGJIANG_TEST_RABBITMQ` (`amqp://user:password@host:port`) and
/// `GONGJIANG_TEST_RABBITMQ_MANAGEMENT` (`http://user:password@host:port`); only local ones are touched.
package struct ScratchBroker: Sendable {
    /// Why there is no scratch broker.
    package enum Problem: Error, CustomStringConvertible {
        case notConfigured(String)
        case notLocal(String)
        case management(String, status: Int, body: String)

        package var description: String {
            switch self {
            case .notConfigured(let variable): "\(variable) is not set, or not an address"
            case .notLocal(let host): "\(host) is not this machine; scratch brokers are made only here"
            case .management(let path, let status, let body): "\(path) answered \(status): \(body)"
            }
        }
    }

    /// The virtual host's name, also the user's.
    package let name: String
    private let broker: URLComponents
    private let management: URLComponents

    private init() throws {
        broker = try Self.address("GONGJIANG_TEST_RABBITMQ")
        management = try Self.address("GONGJIANG_TEST_RABBITMQ_MANAGEMENT")
        name = "scratch-" + UUID().uuidString.lowercased()
    }

    private static func address(_ variable: String) throws -> URLComponents {
        guard let text = ProcessInfo.processInfo.environment[variable], let parts = URLComponents(string: text),
            let host = parts.host
        else { throw Problem.notConfigured(variable) }
        guard ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) else { throw Problem.notLocal(host) }
        return parts
    }

    /// Makes a scratch broker, lends it, and deletes it whatever happens.
    package static func with<Value>(_ body: (ScratchBroker) async throws -> Value) async throws -> Value {
        let broker = try ScratchBroker()
        do {
            try await broker.put("vhosts/\(broker.name)", [:])
            try await broker.makeUser(broker.name)
            try await broker.permit(broker.name)
            let value = try await body(broker)
            await broker.delete()
            return value
        } catch {
            await broker.delete()
            throw error
        }
    }

    private func delete() async {
        _ = try? await call("DELETE", "vhosts/\(name)")
        guard let users = try? await call("GET", "users"),
            let list = try? JSONSerialization.jsonObject(with: users) as? [[String: Any]]
        else { return }
        for case let user as String in list.map({ $0["name"] }) where user.hasPrefix(name) {
            _ = try? await call("DELETE", "users/\(Self.escape(user))")
        }
    }

    // MARK: Addresses and users

    /// The address of the virtual host, for the user who may do everything in it.
    package var url: String { url(user: name) }

    /// The address of the virtual host for a user made by ``addUser(_:configure:write:read:)``.
    package func url(user: String) -> String {
        "amqp://\(user):\(name)@\(broker.host ?? "localhost"):\(broker.port ?? 5672)/\(name)"
    }

    /// What a client needs to connect, as the user who may do everything.
    package func configuration(_ connectionName: String = "test", heartbeat: Int = 10) throws -> AMQPConfiguration {
        try AMQPConfiguration(url: url, connectionName: connectionName, heartbeat: heartbeat)
    }

    /// Makes a user of this virtual host; the patterns are regular expressions for names.
    ///
    /// - Parameters:
    ///   - suffix: Tells this user from others of the same virtual host.
    ///   - configure: What may be declared and deleted.
    ///   - write: What may be published to.
    ///   - read: What may be consumed.
    ///   - tags: `impersonator` lets it publish under any `user-id`.
    /// - Returns: The user's name, for ``url(user:)``.
    /// - Throws: ``Problem`` when the broker does not do it.
    package func addUser(
        _ suffix: String,
        configure: String = "^$",
        write: String = "^$",
        read: String = "^$",
        tags: String = ""
    ) async throws -> String {
        let user = "\(name)-\(suffix)"
        try await makeUser(user, tags: tags)
        try await permit(user, configure: configure, write: write, read: read)
        return user
    }

    /// Limits the routing keys a user may publish to and bind with on a topic exchange.
    package func permitTopics(
        _ user: String,
        exchange: String,
        write: String = "^$",
        read: String = ".*"
    ) async throws {
        try await put(
            "topic-permissions/\(name)/\(Self.escape(user))",
            ["exchange": exchange, "write": write, "read": read]
        )
    }

    private func makeUser(_ user: String, tags: String = "") async throws {
        try await put("users/\(Self.escape(user))", ["password": name, "tags": tags])
    }

    private func permit(
        _ user: String,
        configure: String = ".*",
        write: String = ".*",
        read: String = ".*"
    ) async throws {
        try await put(
            "permissions/\(name)/\(Self.escape(user))",
            ["configure": configure, "write": write, "read": read]
        )
    }

    // MARK: Topology

    /// Loads exchanges, queues, bindings and policies of a definitions document; users and permissions are left out.
    package func load(definitions document: [UInt8]) async throws {
        guard let all = try JSONSerialization.jsonObject(with: Data(document)) as? [String: Any] else { return }
        var mine: [String: Any] = [:]
        for key in ["exchanges", "queues", "bindings", "policies"] {
            guard let items = all[key] as? [[String: Any]] else { continue }
            mine[key] = items.map { item in item.filter { $0.key != "vhost" } }
        }
        try await call("POST", "definitions/\(name)", mine)
    }

    /// Declares a durable queue; a quorum queue unless the arguments say otherwise.
    package func declareQueue(_ queue: String, arguments: [String: HeaderValue] = [:]) async throws {
        var plain: [String: Any] = ["x-queue-type": "quorum"]
        for (key, value) in arguments {
            switch value {
            case .string(let text): plain[key] = text
            case .int(let number): plain[key] = number
            case .bool(let flag): plain[key] = flag
            }
        }
        try await put("queues/\(name)/\(Self.escape(queue))", ["durable": true, "arguments": plain])
    }

    /// Deletes a queue with what is in it.
    package func deleteQueue(_ queue: String) async throws {
        try await call("DELETE", "queues/\(name)/\(Self.escape(queue))")
    }

    /// Declares a durable exchange.
    package func declareExchange(_ exchange: String, type: String = "topic") async throws {
        try await put("exchanges/\(name)/\(Self.escape(exchange))", ["type": type, "durable": true])
    }

    /// Binds a queue to an exchange.
    package func bind(_ queue: String, to exchange: String, key: String) async throws {
        try await call(
            "POST",
            "bindings/\(name)/e/\(Self.escape(exchange))/q/\(Self.escape(queue))",
            ["routing_key": key]
        )
    }

    // MARK: Messages

    /// Publishes a message as its text, with properties as the management API writes them.
    ///
    /// - Returns: Whether a queue took it.
    @discardableResult
    package func publish(
        exchange: String,
        routingKey: String,
        properties: [String: any Sendable] = [:],
        body: String
    ) async throws -> Bool {
        let path = "exchanges/\(name)/\(exchange.isEmpty ? "amq.default" : Self.escape(exchange))/publish"
        let answer = try await call(
            "POST",
            path,
            ["properties": properties, "routing_key": routingKey, "payload": body, "payload_encoding": "string"]
        )
        let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
        return object?["routed"] as? Bool ?? false
    }

    /// A message as the management API shows it.
    package struct Shown: Sendable {
        package let exchange: String
        package let routingKey: String
        package let redelivered: Bool
        package let body: String
    }

    /// Takes messages out of a queue; with `requeue` they are put back.
    package func get(_ queue: String, count: Int = 100, requeue: Bool = false) async throws -> [Shown] {
        let answer = try await call(
            "POST",
            "queues/\(name)/\(Self.escape(queue))/get",
            ["count": count, "ackmode": requeue ? "ack_requeue_true" : "ack_requeue_false", "encoding": "auto"]
        )
        let list = try JSONSerialization.jsonObject(with: answer) as? [[String: Any]] ?? []
        return list.map { item in
            Shown(
                exchange: item["exchange"] as? String ?? "",
                routingKey: item["routing_key"] as? String ?? "",
                redelivered: item["redelivered"] as? Bool ?? false,
                body: item["payload"] as? String ?? ""
            )
        }
    }

    /// How many messages of a queue are ready for delivery, exactly and now; nil when there is no such queue.
    package func depth(_ queue: String) async throws -> Int? {
        try await TopologyProbe.depth(configuration("depth"), queue: queue)?.ready
    }

    /// How many messages of a queue are with a consumer; the broker's statistics lag by up to 5 s.
    package func unacknowledged(_ queue: String) async throws -> Int? {
        let answer = try await call("GET", "queues/\(name)/\(Self.escape(queue))")
        let object = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
        return object?["messages_unacknowledged"] as? Int
    }

    /// Waits until a queue has this many messages ready.
    ///
    /// - Returns: Whether it came to that in time.
    package func waitForDepth(_ queue: String, _ count: Int, within limit: Duration = .seconds(20)) async throws -> Bool
    {
        try await eventually(within: limit) { try await depth(queue) == count }
    }

    /// Has the broker close every connection of a user, by default of the one who may do everything.
    package func closeConnections(of user: String? = nil) async throws {
        try await call("DELETE", "connections/username/\(Self.escape(user ?? name))")
    }

    // MARK: The management API

    private static func escape(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
    }

    private func put(_ path: String, _ body: [String: Any]) async throws {
        try await call("PUT", path, body)
    }

    @discardableResult
    private func call(_ method: String, _ path: String, _ body: [String: Any]? = nil) async throws -> Data {
        var address = management
        address.user = nil
        address.password = nil
        address.percentEncodedPath = "/api/" + path
        guard let url = address.url else { throw Problem.notConfigured("GONGJIANG_TEST_RABBITMQ_MANAGEMENT") }
        var request = URLRequest(url: url)
        request.httpMethod = method
        let login = Data("\(management.user ?? "guest"):\(management.password ?? "guest")".utf8)
        request.setValue("Basic \(login.base64EncodedString())", forHTTPHeaderField: "Authorization")
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        guard (200..<300).contains(status) else {
            throw Problem.management(path, status: status, body: String(decoding: data, as: UTF8.self))
        }
        return data
    }
}
