import AsyncHTTPClient
import Contracts
import Foundation
import NIOCore
import NIOHTTP1

/// RabbitMQ's management API, for one virtual host.
struct BrokerManagement: Sendable {
    let virtualHost: String
    private let address: String
    private let authorization: String
    private let patience = Patience(limit: .seconds(60))

    /// - Parameters:
    ///   - url: `http://user:password@host:port`.
    ///   - virtualHost: The virtual host everything is about.
    /// - Throws: ``OperatorError`` for an address without user and password.
    init(url: String, virtualHost: String) throws {
        guard var parts = URLComponents(string: url), let user = parts.user, let password = parts.password else {
            throw OperatorError("管理接口地址应写作 http://用户:密码@主机:端口。")
        }
        (parts.user, parts.password) = (nil, nil)
        let text = parts.string ?? ""
        address = text.hasSuffix("/") ? String(text.dropLast()) : text
        authorization = "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
        self.virtualHost = virtualHost
    }

    /// From `GONGJIANG_MANAGEMENT_URL` and `GONGJIANG_VHOST`.
    init(_ system: SystemEnvironment) throws {
        try self.init(
            url: system.required("GONGJIANG_MANAGEMENT_URL"),
            virtualHost: system.required("GONGJIANG_VHOST")
        )
    }

    /// Makes what the definitions name and is not there yet.
    func load(definitions: String) async throws {
        try await call("POST", ["definitions", virtualHost], bytes: Array(definitions.utf8))
    }

    /// Whether there is a user of this name.
    func hasUser(_ name: String) async throws -> Bool { try await status("GET", ["users", name]) == 200 }

    /// Makes a user without any tag, or gives it a new password.
    func put(user name: String, password: String) async throws {
        try await call("PUT", ["users", name], ["password": .text(password), "tags": ""])
    }

    /// Takes a user away, if there is one; the broker closes its connections.
    func delete(user name: String) async throws { try await call("DELETE", ["users", name], orMissing: true) }

    /// What a user may make, publish to and read, as regular expressions.
    func put(permissionsOf user: String, configure: String, write: String, read: String) async throws {
        try await call(
            "PUT",
            ["permissions", virtualHost, user],
            ["configure": .text(configure), "write": .text(write), "read": .text(read)]
        )
    }

    /// With which keys a user may publish to a topic exchange.
    func put(topicPermissionOf user: String, exchange: String, write: String, read: String) async throws {
        try await call(
            "PUT",
            ["topic-permissions", virtualHost, user],
            ["exchange": .text(exchange), "write": .text(write), "read": .text(read)]
        )
    }

    /// Makes a durable queue; one that is there with the same arguments stays.
    func put(queue name: String, arguments: JSON) async throws {
        try await call(
            "PUT",
            ["queues", virtualHost, name],
            ["durable": true, "auto_delete": false, "arguments": arguments]
        )
    }

    /// Binds a queue to an exchange.
    func bind(_ queue: String, to exchange: String, key: String) async throws {
        try await call("POST", ["bindings", virtualHost, "e", exchange, "q", queue], ["routing_key": .text(key)])
    }

    /// How many messages wait in a queue.
    func depth(of queue: String) async throws -> Int? {
        let answer = try await send("GET", ["queues", virtualHost, queue], [])
        return (try? JSON(bytes: answer.body))?["messages"].integer
    }

    /// Takes a queue away; nothing when there is none.
    func delete(queue name: String) async throws {
        try await call("DELETE", ["queues", virtualHost, name], orMissing: true)
    }

    private func status(_ method: String, _ path: [String]) async throws -> Int {
        try await send(method, path, []).status
    }

    private func call(_ method: String, _ path: [String], _ body: JSON? = nil, orMissing: Bool = false) async throws {
        try await call(method, path, bytes: body.map { try WireFormat.encode($0) } ?? [], orMissing: orMissing)
    }

    private func call(_ method: String, _ path: [String], bytes: [UInt8], orMissing: Bool = false) async throws {
        let answer = try await send(method, path, bytes)
        guard answer.isSuccess || (orMissing && answer.status == 404) else {
            let why = String(decoding: answer.body.prefix(300), as: UTF8.self)
            throw OperatorError("消息代理的管理接口拒绝 \(method) \(path.joined(separator: "/")):\(answer.status) \(why)")
        }
    }

    /// The answer; a broker that is just not there is waited for.
    private func send(_ method: String, _ path: [String], _ body: [UInt8]) async throws -> ServiceAnswer {
        var request = HTTPClientRequest(
            url: ([address, "api"] + path.map(Self.encoded)).joined(separator: "/")
        )
        request.method = HTTPMethod(rawValue: method)
        request.headers.add(name: "Authorization", value: authorization)
        request.headers.add(name: "Content-Type", value: "application/json")
        if !body.isEmpty { request.body = .bytes(ByteBuffer(bytes: body)) }
        return try await patience.wait(for: "消息代理管理接口的应答") { [request] in
            do {
                let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
                let bytes = try await response.body.collect(upTo: 16 << 20)
                let answer = ServiceAnswer(
                    status: Int(response.status.code),
                    version: nil,
                    body: Array(bytes.readableBytesView)
                )
                return answer.status >= 500 ? .notYet("\(answer.status)") : .answer(answer)
            } catch let error as CancellationError {
                throw error
            } catch {
                return .notYet("\(error)")
            }
        }
    }

    private static func encoded(_ part: String) -> String {
        part.addingPercentEncoding(withAllowedCharacters: .urlHostAllowed.subtracting(CharacterSet(charactersIn: "/")))
            ?? part
    }
}
