import Configuration
import Contracts
import Foundation
import Logging

/// What a service is told from outside: environment first, then the file `GONGJIANG_CONFIG_FILE_PATH` names.
struct Settings: Sendable {
    let databaseURL: String
    let brokerURL: String
    let host: String
    let port: Int
    let keysFolder: String
    /// A path or an address.
    let jwks: String
    let clockTravels: Bool
    /// Database connections of this replica: eight at most, and one more where a route only looks something up.
    let connections: Int
    /// Addresses of the proxies in front of the service; nobody else is believed about whom they ask for.
    let proxies: Set<String>
    let reader: ConfigReader

    /// A setting that is needed and missing.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    static func reader() async throws -> ConfigReader {
        let variables = EnvironmentVariablesProvider(secretsSpecifier: .dynamic { name, _ in name.hasSuffix("_URL") })
        let environment = ConfigReader(provider: variables)
        guard environment.string(forKey: "gongjiang.config.filePath") != nil else { return environment }
        let file = try await FileProvider<JSONSnapshot>(config: environment.scoped(to: "gongjiang.config"))
        return ConfigReader(providers: [variables, file])
    }

    static func logLevel(_ reader: ConfigReader) -> Logger.Level {
        reader.string(forKey: "gongjiang.log.level").flatMap(Logger.Level.init(rawValue:)) ?? .info
    }

    init(_ reader: ConfigReader) throws {
        self.reader = reader
        databaseURL = try Self.needed("gongjiang.database.url", "GONGJIANG_DATABASE_URL", reader)
        brokerURL = try Self.needed("gongjiang.amqp.url", "GONGJIANG_AMQP_URL", reader)
        host = reader.string(forKey: "gongjiang.http.host") ?? "127.0.0.1"
        port = reader.int(forKey: "gongjiang.http.port") ?? 8080
        keysFolder = try Self.needed("gongjiang.keys", "GONGJIANG_KEYS", reader)
        jwks = reader.string(forKey: "gongjiang.jwks") ?? "\(keysFolder)/token/jwks.json"
        clockTravels = reader.string(forKey: "gongjiang.clock") == "travel"
        connections = min(8, max(2, reader.int(forKey: "gongjiang.database.connections") ?? 6))
        let proxies = reader.string(forKey: "gongjiang.proxies") ?? ""
        self.proxies = Set(proxies.split(whereSeparator: { ", ".contains($0) }).map(String.init))
    }

    static func needed(_ key: ConfigKey, _ variable: String, _ reader: ConfigReader) throws -> String {
        guard let value = reader.string(forKey: key, isSecret: true), !value.isEmpty else {
            throw Missing(description: "\(variable) is not set")
        }
        return value
    }
}
