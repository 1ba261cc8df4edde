import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("Attesting a month")
struct AttestationStory {
    @Test("is taken once, corrected on record, counted and told without names and amounts")
    func story() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let first = await service.attest(appointments)
            #expect(first.status == 200, "\(first.text)")
            #expect(first.member("attested") == "2")
            #expect(await service.attest(appointments).member("unchanged") == "2")
            try await service.tick()
            let said = try await service.said(ParityAttested.self)
            #expect(said.map(\.month) == ["2026-11"])
            #expect(said.first.map { [$0.due, $0.met, $0.missing] } == [2, 2, 0])

            let other = await service.attest(appointments, standing: "not-met", reason: "当月绩效延后核定")
            #expect(other.status == 400)
            #expect(other.member("errors", "0", "field") == "items.0.correction")
            #expect(other.member("errors", "0", "code") == "compensation.correction-needs-reason")
            let corrected = await service.attest(
                appointments,
                standing: "not-met",
                reason: "当月绩效延后核定",
                correction: "原确认有误"
            )
            #expect(corrected.member("corrected") == "2", "\(corrected.text)")
            try await service.tick()
            #expect(try await service.said(ParityAttested.self).last?.notMet == 2)
            let list = await service.get("/attestations?month=2026-11")
            #expect(list.member("items", "0", "attested", "corrections") == "1")
            #expect(list.member("items", "1", "attested", "standing") == "not-met")
            #expect(list.member("items", "1", "attested", "signer") == "王经理")
        }
    }

    @Test("The month calls a person by the name the certificate was corrected to")
    func correctedName() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-02").start)
            #expect(await service.get("/attestations?month=2026-11").member("items", "0", "name") == "赵一")
            try await service.hear(Sample.corrected(1, name: "赵一一"), from: .certificate, sequence: 2)
            #expect(await service.get("/attestations?month=2026-11").member("items", "0", "name") == "赵一一")
        }
    }

    @Test("Gaps are listed, and what is missing after the due day is told once")
    func gaps() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-14").start)
            #expect(await service.attest([appointments[0]]).status == 200)
            try await service.tick()
            #expect(await service.get("/attestations?month=2026-11&missing=true").member("items") == "1 items")
            let gap = await service.get("/attestations/gaps")
            #expect(gap.member("items", "0", "missing") == "1", "\(gap.text)")
            #expect(gap.member("items", "0", "isOverdue") == "0")
            #expect(try await service.said(AttestationMissing.self).isEmpty)
            try await service.travel(to: Sample.day("2026-12-15").start.addingTimeInterval(600))
            try await service.tick()
            try await service.tick()
            let missing = try await service.said(AttestationMissing.self)
            #expect(missing.map(\.missing) == [1])
            #expect(missing.first?.dueOn == Sample.day("2026-12-14"))
            let late = await service.attest([appointments[1]])
            #expect(late.member("attested") == "1")
            try await service.tick()
            let officer = await service.call("GET", "/attestations/gaps", as: .countyOfficer, county: "371602")
            #expect(officer.member("items", "0", "late") == "1", "\(officer.text)")
            #expect(officer.member("items", "0", "missing") == "0")
            let elsewhere = await service.call("GET", "/attestations/gaps", as: .countyOfficer, county: "371603")
            #expect(elsewhere.member("items") == "0 items")
        }
    }

    @Test("An enterprise that says nothing has a gap of its own accord")
    func silence() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(1)
            try await service.travel(to: Sample.day("2027-01-20").start)
            try await service.tick()
            #expect(try await service.said(AttestationMissing.self).map(\.month).sorted() == ["2026-11", "2026-12"])
            let gaps = await service.call("GET", "/attestations/gaps?county=371602", as: .bureauOfficer)
            #expect(gaps.member("items") == "2 items")
        }
    }

    @Test("Bad lines are told by line and field, and nothing is taken")
    func badLines() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let known = appointments[0]
            let rows: [(month: String, item: String, field: String, code: String)] = [
                (
                    "2026-11", Self.item("01990000-0000-7000-8000-000000000099"), "items.0.appointment",
                    "not-appointed-here"
                ),
                ("2026-10", Self.item(known), "items.0.appointment", "month-not-due"),
                ("2027-01", Self.item(known), "month", "month-ahead"),
                ("2026-11", Self.item(known, band: "ZG-9"), "items.0.band", "other-band"),
                ("2026-11", Self.item(known, standing: "not-met"), "items.0.reason", "reason-required"),
                (
                    "2026-11", Self.item(known, standing: "not-met", reason: "少发800元"), "items.0.reason",
                    "amount-in-text"
                ),
                ("2026-11", Self.item(known) + "," + Self.item(known), "items.1.appointment", "person-twice"),
                ("2026-11", "", "items", "lines"),
            ]
            for row in rows {
                let reply = await service.attest(items: row.item, month: row.month)
                #expect(reply.status == 400, "\(row)")
                #expect(reply.member("errors", "0", "field") == row.field, "\(row) \(reply.text)")
                #expect(reply.member("errors", "0", "code") == "compensation.\(row.code)", "\(row)")
            }
            #expect(await service.get("/attestations?month=2026-11&missing=true").member("items") == "1 items")
            let foreign = await service.call(
                "GET",
                "/attestations?month=2026-11",
                as: .enterpriseHR,
                of: "9137160270000001X7"
            )
            #expect(foreign.member("items") == "0 items")
            #expect(await service.call("POST", "/attestations", as: .bureauOfficer, json: "{}").status == 403)
        }
    }

    @Test("Who left is due until the day it ended, and is told why it ended")
    func leaves() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2027-01-04").start)
            let ended = await service.call(
                "POST",
                "/appointments/\(appointments[1])/end",
                as: .enterpriseHR,
                of: Sample.employer.creditCode,
                json: #"{"reason":"leaving","on":"2026-11-30"}"#,
                ifMatch: 1
            )
            #expect(ended.status == 200, "\(ended.text)")
            #expect(await service.get("/attestations?month=2026-11").member("items") == "2 items")
            #expect(await service.get("/attestations?month=2026-12").member("items") == "1 items")
            let refused = await service.attest([appointments[1]], month: "2026-12")
            #expect(refused.member("errors", "0", "code") == "compensation.month-not-due")
            let gone = await service.me("GET", "/me/entitlement", person: 2)
            #expect(gone.member("items", "0", "until") == "2026-11-30", "\(gone.text)")
            #expect(gone.member("items", "0", "ends") == "leaving")
            #expect(gone.member("items", "0", "isRunning") == "0")
            let stays = await service.me("GET", "/me/entitlement")
            #expect(stays.member("items", "0", "ends") == "expiry")
            #expect(stays.member("items", "0", "endsBy") == "聘期届满")
        }
    }

    @Test("No column, fact or answer about attestations has an amount")
    func noAmounts() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            _ = await service.attest(appointments)
            try await service.tick()
            let kept = try await service.database.transaction { tx in
                try tx.query(
                    """
                    SELECT COALESCE((SELECT string_agg(a::text, ' ') FROM attestation a), '')
                        || COALESCE((SELECT string_agg(a::text, ' ') FROM attested_month a), '')
                        || COALESCE((SELECT string_agg(convert_from(event, 'UTF8'), ' ') FROM journal
                                     WHERE aggregate LIKE 'attest%'), '')
                        || COALESCE((SELECT string_agg(convert_from(body, 'UTF8'), ' ') FROM outbox), '') AS text
                    """
                ).map { try $0.decode("text", as: String.self) }.joined()
            }
            let seen = await service.get("/attestations?month=2026-11").text + kept
            #expect(kept.contains("ZG-2"))
            for amount in ["1680000", "1920000", "16800", "19200"] {
                #expect(!seen.contains(amount), "\(amount)")
            }
            for word in ["fen\"", "Fen\"", "salary", "minimum", "median"] { #expect(!seen.contains(word), "\(word)") }
        }
    }

    static func item(
        _ appointment: String,
        standing: String = "met",
        band: String = "ZG-2",
        reason: String? = nil
    ) -> String {
        let reason = reason.map { ",\"reason\":\"\($0)\"" } ?? ""
        return #"{"appointment":"\#(appointment)","standing":"\#(standing)","band":"\#(band)"\#(reason)}"#
    }
}

extension ServiceUnderTest<Main> {
    /// So many persons appointed to one post from 2026-11-01; their appointments.
    func appointed(_ count: Int) async throws -> [String] {
        let post = try await prepare(headcount: count)
        let persons = Array(1...count)
        try await hear(Sample.approved(persons.map(Sample.id)), from: .evaluation)
        for person in persons { try await hear(Sample.issued(person), from: .certificate) }
        var appointments: [String] = []
        for person in persons { appointments.append(await appoint(person, to: post).member("id") ?? "") }
        return appointments
    }

    func attest(
        _ appointments: [String],
        month: String = "2026-11",
        standing: String = "met",
        reason: String? = nil,
        correction: String? = nil
    ) async -> PlainResponse {
        let items = appointments.map { AttestationStory.item($0, standing: standing, reason: reason) }
        return await attest(items: items.joined(separator: ","), month: month, correction: correction)
    }

    func attest(items: String, month: String, correction: String? = nil) async -> PlainResponse {
        let correction = correction.map { ",\"correction\":\"\($0)\"" } ?? ""
        return await post(
            "/attestations",
            #"""
            {"creditCode":"91371600MA3N00011J","month":"\#(month)","signer":{"name":"王经理","position":"人力资源部部长"}\#(correction),
             "items":[\#(items)]}
            """#
        )
    }
}
