import Contracts
import Cryptography
import Foundation
import Kernel
import Postgres

/// What the executable of a service runs on in a test: a virtual host with the planned topology, and keys of all services.
package struct ServiceGround: Sendable {
    package let broker: ScratchBroker
    /// The folder of the keys.
    package let keys: String

    /// Lends the ground; all of it is gone afterwards.
    package static func with<Value>(_ body: (ServiceGround) async throws -> Value) async throws -> Value {
        try await ScratchKeys.with { keys in
            try await ScratchBroker.with { broker in
                try await broker.load(definitions: WireFormat.encode(Topology.planned))
                return try await body(ServiceGround(broker: broker, keys: keys))
            }
        }
    }

    /// Starts a service on a database, on a clock that travels.
    ///
    /// - Parameters:
    ///   - service: Which one.
    ///   - database: Its database.
    ///   - port: Where it answers; 0 for a port nobody is told.
    ///   - point: The crash point where it kills itself, such as `import.after-rows:2` for the second time; nil for none.
    ///   - settings: Its environment beside that.
    /// - Returns: The running service.
    /// - Throws: What kept it from being started.
    package func start(
        _ service: ServiceName,
        on database: ScratchDatabase,
        port: Int = 0,
        crashAt point: String? = nil,
        settings: [String: String] = [:]
    ) throws -> ServiceProcess {
        let usual = [
            "GONGJIANG_DATABASE_URL": database.url, "GONGJIANG_AMQP_URL": broker.url, "GONGJIANG_KEYS": keys,
            "GONGJIANG_CLOCK": "travel", "GONGJIANG_HTTP_PORT": "\(port)", "GONGJIANG_LOG_LEVEL": "error",
            "CRASH_AT": point ?? "",
        ]
        return try ServiceProcess(service.rawValue, usual.merging(settings) { $1 })
    }

    /// Lets go of the lease of a task whose process was killed: it would run out in some seconds, for which no test needs to wait.
    package static func giveLeasesBack(in database: PostgresPool) async throws {
        try await database.transaction { tx in _ = try tx.execute("DELETE FROM task_lease") }
    }
}

/// Keys of all services in a folder of a test's own.
package enum ScratchKeys {
    /// Lends the folder; it is gone afterwards.
    package static func with<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keys-\(NewID.v7().lowercase)")
            .path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try KeyFolder.create(at: folder, services: ServiceName.allCases.map(\.rawValue))
        return try await body(folder)
    }
}

extension ScratchDatabase {
    /// The address a service connects to it at, as the role that serves.
    package var url: String {
        var address = URLComponents(string: ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"] ?? "")
        address?.user = configuration.user
        address?.password = configuration.password
        address?.path = "/" + (configuration.database ?? "")
        return address?.string ?? ""
    }
}
