import Contracts
import Foundation
import Kernel
import Logging
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

/// A service that keeps nothing but the directory.
private struct Hearer: ServiceDefinition {
    static let name = ServiceName.evaluation
    static let migrations: [Migration] = []
    static let access = Access([:])
    static let messages: MessageCatalogue = []

    init(_: ServiceEnvironment) {}

    var subscriptions: [Subscription] { [EnterpriseDirectory.subscription, EnterpriseDirectory.changes] }
    var routes: [Route] { [] }
}

@Suite("The directory of enterprises")
struct DirectoryTests {
    private static let ref = EnterpriseRef(id: NewID.v7(), creditCode: "91371600MA3N00011J")

    private static func unit(
        _ name: String,
        _ code: String?,
        in county: String,
        closed: String? = nil
    ) -> EnterpriseUnit {
        EnterpriseUnit(
            id: NewID.v7(),
            kind: code == nil ? .plant : .subsidiary,
            name: name,
            creditCode: code,
            county: county,
            employees: 100,
            closedOn: closed.flatMap { LocalDate($0) }
        )
    }

    private static func changed(
        _ units: [EnterpriseUnit],
        name: String = "渤远",
        in county: String = "371602"
    ) -> EnterpriseChanged {
        EnterpriseChanged(
            changed: ref,
            enterpriseName: name,
            jurisdiction: county,
            units: units,
            changedOn: LocalDate("2026-09-14") ?? .earliest
        )
    }

    @Test("keeps units and counties, and forgets units that were closed")
    func keeps() async throws {
        try await ServiceUnderTest.with(Hearer.self) { service in
            let registered = EnterpriseRegistered(registered: Self.ref, enterpriseName: "渤远", jurisdiction: "371602")
            let plant = Self.unit("二厂", nil, in: "BZ-KFQ")
            let foundry = Self.unit("铸造", "9137160270000001X7", in: "371681")
            try await service.hear(registered, Self.changed([plant]), Self.changed([plant, foundry]), from: .filing)
            try await service.database.transaction { tx in
                let directory = EnterpriseDirectory()
                let entry = try #require(try directory.find(creditCode: Self.ref.creditCode, in: tx))
                #expect(entry.counties == ["371602", "BZ-KFQ", "371681"])
                #expect(entry.creditCodes == [Self.ref.creditCode, "9137160270000001X7"])
                #expect(Set(entry.units) == [plant, foundry])
                #expect(try directory.enterprises(ofPeopleOf: "9137160270000001X7", in: tx) == [entry])
            }
            let closed = EnterpriseUnit(
                id: foundry.id,
                kind: .subsidiary,
                name: "铸造",
                creditCode: foundry.creditCode,
                county: "371681",
                employees: 0,
                closedOn: LocalDate("2026-10-01")
            )
            try await service.hear(Self.changed([plant, closed], name: "渤远股份"), from: .filing, sequence: 4)
            try await service.database.transaction { tx in
                let directory = EnterpriseDirectory()
                let entry = try #require(try directory.find(Self.ref.id, in: tx))
                #expect(entry.name == "渤远股份")
                #expect(entry.units == [plant])
                #expect(try directory.enterprises(ofPeopleOf: "9137160270000001X7", in: tx).isEmpty)
            }
        }
    }

    @Test("kept before units were on record is read as it was, and told of them later")
    func upgrades() async throws {
        let migrations = messagingMigrations + serviceKitMigrations
        let before = migrations.filter { $0.name != "k004_unit_directory" }
        try await ScratchDatabase.with(before, service: "evaluation") { pool, database in
            try await pool.transaction { tx in
                try tx.execute(
                    "INSERT INTO enterprise_directory VALUES (\(Self.ref.id), \(Self.ref.creditCode), '渤远', '371602')"
                )
            }
            let role = database.configuration.user ?? "evaluation"
            let migrator = Migrator(migrations, servingRole: role)
            let logger = Logger(label: "upgrade")
            let applied = try await migrator.migrate(database.ownerConfiguration, logger: logger)
            #expect(applied == ["k004_unit_directory"])
            try await pool.transaction { tx in
                let entry = try #require(try EnterpriseDirectory().find(Self.ref.id, in: tx))
                #expect(entry.units.isEmpty && entry.counties == ["371602"] && entry.name == "渤远")
            }
        }
    }
}
