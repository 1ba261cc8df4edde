import Contracts
import Foundation
import Kernel
import Messaging
import Metrics
import MetricsTestKit
import Postgres
import TestSupport
import Testing

@Suite("The outbox")
struct OutboxTests {
    @Test("numbers the facts of a subject densely, also under concurrency and after rollbacks")
    func numbers() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "evaluation", size: 8) { database in
            let outbox = Outbox(service: .evaluation)
            let subject = NewID.v7()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for turn in 0..<40 {
                    group.addTask {
                        try? await database.transaction { tx in
                            try outbox.announce(told(subject), because: .test, in: tx)
                            try outbox.announce(told(subject), because: .test, in: tx)
                            if turn % 4 == 0 { throw Effects.CannotApply(word: "rollback") }
                        }
                    }
                }
                try await group.waitForAll()
            }
            let numbers = try await database.transaction { tx in
                try tx.query("SELECT sequence FROM outbox ORDER BY id").map { try $0.decode("sequence") as Int }
            }
            #expect(numbers.sorted() == Array(1...60))
            // The lock of the counter is held until COMMIT: a later id never carries an earlier number.
            #expect(numbers == numbers.sorted())
        }
    }

    @Test("numbers an enterprise's copies by themselves: no gap tells it of what it was not told")
    func numbersCopies() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "publicity_timer") { database in
            let outbox = Outbox(service: .publicityTimer)
            let opened = opened(by: "91371600MA3N00011J")
            let about = opened.about
            let released = ListReleased(about: about, objection: NewID.v7(), releasedAt: opened.period.endsAt)
            try await database.transaction { tx in
                try EnterpriseAccess.grant(about.publisher.creditCode, by: "an operator", in: tx)
            }
            for _ in 0..<2 {
                try await database.transaction { tx in
                    try outbox.announce(opened, because: .test, in: tx)
                    try outbox.announce(released, because: .test, in: tx)
                }
            }
            let rows = try await database.transaction { tx in
                try tx.query("SELECT exchange, sequence FROM outbox ORDER BY id").map { row in
                    (
                        exchange: try row.decode("exchange", as: String.self),
                        number: try row.decode("sequence", as: Int.self)
                    )
                }
            }
            #expect(rows.filter { $0.exchange == Topology.facts }.map(\.number) == [1, 2, 3, 4])
            #expect(rows.filter { $0.exchange == Topology.enterprise }.map(\.number) == [1, 2])
        }
    }

    @Test("writes an enterprise's copy with the members the contract lists, under the id of the fact")
    func copiesForEnterprises() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "certificate") { database in
            let outbox = Outbox(service: .certificate)
            let issued = CertificateIssued(
                certificate: NewID.v7(),
                number: "Y00003716000126T000001",
                holder: NewID.v7(),
                holderName: "王建国",
                issuer: EnterpriseRef(id: NewID.v7(), creditCode: "91371600MA3N00011J"),
                occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
                level: "特级技师",
                issuedOn: LocalDate(dayNumber: 20_740),
                determination: NewID.v7()
            )
            try await database.transaction { tx in
                try EnterpriseAccess.grant(issued.issuer.creditCode, by: "an operator", in: tx)
                try outbox.announce(issued, because: .test, in: tx)
            }
            let rows = try await database.transaction { tx in
                try tx.query("SELECT routing_key, sequence, convert_from(body, 'UTF8') AS body FROM outbox ORDER BY id")
                    .map {
                        (
                            try $0.decode("routing_key") as String, try $0.decode("sequence") as Int,
                            try $0.decode("body") as String
                        )
                    }
            }
            #expect(rows.map(\.0) == ["certificate.issued", "91371600MA3N00011J.certificate.issued"])
            #expect(rows.map(\.1) == [1, 1])
            #expect(rows[0].2.contains("\"issuer\""))
            #expect(!rows[1].2.contains("\"issuer\""))
            #expect(rows[1].2.contains("Y00003716000126T000001"))
        }
    }

    @Test("keeps the copies for an enterprise without a queue in the archive, numbered on where it gets one")
    func copiesNobodyHears() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "publicity_timer") { database in
            let outbox = Outbox(service: .publicityTimer)
            let (without, with) = ("91371600MA3N00011J", "91371602MA3N000225")
            let (first, second) = (opened(by: without), opened(by: with))
            try await database.transaction { tx in
                try EnterpriseAccess.grant(with, by: "an operator", in: tx)
                try outbox.announce(first, because: .test, in: tx)
                try outbox.announce(second, because: .test, in: tx)
            }
            try await database.transaction { tx in
                try EnterpriseAccess.grant(without, by: "an operator", in: tx)
                try outbox.announce(first, because: .test, in: tx)
            }
            let lines = try await database.transaction { tx in
                try tx.query(
                    """
                    SELECT 'outbox' AS place, credit_code, exchange, sequence FROM outbox
                    UNION ALL SELECT 'archive', credit_code, exchange, sequence FROM outbox_archive
                    """
                ).map { row in
                    Line(
                        place: try row.decode("place"),
                        enterprise: try row.decode("credit_code"),
                        exchange: try row.decode("exchange"),
                        sequence: try row.decode("sequence")
                    )
                }
            }
            #expect(
                Set(lines) == [
                    Line(place: "archive", enterprise: without, exchange: Topology.enterprise, sequence: 1),
                    Line(place: "outbox", enterprise: without, exchange: Topology.facts, sequence: 1),
                    Line(place: "outbox", enterprise: with, exchange: Topology.facts, sequence: 1),
                    Line(place: "outbox", enterprise: with, exchange: Topology.enterprise, sequence: 1),
                    Line(place: "outbox", enterprise: without, exchange: Topology.facts, sequence: 2),
                    Line(place: "outbox", enterprise: without, exchange: Topology.enterprise, sequence: 2),
                ]
            )
            #expect(lines.count == 6)
            #expect(try await database.number("SELECT count(*) AS n FROM outbox_archive WHERE sent") == 0)
        }
    }

    /// What is counted in this process.
    private static let counted = {
        let metrics = TestMetrics()
        MetricsSystem.bootstrap(metrics)
        return metrics
    }()

    @Test("counts the copies nobody hears, also those that go to the archive at once")
    func countsCopiesNobodyHears() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "publicity_timer") { database in
            let outbox = Outbox(service: .publicityTimer)
            // More than all other tests beside this one tell nobody.
            let copies = 400
            func unheard() -> Int64 { (try? Self.counted.expectCounter("outbox_unheard_total"))?.totalValue ?? 0 }
            let before = unheard()
            try await database.transaction { tx in
                for _ in 0..<copies { try outbox.announce(opened(by: "91371600MA3N00011J"), because: .test, in: tx) }
            }
            #expect(try await database.number("SELECT count(*) AS n FROM outbox_archive WHERE NOT sent") == copies)
            #expect(unheard() - before >= Int64(copies))
        }
    }

    /// A row of the outbox or the archive, as far as it is compared.
    private struct Line: Hashable {
        let place: String
        let enterprise: String
        let exchange: String
        let sequence: Int
    }

    @Test("refuses a fact that is too large or another service's, and nothing is half-written")
    func refuses() async throws {
        try await ScratchDatabase.with(messagingMigrations, service: "evaluation") { database in
            let outbox = Outbox(service: .evaluation)
            let large = told(NewID.v7(), String(repeating: "长", count: 100_000))
            await #expect(throws: Outbox.Unannounceable.self) {
                try await database.transaction { tx in
                    try outbox.announce(told(NewID.v7()), because: .test, in: tx)
                    try outbox.announce(large, because: .test, in: tx)
                }
            }
            await #expect(throws: Outbox.Unannounceable.notOurs(fact: "evaluation.list-withdrawn")) {
                try await database.transaction { tx in
                    try Outbox(service: .filing).announce(told(NewID.v7()), because: .test, in: tx)
                }
            }
            let left = try await database.number("SELECT count(*) AS n FROM outbox")
            #expect(left == 0)
        }
    }
}

/// A notice of an enterprise, just opened.
private func opened(by creditCode: String) -> PublicityOpened {
    let day = LocalDate(dayNumber: 20_740)
    return PublicityOpened(
        about: NoticeRef(
            notice: NewID.v7(),
            list: NewID.v7(),
            round: NewID.v7(),
            publisher: EnterpriseRef(id: NewID.v7(), creditCode: creditCode),
            listDigest: ""
        ),
        period: NoticePeriod(
            requiredDays: 5,
            publishedOn: day,
            lastDay: day,
            endsAt: day.end,
            calendarVersion: "",
            authority: .official
        ),
        names: 1
    )
}
