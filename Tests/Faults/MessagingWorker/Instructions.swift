import AMQP
import Foundation
import Postgres

/// What a worker is to do, handed over in its environment.
package struct Instructions: Sendable {
    /// What the worker plays.
    package let role: Role
    let database: PostgresConfiguration
    let broker: AMQPConfiguration
    /// What the speaker tells about.
    let subjects: [UUID]
    /// How many facts it tells about each.
    let facts: Int
    /// The word a hearer cannot apply at first.
    let refuse: String?

    /// Something is not said, or cannot be read.
    struct Unclear: Error {
        let variable: String
    }

    init(_ environment: [String: String]) throws {
        func value(_ name: String) throws -> String {
            guard let value = environment[name] else { throw Unclear(variable: name) }
            return value
        }
        guard let role = Role(rawValue: try value("WORKER_ROLE")) else { throw Unclear(variable: "WORKER_ROLE") }
        self.role = role
        var database = PostgresConfiguration(url: try value("GONGJIANG_TEST_POSTGRES"), applicationName: role.rawValue)
        database.database = try value("WORKER_DATABASE")
        database.user = try value("WORKER_DATABASE_USER")
        database.password = try value("WORKER_DATABASE_PASSWORD")
        self.database = database
        broker = try AMQPConfiguration(url: try value("WORKER_BROKER"), connectionName: role.rawValue)
        subjects = try value("WORKER_SUBJECTS").split(separator: ",").compactMap { UUID(uuidString: String($0)) }
        facts = Int(try value("WORKER_FACTS")) ?? 0
        refuse = environment["WORKER_REFUSE"]
    }

    /// The environment that says all this.
    package static func environment(
        _ role: Role,
        database: PostgresConfiguration,
        broker: String,
        subjects: [UUID],
        facts: Int,
        refuse: String? = nil
    ) -> [String: String] {
        var environment = [
            "WORKER_ROLE": role.rawValue, "WORKER_DATABASE": database.database ?? "",
            "WORKER_DATABASE_USER": database.user ?? "", "WORKER_DATABASE_PASSWORD": database.password ?? "",
            "WORKER_BROKER": broker, "WORKER_FACTS": String(facts),
            "WORKER_SUBJECTS": subjects.map(\.uuidString).joined(separator: ","),
        ]
        environment["WORKER_REFUSE"] = refuse
        return environment
    }
}
