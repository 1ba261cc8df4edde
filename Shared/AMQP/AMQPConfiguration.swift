import Foundation

/// Where a broker is and who connects to it.
package struct AMQPConfiguration: Sendable, CustomStringConvertible {
    /// The host's name or address.
    package var host: String
    /// The port; 5672, or 5671 with TLS, where the address names none.
    package var port: Int
    /// The user, `guest` where the address names none.
    package var user: String
    /// The password.
    package var password: String
    /// The virtual host, `/` where the address names none.
    package var virtualHost: String
    /// What the broker's connection list shows.
    package var connectionName: String
    /// Seconds between heartbeats; a peer silent for two of them is taken for dead.
    package var heartbeat: Int
    /// Seconds the broker may take for each step that has an answer: connecting, login, declaring, consuming.
    package var patience = 10
    /// Whether the connection is encrypted (`amqps`).
    package var usesTLS: Bool
    /// The certificate authorities to trust, a PEM file (`?cacertfile=`); the peer is always verified.
    package var authorities: String?

    /// Reads `amqp://user:password@host:port/vhost` or `amqps://…?cacertfile=/path`.
    ///
    /// - Parameters:
    ///   - url: The address; parts are percent-encoded.
    ///   - connectionName: The service and replica, as the broker shows it.
    ///   - heartbeat: Seconds, 1 or more.
    /// - Throws: ``AMQPError/badAddress(_:)``, without the password.
    package init(url: String, connectionName: String, heartbeat: Int = 10) throws(AMQPError) {
        guard let parts = URLComponents(string: url) else { throw .badAddress("cannot be parsed") }
        switch parts.scheme {
        case "amqp": usesTLS = false
        case "amqps": usesTLS = true
        default: throw .badAddress("the scheme is neither amqp nor amqps")
        }
        guard let host = parts.host, !host.isEmpty else { throw .badAddress("no host") }
        self.host = host
        port = parts.port ?? (usesTLS ? 5671 : 5672)
        user = parts.user ?? "guest"
        password = parts.password ?? "guest"
        let path = parts.percentEncodedPath.dropFirst()
        guard let name = String(path).removingPercentEncoding else { throw .badAddress("virtual host") }
        virtualHost = name.isEmpty ? "/" : name
        authorities = parts.queryItems?.first { $0.name == "cacertfile" }?.value
        if usesTLS, authorities == nil { throw .badAddress("amqps needs ?cacertfile=") }
        self.connectionName = connectionName
        self.heartbeat = max(1, heartbeat)
    }

    /// The address without the password.
    package var description: String {
        "\(usesTLS ? "amqps" : "amqp")://\(user)@\(host):\(port)/\(virtualHost == "/" ? "" : virtualHost)"
    }
}
