import Foundation
import Logging
import Postgres
import Synchronization

/// The server on which scratch databases are made, and what this process has made there.
///
/// All names begin with `gjt_` and a number of the process, on which it holds an advisory lock: whoever can take that lock
/// knows that the process is gone, and may drop what it left.
actor ScratchServer {
    private enum Problem: Error {
        case noServer
        case notLocal(String)
    }

    private static let made = Mutex<ScratchServer?>(nil)

    private let server: PostgresConfiguration
    private let run: Int32
    /// Holds the lock of this process, and makes databases.
    private let connection: PostgresConnection
    /// Drops databases, each with a checkpoint; nobody who wants a new one waits for that.
    private let dropping: PostgresConnection
    private var templates: [Key: Template] = [:]
    private var clones = 0
    private var isMakingTemplate = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    private struct Key: Hashable {
        let service: String
        let migrations: [Migration]
    }

    private struct Template {
        let name: String
        let owner: String
        let service: String
        let password: String
    }

    /// The server of this process.
    static func shared() throws -> ScratchServer {
        try made.withLock { made in
            if let made { return made }
            guard let url = ProcessInfo.processInfo.environment["GONGJIANG_TEST_POSTGRES"] else {
                throw Problem.noServer
            }
            let configuration = PostgresConfiguration(url: url, applicationName: "scratch")
            let host = try configuration.endpoint().host ?? ""
            guard ["", "localhost", "127.0.0.1", "::1"].contains(host) || host.hasPrefix("/") else {
                throw Problem.notLocal(host)
            }
            let server = ScratchServer(configuration)
            made = server
            // Tests end by `exit`; this is the last moment to clean up.
            atexit { ScratchServer.leave() }
            return server
        }
    }

    private init(_ server: PostgresConfiguration) {
        self.server = server
        run = Int32.random(in: 1...Int32.max)
        var patient = server
        patient.statementTimeout = .seconds(120)
        dropping = PostgresConnection(patient, logger: Logger(label: "scratch"))
        connection = PostgresConnection(patient, reconnects: false, logger: Logger(label: "scratch"))
    }

    /// A migrated copy of the template of these migrations.
    func clone(_ migrations: [Migration], service: String) async throws -> ScratchDatabase {
        let template = try await template(migrations, service: service)
        clones += 1
        let name = "\(prefix)\(clones)"
        try await connection.session { session in
            // Copied through the log, the default: `file_copy` makes two checkpoints, ten times as slow where data is synced.
            try session.execute(
                """
                create database \(identifier: name) template \(identifier: template.name)
                owner \(identifier: template.owner)
                """
            )
            // Privileges of a database are not copied with it.
            try Self.restrict(name, to: template.service, session)
        }
        return ScratchDatabase(
            ownerConfiguration: configuration(name, template.owner, template.password),
            configuration: configuration(name, template.service, template.password)
        )
    }

    func drop(_ database: String) async throws {
        try await dropping.session { try $0.execute("drop database if exists \(identifier: database) with (force)") }
    }

    private var prefix: String { "gjt_\(run)_" }

    /// The template of these migrations, made on first use; whoever else wants it meanwhile waits.
    private func template(_ migrations: [Migration], service: String) async throws -> Template {
        let key = Key(service: service, migrations: migrations)
        if let template = templates[key] { return template }
        while isMakingTemplate { await withCheckedContinuation { waiting.append($0) } }
        if let template = templates[key] { return template }
        isMakingTemplate = true
        defer {
            isMakingTemplate = false
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
        if templates.isEmpty { try await begin() }
        let template = Template(
            name: "\(prefix)t\(templates.count)",
            owner: "\(prefix)\(service)_owner\(templates.count)",
            service: "\(prefix)\(service)\(templates.count)",
            password: UUID().uuidString
        )
        try await connection.session { session in
            for role in [template.owner, template.service] {
                try session.execute("create role \(identifier: role) login password \(literal: template.password)")
            }
            try session.execute("create database \(identifier: template.name) owner \(identifier: template.owner)")
            try Self.restrict(template.name, to: template.service, session)
        }
        try await Migrator(migrations, servingRole: template.service).migrate(
            configuration(template.name, template.owner, template.password),
            logger: Logger(label: "scratch")
        )
        templates[key] = template
        return template
    }

    /// Takes the lock of this process and drops what dead ones have left.
    private func begin() async throws {
        let run = run
        try await connection.session { session in
            _ = try session.query("select pg_advisory_lock(\(Self.lockSpace), \(run))")
            for other in try Self.runs(session) where other != run {
                let row = try session.query("select pg_try_advisory_lock(\(Self.lockSpace), \(other)) as is_dead")[0]
                guard try row["is_dead"] else { continue }
                try Self.dropAll(of: other, session)
                _ = try session.query("select pg_advisory_unlock(\(Self.lockSpace), \(other))")
            }
        }
    }

    /// The first key of the locks; the second is the number of the process.
    private static let lockSpace: Int32 = 0x676A_7401

    /// The processes that have databases or roles on the server.
    private static func runs(_ session: borrowing Session) throws -> [Int32] {
        try session.query(
            """
            select distinct substring(name from '^gjt_([0-9]{1,10})_')::int as run
            from (select datname::text from pg_database union all select rolname::text from pg_roles) as names (name)
            where name ~ '^gjt_[0-9]{1,10}_'
            """
        ).map { try $0["run"] }
    }

    private static func dropAll(of run: Int32, _ session: borrowing Session) throws {
        let pattern = "^gjt_\(run)_"
        let databases: [String] = try session.query(
            "select datname::text as name from pg_database where datname ~ \(pattern)"
        )
        .map { try $0["name"] }
        for name in databases { try session.execute("drop database if exists \(identifier: name) with (force)") }
        let roles: [String] = try session.query("select rolname::text as name from pg_roles where rolname ~ \(pattern)")
            .map { try $0["name"] }
        for name in roles { try session.execute("drop role if exists \(identifier: name)") }
    }

    private static func restrict(_ database: String, to service: String, _ session: borrowing Session) throws {
        try session.execute("revoke all on database \(identifier: database) from public")
        try session.execute("grant connect on database \(identifier: database) to \(identifier: service)")
    }

    private func configuration(_ database: String, _ user: String, _ password: String) -> PostgresConfiguration {
        var configuration = server
        configuration.database = database
        configuration.user = user
        configuration.password = password
        return configuration
    }

    /// Drops everything of this process, from the thread that ends it.
    private static func leave() {
        guard let server = made.withLock({ $0 }) else { return }
        try? Session.onThisThread(server.server) { try dropAll(of: server.run, $0) }
    }
}
