import Contracts
import Logging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("The migrations of the publicity timer")
struct MigrationTests {
    @Test("Each is taken back and made again")
    func goBothWays() async throws {
        try await ScratchDatabase.with(Main.allMigrations, service: Main.name.database) { _, database in
            let role = try #require(database.configuration.user)
            let migrator = Migrator(Main.allMigrations, servingRole: role)
            let logger = Logger(label: "test")
            let back = try await migrator.rollBack(to: "k001_servicekit", database.ownerConfiguration, logger: logger)
            #expect(back == ["v001_publicity_timer"])
            #expect(try await migrator.migrate(database.ownerConfiguration, logger: logger) == back)
        }
    }
}
