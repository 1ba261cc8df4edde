import Contracts
import Foundation
import Kernel

/// What an enterprise's own system may do at the broker: hand in messages under its credit code, and read its own queue.
struct EnterpriseAccess: Sendable {
    let creditCode: CreditCode
    let broker: BrokerManagement
    let calls: OperatorCalls

    /// The broker user.
    var user: String { Topology.enterpriseUser(creditCode.text) }
    /// Where its answers and events wait.
    var queue: String { Topology.enterpriseQueue(creditCode.text) }

    /// Grants access; again, it changes nothing but what was missing.
    ///
    /// - Parameter renewingPassword: Whether a user that is there already gets a new password.
    /// - Throws: ``OperatorError`` or ``Problem`` where the broker or a service refuses.
    /// - Returns: The password where one was made, nil where the user keeps the one it has.
    func grant(renewingPassword: Bool) async throws -> String? {
        try await broker.put(queue: queue, arguments: Self.queueArguments)
        for exchange in [Topology.enterprise, Topology.receipts] {
            try await broker.bind(queue, to: exchange, key: "\(creditCode).#")
        }
        // A password is told only once; so it is made after what is likeliest to be refused.
        let password = try await isNew || renewingPassword ? Self.newPassword() : nil
        if let password { try await broker.put(user: user, password: password) }
        try await broker.put(
            permissionsOf: user,
            configure: "^$",
            write: "^\(Self.escaped(Topology.ingress))$",
            read: "^\(Self.escaped(queue))$"
        )
        try await broker.put(
            topicPermissionOf: user,
            exchange: Topology.ingress,
            write: "^\(creditCode)\\.(\(Self.messages.joined(separator: "|")))$",
            read: "^$"
        )
        for service in ServiceName.allCases {
            try await calls.send("enterprise-access/\(creditCode)", of: service, method: "PUT")
        }
        return password
    }

    /// Takes access back: first the services stop publishing for it, then the broker forgets it and what still waits.
    func revoke() async throws {
        for service in ServiceName.allCases {
            try await calls.send("enterprise-access/\(creditCode)", of: service, method: "DELETE")
        }
        try await broker.delete(user: user)
        try await broker.delete(queue: queue)
    }

    private var isNew: Bool { get async throws { try await !broker.hasUser(user) } }

    /// The messages any service takes from enterprises.
    static let messages = ServiceName.allCases.flatMap(Plan.takenFromEnterprises).sorted()

    /// A full queue refuses more instead of forgetting the oldest; the services keep what it refuses.
    static let queueArguments: JSON = [
        "x-queue-type": "quorum", "x-overflow": "reject-publish", "x-max-length": 100_000,
    ]

    /// A name as a regular expression that matches nothing else.
    static func escaped(_ name: String) -> String { name.replacing(".", with: "\\.") }

    /// 256 random bits in letters, digits, `-` and `_`, so that it can stand in an address as it is.
    private static func newPassword() -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        return Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
