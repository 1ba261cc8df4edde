import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("From determination to appointment, on a real database")
struct AppointmentStory {
    @Test("A determined certificate holder is appointed at parity, and it is told without any amount")
    func appoints() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([Sample.id(1), Sample.id(2)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            let before = await service.get("/holders")
            #expect(before.member("items") == "2 items")
            let made = await service.appoint(1, to: post)
            #expect(made.status == 201)
            #expect(made.member("band", "minimumFen") == "1680000")
            let appointed = try await service.said(Appointed.self)
            #expect(appointed.map(\.appointee) == [Sample.id(1)])
            #expect(appointed.first?.band == "ZG-2")
            #expect(appointed.first?.benchmark.lowercase == made.member("benchmark"))
            #expect(appointed.first?.employer == Sample.employer)
            let after = await service.get("/holders")
            #expect(after.member("items") == "1 items")
            #expect(after.member("items", "0", "state") == "determined")
            let posts = await service.get("/posts")
            #expect(posts.member("items", "0", "taken") == "1")
            #expect(posts.member("items", "0", "seats", "0", "person") == Sample.id(1).lowercase)
            let officer = await service.call("GET", "/appointments", as: .centreOfficer)
            #expect(officer.member("items") == "1 items")
            #expect(!officer.text.contains("Fen"))
        }
    }

    @Test("Certificates may be heard before determinations")
    func hearsInAnyOrder() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.issued(1), from: .certificate)
            let first = await service.appoint(1, to: post)
            #expect(first.member("code") == "compensation.not-determined")
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            #expect(await service.get("/holders").member("items", "0", "state") == "qualified")
            #expect(await service.appoint(1, to: post).status == 201)
        }
    }

    @Test("Every reason for a no leaves everything as it was")
    func refuses() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            try await service.hear(Sample.approved([1, 2, 3].map(Sample.id)), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            try await service.hear(Sample.issued(2), from: .certificate)
            func code(_ reply: PlainResponse) -> String { "\(reply.status) \(reply.member("code") ?? "")" }
            #expect(code(await service.appoint(9, to: post)) == "409 compensation.not-determined")
            #expect(code(await service.appoint(3, to: post)) == "409 compensation.no-certificate")
            #expect(code(await service.appoint(1, to: post, certificate: 1002)) == "409 compensation.no-certificate")
            #expect(
                code(await service.appoint(1, to: post, from: "2026-10-13")) == "409 compensation.before-determination"
            )
            #expect(
                code(await service.appoint(1, to: post, minimum: 1_679_999)) == "409 compensation.below-benchmark"
            )
            #expect(try await service.journal() == ["declared", "established"])
            #expect(await service.appoint(1, to: post).status == 201)
            #expect(code(await service.appoint(2, to: post)) == "409 compensation.headcount-full")
            #expect(code(await service.appoint(1, to: post)) == "409 compensation.already-appointed")
            #expect(
                await service.appoint(2, to: post, from: "2029-11-01", through: "2032-10-31").status == 201
            )
        }
    }

    @Test("Without a benchmark nobody is appointed, and a band has one a day")
    func needsABenchmark() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Sample.registered, from: .filing)
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            let post = await service.establish(headcount: 1).member("id") ?? ""
            #expect(await service.appoint(1, to: post).member("code") == "compensation.no-benchmark")
            #expect(await service.declare().status == 201)
            #expect(await service.declare(from: "2999-01-01", correction: nil).status == 201)
            let again = await service.declare(from: "2999-01-01", correction: nil)
            #expect(again.member("code") == "compensation.benchmark-declared")
            #expect(await service.declare(from: "2026-02-01").status == 201)
            #expect(await service.get("/benchmarks").member("items") == "3 items")
            #expect(await service.appoint(1, to: post).status == 201)
        }
    }

    @Test("Twenty who want the last seat at the same time: one gets it")
    func racesForTheLastSeat() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare(headcount: 1)
            let persons = Array(1...20)
            try await service.hear(Sample.approved(persons.map(Sample.id)), from: .evaluation)
            try await service.hear(
                try persons.map {
                    try .init(telling: Sample.issued($0), from: .certificate, sequence: 1, at: service.clock.now)
                }
            )
            let statuses = await withTaskGroup(of: Int.self) { group in
                for person in persons { group.addTask { await service.appoint(person, to: post).status } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 201 } == 1)
            #expect(statuses.count { $0 == 409 } == 19)
            #expect(try await service.said(Appointed.self).count == 1)
            #expect(await service.get("/posts").member("items", "0", "seats") == "1 items")
        }
    }

    @Test("One person wanted on two posts at the same time gets one")
    func racesForThePerson() async throws {
        try await Service.with(Main.self) { service in
            let first = try await service.prepare()
            let second = await service.establish(headcount: 1).member("id") ?? ""
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            async let one = service.appoint(1, to: first).status
            async let other = service.appoint(1, to: second).status
            #expect(await [one, other].sorted() == [201, 409])
        }
    }

    @Test("A fact told twice changes nothing")
    func isIdempotent() async throws {
        try await Service.with(Main.self) { service in
            try await service.hear(Sample.approved([Sample.id(1)]), Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), Sample.issued(1), from: .certificate)
            #expect(try await service.journal() == ["determined", "certified"])
        }
    }
}

extension ServiceUnderTest<Main> {
    /// The kinds of journal entries of people's doing and of holders, in order, without the facts heard before.
    func journal() async throws -> [String] {
        try await database.transaction { tx in
            try tx.query(
                """
                SELECT kind FROM journal
                WHERE aggregate <> 'holder' OR NOT EXISTS (SELECT FROM journal WHERE aggregate <> 'holder')
                ORDER BY position
                """
            ).map { try $0.decode("kind") }
        }
    }
}
