import CLibPQ

/// How to reach a database, and the limits every connection to it gets.
package struct PostgresConfiguration: Sendable {
    /// Where the server is, as `postgresql://…` or in libpq's keyword form; holds the password, if any.
    private let url: String
    /// The name the server shows for the connections.
    package let applicationName: String

    /// Replaces the url's database.
    package var database: String?
    /// Replaces the url's role.
    package var user: String?
    /// Replaces the url's password.
    package var password: String?

    /// The longest a statement may run (`statement_timeout`); zero is without limit.
    package var statementTimeout: Duration = .seconds(30)
    /// The longest a statement may wait for a lock (`lock_timeout`); zero is without limit.
    package var lockTimeout: Duration = .seconds(5)
    /// The longest a transaction may stand idle (`idle_in_transaction_session_timeout`).
    package var idleInTransactionTimeout: Duration = .seconds(30)
    /// How long the outcome of an ambiguous commit is looked for.
    package var commitLookUpDeadline: Duration = .seconds(20)
    /// Whether its connections can change nothing (`default_transaction_read_only`), and keep the plans of what they look up.
    var isReading = false

    /// - Parameters:
    ///   - url: `postgresql://user:password@host:port/database?…` or `host=… dbname=…`; read when a connection is made.
    ///   - applicationName: The name the server shows for the connections.
    package init(url: String, applicationName: String) {
        self.url = url
        self.applicationName = applicationName
    }

    /// The same for connections that only look things up.
    var reading: PostgresConfiguration {
        var reading = self
        reading.isReading = true
        return reading
    }

    /// How long to wait for an answer before the server counts as lost: somewhat longer than it lets a statement run.
    var patience: Duration? {
        statementTimeout == .zero ? nil : statementTimeout + .seconds(10)
    }

    /// The hosts, port, database and role the url names, without the password.
    ///
    /// - Throws: ``PostgresError`` when the url cannot be read.
    package func endpoint() throws(PostgresError) -> (host: String?, database: String?, user: String?) {
        let parsed = try parse()
        return (parsed["host"] ?? parsed["hostaddr"], database ?? parsed["dbname"], user ?? parsed["user"])
    }

    /// All keywords for libpq; what the url says wins over the defaults here.
    func settings() throws(PostgresError) -> [(String, String)] {
        var settings = [
            "application_name": applicationName,
            "connect_timeout": "5",
            "keepalives_idle": "5",
            "keepalives_interval": "2",
            "keepalives_count": "3",
            "tcp_user_timeout": "10000",
        ]
        settings.merge(try parse()) { _, url in url }
        settings["client_encoding"] = "UTF8"
        settings["dbname"] = database ?? settings["dbname"]
        settings["user"] = user ?? settings["user"]
        settings["password"] = password ?? settings["password"]
        // A server counts as none to write to where its sessions begin read-only, as these do; the primary is meant.
        if isReading, settings["target_session_attrs"] == "read-write" { settings["target_session_attrs"] = "primary" }
        let limits = [
            "statement_timeout=\(statementTimeout.milliseconds)",
            "lock_timeout=\(lockTimeout.milliseconds)",
            "idle_in_transaction_session_timeout=\(idleInTransactionTimeout.milliseconds)",
            "client_connection_check_interval=5000",
            "synchronous_commit=on",
            "client_min_messages=warning",
            "TimeZone=UTC",
            "DateStyle=ISO",
            "bytea_output=hex",
            // Tables like the outbox are empty when idle and can hold a million rows an hour later: a plan kept from when
            // they were empty would read and sort all of them for each batch.
            // What is only looked up goes by keys, and planning it costs more than finding it.
            "plan_cache_mode=\(isReading ? "auto" : "force_custom_plan")",
            "default_transaction_read_only=\(isReading ? "on" : "off")",
            // Statements here are short and many; compiling or sharing out one of them costs more than it saves.
            "jit=off",
            "max_parallel_workers_per_gather=0",
        ]
        .map { "-c \($0)" }.joined(separator: " ")
        settings["options"] = settings["options"].map { "\(limits) \($0)" } ?? limits
        return settings.map { ($0, $1) }
    }

    private func parse() throws(PostgresError) -> [String: String] {
        // libpq's own words about a wrong url quote it, password and all; they are dropped.
        guard let options = unsafe PQconninfoParse(url, nil) else {
            throw PostgresError(.misuse, "the address of the database cannot be read")
        }
        defer { unsafe PQconninfoFree(options) }
        var settings: [String: String] = [:]
        var next = unsafe options
        while let keyword = unsafe next.pointee.keyword {
            if let value = unsafe next.pointee.val {
                unsafe settings[String(cString: keyword)] = unsafe String(cString: value)
            }
            unsafe next += 1
        }
        return settings
    }
}

extension PostgresConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String {
        guard let endpoint = try? endpoint() else { return "an unreadable database address" }
        return "\(endpoint.user ?? "")@\(endpoint.host ?? "local")/\(endpoint.database ?? "")"
    }

    package var debugDescription: String { description }

    /// Keeps the password out of `dump` and of test failures.
    package var customMirror: Mirror { Mirror(self, children: ["endpoint": description]) }
}

extension Duration {
    fileprivate var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
