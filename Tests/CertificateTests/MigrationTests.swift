import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

@Suite("The migrations")
struct MigrationTests {
    @Test("can be taken back and made again, and the journal's rows stay")
    func backAndForth() async throws {
        let names = Main.allMigrations.map(\.name)
        let findings = try await MigrationRehearsal.run(Main.allMigrations, service: "certificate")
        #expect(findings.rolledBack == names.reversed())
        #expect(findings.appliedAgain == names)
        #expect(findings.journalRowsKept == 1)
    }
}
