import CertificateDomain
import Contracts
import Foundation
import Kernel
import Postgres
import TestSupport
import Testing

@testable import CertificateService

/// What publicity says of the sample's list.
enum Publicity {
    static let about = NoticeRef(
        notice: Samples.uuid(14),
        list: Samples.uuid(11),
        round: Samples.uuid(13),
        publisher: Samples.enterprise,
        listDigest: ""
    )

    static func held(_ person: UUID) -> CandidateHeld {
        CandidateHeld(about: about, candidate: person, objection: Samples.uuid(91), afterCompletion: true)
    }

    static func cleared(_ person: UUID) -> CandidateCleared {
        CandidateCleared(
            about: about,
            period: NoticePeriod(
                requiredDays: 5,
                publishedOn: Samples.day("2026-09-30"),
                lastDay: Samples.day("2026-10-13"),
                endsAt: Samples.day("2026-10-13").end,
                calendarVersion: "2026",
                authority: .official
            ),
            candidate: person,
            objection: Samples.uuid(91),
            afterCompletion: true,
            clearedAt: Samples.day("2026-10-20").start
        )
    }

    static func removed(_ person: UUID) -> CandidateRemoved {
        CandidateRemoved(about: about, candidate: person, objection: Samples.uuid(91), reason: "业绩不实")
    }
}

@Suite("An objection received in time and entered late", .timeLimit(.minutes(30)))
struct ObjectionTests {
    private let one = Samples.uuid(1000)
    private let two = Samples.uuid(1001)
    private let passed = #"{"outcome":"passed"}"#

    /// The certificates' states and numbers, by name.
    private func certificates(_ bench: Bench) async throws -> [String: [String?]] {
        let items = try await bench.ask("GET /certificates", as: "centre").json["items"]?.elements ?? []
        return Dictionary(
            uniqueKeysWithValues: items.map { ($0["name"]?.text ?? "", [$0["state"]?.text, $0["number"]?.text]) }
        )
    }

    private func revocations(_ bench: Bench) async throws -> [[String?]] {
        let items = try await bench.ask("GET /revocations", as: "bureau").json["items"]?.elements ?? []
        return items.map { [$0["name"]?.text, $0["state"]?.text, $0["reason"]?.text] }
    }

    private func audited(_ bench: Bench) async throws -> String {
        let path = "/registrations/\(try await bench.registration())"
        _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
        _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
        return path
    }

    @Test(
        "holds a name before it has a number; the others go on, and it follows when it is cleared",
        arguments: [true, false]
    )
    func held(heardFirst: Bool) async throws {
        try await Bench.with { bench in
            if heardFirst { try await bench.tell(publicity: Publicity.held(one)) }
            try await bench.tell(bench.approved())
            if !heardFirst { try await bench.tell(publicity: Publicity.held(one)) }
            let path = try await audited(bench)
            #expect(
                try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed).status
                    == 200
            )
            #expect(try await certificates(bench)["王建国"] == ["held", nil])
            #expect(try await certificates(bench)["李明"] == ["numbered", "Y00003716000126T000001"])
            #expect(try await bench.ask("POST \(path)/issue", as: "hr", version: 4).status == 200)
            try await bench.travel(to: "2026-10-20")
            try await bench.tell(publicity: Publicity.cleared(one))
            #expect(try await certificates(bench)["王建国"] == ["numbered", "Y00003716000126T000002"])
            let late = try await bench.ask(
                "POST \(path)/issue",
                as: "hr",
                version: 5,
                body: #"{"issuedOn":"2026-10-19"}"#
            )
            #expect(late.code == "common.malformed", "\(late.text)")
            #expect(try await bench.ask("POST \(path)/issue", as: "hr", version: 5).status == 200)
            #expect(try await certificates(bench)["王建国"]?.first == "issued")
            #expect(
                try await bench.ask("POST \(path)/issue", as: "hr", version: 6).code == "certificate.already-issued"
            )
            #expect(try await bench.service.said(CertificatesRegistered.self).map(\.persons) == [[two], [one]])
            #expect(try await bench.service.said(CertificateIssued.self).map(\.holder) == [two, one])
            #expect(try await revocations(bench).isEmpty)
        }
    }

    @Test("takes a name out for good when it is upheld before there is a number", arguments: [true, false])
    func takenOut(heardFirst: Bool) async throws {
        try await Bench.with { bench in
            if heardFirst { try await bench.tell(publicity: Publicity.held(one), Publicity.removed(one)) }
            try await bench.tell(bench.approved())
            if !heardFirst { try await bench.tell(publicity: Publicity.removed(one)) }
            let path = try await audited(bench)
            _ = try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed)
            #expect(try await certificates(bench)["王建国"] == ["taken-out", nil])
            try await bench.tell(publicity: Publicity.cleared(one))
            #expect(try await certificates(bench)["王建国"] == ["taken-out", nil])
            #expect(try await certificates(bench)["李明"]?.first == "numbered")
        }
    }

    @Test("goes to revocation where the number is given, and the certificate stays as it is")
    func revocation() async throws {
        try await Bench.with { bench in
            _ = try await bench.numbered()
            try await bench.tell(publicity: Publicity.held(one), Publicity.held(two))
            #expect(try await revocations(bench) == [["王建国", "open", nil], ["李明", "open", nil]])
            try await bench.tell(publicity: Publicity.cleared(one), Publicity.removed(two))
            #expect(try await revocations(bench) == [["王建国", "closed", nil], ["李明", "due", "业绩不实"]])
            #expect(try await bench.ask("GET /revocations?state=due", as: "centre").json["items"]?.elements.count == 1)
            #expect(try await certificates(bench).values.allSatisfy { $0.first == "numbered" })
            let journalled = try await bench.pool.transaction { tx in
                try tx.query("SELECT kind FROM journal WHERE aggregate = 'revocation'").map { row in
                    try row.decode("kind", as: String.self)
                }
            }
            #expect(journalled.sorted() == ["opened", "opened", "released", "upheld"])
        }
    }

    @Test("to the procedure does all this to every name of the list")
    func procedure() async throws {
        try await Bench.with { bench in
            try await bench.tell(bench.approved())
            let objection = Samples.uuid(92)
            try await bench.tell(publicity: ListHeld(about: Publicity.about, objection: objection), Publicity.held(one))
            let path = try await audited(bench)
            _ = try await bench.ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed)
            #expect(try await certificates(bench).values.allSatisfy { $0 == ["held", nil] })
            let nobody = try await bench.ask("POST \(path)/issue", as: "hr", version: 4)
            #expect(nobody.code == "certificate.nobody-numbered")
            let released = ListReleased(
                about: Publicity.about,
                objection: objection,
                releasedAt: Samples.day("2026-10-19").start
            )
            try await bench.tell(publicity: released)
            #expect(try await certificates(bench)["王建国"]?.first == "held")
            #expect(try await certificates(bench)["李明"]?.first == "numbered")
            let annulled = NoticeAnnulled(about: Publicity.about, objection: objection, reason: "评审程序无效")
            try await bench.tell(publicity: annulled)
            #expect(try await certificates(bench)["王建国"]?.first == "taken-out")
            #expect(try await revocations(bench) == [["李明", "due", "评审程序无效"]])
        }
    }

    @Test("that comes while numbers are given finds no number, or asks for revocation: never neither")
    func race() async throws {
        try await Bench.with { bench in
            var ends: [String] = []
            for round in 0..<12 {
                let list = try bench.approved(20 + round, names: ["王建国"])
                let person = list.names[0].person
                try await bench.tell(list)
                let page = try await bench.ask("GET /registrations?state=awaiting-submission", as: "centre")
                let path = "/registrations/\(page.json["items"]?[0]?["id"]?.text ?? "")"
                _ = try await bench.ask("POST \(path)/submission", as: "hr", version: 1)
                _ = try await bench.ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
                async let audit = bench.ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed)
                async let hold: Void = bench.tell(publicity: Publicity.held(person))
                let answer = try await audit
                try await hold
                #expect(answer.status == 200, "\(answer.text)")
                let end = try await bench.pool.transaction { tx in
                    let row = try tx.query(
                        """
                        SELECT stage || CASE WHEN EXISTS (SELECT FROM revocation WHERE certificate = certificate.id)
                            THEN ' and reviewed' ELSE '' END AS found
                        FROM certificate WHERE person = \(person)
                        """
                    ).first
                    return try row?.decode("found", as: String.self) ?? "gone"
                }
                ends.append(end)
            }
            #expect(Set(ends).isSubset(of: ["held", "numbered and reviewed"]), "\(ends)")
        }
    }
}
