import Cryptography
import FilingDomain
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import FilingService

@Suite("A database of before units")
struct WhoUpgrade {
    @Test("is read: enterprises without units, filings of the city's centre, contacts whose names are sealed then")
    func upgrades() async throws {
        let before = Main.allMigrations.filter { !$0.name.hasPrefix("v0") || $0.name.hasPrefix("v001") }
        let keys = try KeyRing.temporary(services: ["filing"], service: "filing")
        try await ScratchDatabase.with(before, service: "filing") { pool, database in
            let telephone = try keys.fields.seal("0543-8170000", of: Sample.enterpriseID.lowercase)
            try await pool.transaction { tx in
                try tx.execute(
                    """
                    INSERT INTO enterprise (id, credit_code, name, jurisdiction, state, version)
                    VALUES (\(Sample.enterpriseID), \(Sample.creditCode), '渤海', '371602',
                        \(#"{"registered":{"particulars":{"creditCode":"91371600MA3N00011J","name":"渤海","jurisdiction":"371602","legalRepresentative":"王建国"},"on":"2026-08-03"}}"#)::text::jsonb, 1)
                    """
                )
                try tx.execute(
                    """
                    INSERT INTO journal (aggregate, aggregate_id, version, kind, actor, at, correlation, event)
                    VALUES ('enterprise', \(Sample.enterpriseID), 1, 'registered', 'centre-1', now(), \(NewID.v7()),
                        \(Array(#"{"registered":{"on":"2026-08-03","particulars":{"creditCode":"91371600MA3N00011J","jurisdiction":"371602","legalRepresentative":"王建国","name":"渤海"}}}"#.utf8)))
                    """
                )
                try tx.execute("INSERT INTO enterprise_contact VALUES (\(Sample.enterpriseID), '李敏', \(telephone))")
                try tx.execute(
                    """
                    INSERT INTO general_filing (id, enterprise, phase, state, version)
                    VALUES (\(Sample.generalID), \(Sample.enterpriseID), 'submitted', '{}', 1)
                    """
                )
            }
            let through = Main.allMigrations.filter { !$0.name.hasPrefix("v0") || $0.name < "v003" }
            let migrator = Migrator(through, servingRole: database.configuration.user ?? "filing")
            let applied = try await migrator.migrate(database.ownerConfiguration, logger: Logger(label: "upgrade"))
            #expect(applied == ["v002_who"])
            let contacts = ContactStore(cipher: keys.fields)
            let known = Contact(purpose: .general, name: "李敏", telephone: "0543-8170000")
            try await pool.transaction { tx in
                let enterprise = try EnterpriseStore().find(Sample.enterpriseID, in: tx)
                #expect(enterprise.state.units.isEmpty && enterprise.state.particulars?.name == "渤海")
                let steps = try EnterpriseHistory().steps(of: Sample.enterpriseID, after: 0, limit: 10, in: tx)
                #expect(
                    try steps.map(\.event) == [
                        .registered(particulars: #require(enterprise.state.particulars), units: [], on: Sample.monday)
                    ]
                )
                let addressees = FilingAddressees(authorities: AuthorityStore(), journal: Journal())
                #expect(try addressees.kind(ofGeneral: Sample.generalID, in: tx) == .centre)
                #expect(try contacts.load([Sample.enterpriseID], in: tx) == [Sample.enterpriseID: [known]])
                #expect(try contacts.sealNames(in: tx) == false)
                #expect(try tx.query("SELECT FROM enterprise_contact WHERE name IS NOT NULL").isEmpty)
                #expect(try contacts.load([Sample.enterpriseID], in: tx) == [Sample.enterpriseID: [known]])
            }
            // And back: what the older version reads is there, the name to be asked for again.
            let back = try await migrator.rollBack(
                to: before.last?.name,
                database.ownerConfiguration,
                logger: Logger(label: "upgrade")
            )
            #expect(back == ["v002_who"])
            try await pool.transaction { tx in
                let row = try tx.query("SELECT name, telephone FROM enterprise_contact").first
                #expect(try row?.decode("name") == "请重新填写")
                let sealed: [UInt8] = try row?.decode("telephone") ?? []
                #expect(try keys.fields.open(sealed, of: Sample.enterpriseID.lowercase) == "0543-8170000")
            }
        }
    }
}
