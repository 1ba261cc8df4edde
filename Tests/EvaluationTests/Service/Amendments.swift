import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import EvaluationService

@Suite("Changing a list that is on show", .timeLimit(.minutes(30)))
struct Amendments {
    /// A list on show, as the enterprise's people and the authority see it.
    private struct Shown {
        let desk: Desk
        let round: String
        let list: ListProposed

        var path: String { "/lists/\(list.list.lowercase)" }
        func person(_ name: String) throws -> UUID { try #require(list.names.first { $0.name == name }?.person) }

        func amend(_ json: String, seeing edition: Int = 1) async -> PlainResponse {
            await desk.hr("POST", "\(path)/amendments", json: json, ifMatch: edition)
        }

        /// How a name stands to somebody.
        func standing(_ name: String, as role: Role) async throws -> String? {
            struct List: Decodable {
                struct Name: Decodable {
                    let person: String
                    let standing: String
                }
                let names: [Name]
            }
            let answer = await desk.service.call("GET", path, as: role, of: Sample.creditCode)
            let names = try WireFormat.decode(List.self, from: answer.body).names
            let person = try person(name).lowercase
            return names.first { $0.person == person }?.standing
        }
    }

    private func withList(_ body: (Shown, Publicity) async throws -> Void) async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed()
            let publicity = Publicity(of: list)
            try await desk.service.hear(publicity.opened, from: .publicityTimer)
            try await body(Shown(desk: desk, round: round, list: list), publicity)
        }
    }

    @Test(
        "withdraws, corrects and adds, with the digest before and after, and the correction reaches the determination"
    )
    func amends() async throws {
        try await withList { shown, publicity in
            let (gone, wrong) = (try shown.person("冯军"), try shown.person("郑晓东"))
            let amended = await shown.amend(
                """
                {"withdrawn":["\(gone.lowercase)"],"reason":"本人退出;单位名称有误",
                 "corrected":[{"person":"\(wrong.lowercase)","unit":"滨州渤远机械第二分公司"}]}
                """
            )
            #expect(amended.status == 200, "\(amended.text)")
            #expect(amended.version == 2)
            let fact = try #require(try await shown.desk.service.said(ListAmended.self).first)
            #expect(fact.oldDigest == shown.list.listDigest)
            #expect(fact.withdrawn == [gone])
            #expect(fact.corrected.map(\.unit) == ["滨州渤远机械第二分公司"])
            #expect(fact.corrected.map(\.merits) == shown.list.names.filter { $0.person == wrong }.map(\.merits))
            let now = shown.list.names.filter { $0.person != gone }.map { name in
                fact.corrected.first { $0.person == name.person } ?? name
            }
            #expect(fact.listDigest == Digest.sha256Hex(try WireFormat.encode(now)))
            #expect(amended.member("listDigest") == fact.listDigest)

            let application = try #require(shown.list.names.first { $0.person == gone }?.application)
            let back = await shown.amend(
                "{\"added\":[{\"application\":\"\(application.lowercase)\"}],\"reason\":\"本人撤回退出\"}",
                seeing: 2
            )
            #expect(back.status == 200, "\(back.text)")
            let again = try #require(try await shown.desk.service.said(ListAmended.self).last)
            #expect(again.added.map(\.person) == [gone])
            let others = now.map(\.person).filter { $0 != wrong }
            try await shown.desk.service.hear(
                publicity.amended(again).completed(cleared: others, continuing: [wrong, gone]),
                publicity.amended(again).cleared(wrong, after: true, objection: nil),
                from: .publicityTimer,
                sequence: 2
            )
            let approved = try await shown.desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [7, 1])
            #expect(approved[1].names.map(\.unit) == ["滨州渤远机械第二分公司"])
            #expect(try await shown.standing("冯军", as: .enterpriseHR) == "continuing")
        }
    }

    @Test("as a whole gives it another digest, though every name stays")
    func whole() async throws {
        try await withList { shown, _ in
            let amended = await shown.amend("{\"concernsAll\":true,\"reason\":\"受理电话印错\"}")
            #expect(amended.status == 200, "\(amended.text)")
            let fact = try #require(try await shown.desk.service.said(ListAmended.self).first)
            #expect(fact.concernsAll)
            #expect(fact.listDigest != fact.oldDigest)
        }
    }

    @Test("that publicity never heard of leaves names to another list, which is shown and determined as corrected")
    func missed() async throws {
        try await withList { shown, publicity in
            let wrong = try shown.person("郑晓东")
            let json = """
                {"reason":"单位名称有误","corrected":[{"person":"\(wrong.lowercase)","unit":"滨州渤远机械第二分公司"}]}
                """
            #expect(await shown.amend(json).status == 200)
            #expect(await shown.desk.hr("GET", shown.path).member("needsNewList") == "0")
            try await shown.desk.service.hear(
                publicity.completed(cleared: shown.list.names.map(\.person)),
                from: .publicityTimer,
                sequence: 2
            )
            #expect(try await shown.desk.service.said(ListApproved.self).map(\.names.count) == [8])
            #expect(try await shown.standing("郑晓东", as: .enterpriseHR) == "not-shown")
            #expect(await shown.desk.hr("GET", shown.path).member("needsNewList") == "1")
            #expect(await shown.desk.hr("GET", "/rounds/\(shown.round)").member("list", "needsNewList") == "1")

            let proposal = Desk.proposal(on: "2026-10-20")
            _ = try await shown.desk.step(shown.round, "proposed-list", json: proposal)
            let again = try #require(try await shown.desk.service.said(ListProposed.self).last)
            #expect(again.names.map(\.person) == [wrong])
            #expect(again.names.map(\.unit) == ["滨州渤远机械第二分公司"])
            #expect(await shown.desk.hr("GET", shown.path).member("needsNewList") == "0")
            let version = await shown.desk.hr("GET", "/rounds/\(shown.round)").version
            let third = await shown.desk.hr(
                "POST",
                "/rounds/\(shown.round)/proposed-list",
                json: proposal,
                ifMatch: version
            )
            #expect(third.member("code") == "evaluation.already-listed", "\(third.text)")
            let determined = try #require(shown.list.names.first { $0.person != wrong }?.application).lowercase
            let twice = await shown.desk.hr(
                "POST",
                "/lists/\(again.list.lowercase)/amendments",
                json: "{\"added\":[{\"application\":\"\(determined)\"}],\"reason\":\"补列\"}",
                ifMatch: 1
            )
            #expect(twice.member("code") == "evaluation.already-on-list", "\(twice.text)")

            try await shown.desk.service.hear(
                Publicity(of: again).completed(cleared: [wrong]),
                from: .publicityTimer,
                sequence: 3
            )
            let approved = try await shown.desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [8, 1])
            #expect(approved.last?.names.map(\.unit) == ["滨州渤远机械第二分公司"])
        }
    }

    @Test("changed as a whole twice has a digest of its own each time")
    func wholeTwice() async throws {
        try await withList { shown, _ in
            for edition in 1...3 {
                let amended = await shown.amend("{\"concernsAll\":true,\"reason\":\"电话印错\"}", seeing: edition)
                #expect(amended.status == 200, "\(amended.text)")
            }
            let digests = try await shown.desk.service.said(ListAmended.self).map(\.listDigest)
            #expect(Set(digests + [shown.list.listDigest]).count == 4)
        }
    }

    @Test("is refused where it says nothing, twice or too much, and at another edition")
    func refused() async throws {
        try await withList { shown, _ in
            let person = try shown.person("冯军").lowercase
            let rows: [(String, Int, String)] = [
                ("{\"reason\":\"无\"}", 400, "evaluation.amendment-empty"),
                ("{\"withdrawn\":[\"\(person)\"],\"reason\":\" \"}", 400, "evaluation.field-missing"),
                ("{\"withdrawn\":[\"\(person)\",\"\(person)\"],\"reason\":\"退出\"}", 400, "evaluation.repeated"),
                ("{\"corrected\":[{\"person\":\"\(person)\"}],\"reason\":\"更正\"}", 400, "evaluation.field-missing"),
                (
                    "{\"added\":[{\"application\":\"\(Sample.id(77).lowercase)\"}],\"reason\":\"补列\"}", 400,
                    "evaluation.application-elsewhere"
                ),
            ]
            for (json, status, code) in rows {
                let answer = await shown.amend(json)
                #expect(answer.status == status, "\(answer.text)")
                #expect(answer.member("errors", "0", "code") == code, "\(answer.text)")
            }
            let stranger = await shown.amend("{\"withdrawn\":[\"\(Sample.id(77).lowercase)\"],\"reason\":\"退出\"}")
            #expect(stranger.member("code") == "evaluation.not-on-list")
            let late = "{\"withdrawn\":[\"\(person)\"],\"reason\":\"退出\"}"
            #expect(await shown.amend(late, seeing: 2).status == 412)
            #expect(
                await shown.desk.hr(
                    "POST",
                    "\(shown.path)/amendments",
                    json: late,
                    ifMatch: 1,
                    of: "9137160270000001X7"
                ).status == 403
            )
            try await shown.desk.service.travel(to: Sample.day("2026-10-13").end)
            let over = await shown.amend(late)
            #expect(over.status == 409)
            #expect(over.member("code") == "evaluation.publicity-over")
            #expect(try await shown.desk.service.said(ListAmended.self).isEmpty)
        }
    }

    @Test("an enterprise's people see the same list whether somebody objects or not, until its period is over")
    func unseen() async throws {
        try await withList { shown, publicity in
            let (held, gone) = (try shown.person("郑晓东"), try shown.person("冯军"))
            func seen() async -> [String] {
                var texts: [String] = []
                for path in [shown.path, "/rounds/\(shown.round)", "/rounds/\(shown.round)/determinations"] {
                    let answer = await shown.desk.hr("GET", path)
                    texts.append("\(answer.version ?? 0) \(answer.text)")
                }
                return texts
            }
            let before = await seen()
            try await shown.desk.service.hear(
                publicity.held(held),
                publicity.held(gone),
                publicity.removed(gone),
                ListHeld(about: publicity.about, objection: Sample.id(92)),
                from: .publicityTimer,
                sequence: 2
            )
            #expect(await seen() == before)
            #expect(try await shown.standing("郑晓东", as: .centreOfficer) == "held")
            #expect(try await shown.standing("冯军", as: .centreOfficer) == "removed")
            let officer = await shown.desk.service.call("GET", shown.path, as: .bureauOfficer)
            #expect(officer.member("isHeld") == "1")

            // The list is held past its last day: that much the enterprise sees.
            try await shown.desk.service.travel(to: Sample.day("2026-10-14").start)
            #expect(await shown.desk.hr("GET", shown.path).member("isHeld") == "1")
            #expect(try await shown.standing("郑晓东", as: .enterpriseHR) == "on-show")
            let rest = shown.list.names.map(\.person).filter { $0 != held && $0 != gone }
            try await shown.desk.service.hear(
                ListReleased(
                    about: publicity.about,
                    objection: Sample.id(92),
                    releasedAt: Sample.day("2026-10-15").start
                ),
                publicity.completed(cleared: rest, held: [held], removed: [gone]),
                from: .publicityTimer,
                sequence: 6
            )
            #expect(await shown.desk.hr("GET", shown.path).member("isHeld") == "0")
            #expect(try await shown.standing("郑晓东", as: .enterpriseHR) == "held")
            #expect(try await shown.standing("冯军", as: .enterpriseHR) == "removed")
        }
    }

    @Test("a name cleared while the whole list is held is determined when that is released, as of then")
    func clearedWhileHeld() async throws {
        try await withList { shown, publicity in
            let late = shown.list.names[0].person
            let released = Sample.day("2026-10-27").start
            try await shown.desk.service.hear(
                publicity.held(late),
                publicity.completed(cleared: shown.list.names.dropFirst().map(\.person), held: [late]),
                ListHeld(about: publicity.about, objection: Sample.id(92)),
                publicity.cleared(late, after: true),
                from: .publicityTimer,
                sequence: 2
            )
            #expect(try await shown.desk.service.said(ListApproved.self).map(\.names.count) == [8])
            try await shown.desk.service.hear(
                ListReleased(about: publicity.about, objection: Sample.id(92), releasedAt: released),
                from: .publicityTimer,
                sequence: 6
            )
            let approved = try await shown.desk.service.said(ListApproved.self)
            #expect(approved.map(\.names.count) == [8, 1])
            #expect(approved.last?.names.map(\.person) == [late])
            #expect(approved.last?.determinedAt == released)
            #expect(approved.last?.notice == publicity.about.notice)
            #expect(approved.last?.lastDay == publicity.period.lastDay)
        }
    }

    @Test("a moved end is the end for amendments too")
    func moved() async throws {
        try await withList { shown, publicity in
            let old = publicity.period
            let new = NoticePeriod(
                requiredDays: 5,
                publishedOn: old.publishedOn,
                lastDay: Sample.day("2026-10-14"),
                endsAt: Sample.day("2026-10-14").end,
                calendarVersion: "2026-2",
                authority: .official
            )
            try await shown.desk.service.hear(
                EndMoved(about: publicity.about, candidate: nil, old: old, new: new, reason: .calendar),
                EndMoved(
                    about: publicity.about,
                    candidate: shown.list.names[0].person,
                    old: new,
                    new: old,
                    reason: .calendar
                ),
                from: .publicityTimer,
                sequence: 2
            )
            #expect(await shown.desk.hr("GET", shown.path).member("lastDay") == "2026-10-14")
            try await shown.desk.service.travel(to: Sample.day("2026-10-13").end)
            #expect(await shown.amend("{\"concernsAll\":true,\"reason\":\"联系人有误\"}").status == 200)
        }
    }

    @Test("nothing follows from an annulled list, and the round can propose another", arguments: [true, false])
    func annulled(isCompleted: Bool) async throws {
        try await withList { shown, publicity in
            let persons = shown.list.names.map(\.person)
            var facts: [any Fact] = [
                NoticeAnnulled(about: publicity.about, objection: Sample.id(92), reason: "评审程序无效"),
                publicity.completed(cleared: persons),
            ]
            if isCompleted { facts.reverse() }
            for (offset, fact) in facts.enumerated() {
                try await shown.desk.service.hear(fact, from: .publicityTimer, sequence: offset + 2)
            }
            #expect(try await shown.desk.service.said(ListApproved.self).count == (isCompleted ? 1 : 0))
            let list = await shown.desk.hr("GET", shown.path)
            #expect(list.member("state") == "annulled")
            #expect(list.member("reason") == "评审程序无效")
            #expect(list.member("names", "0", "standing") == (isCompleted ? "revoked" : "on-show"))
            _ = try await shown.desk.step(shown.round, "proposed-list", json: Desk.proposal(on: "2026-10-20"))
            #expect(try await shown.desk.service.said(ListProposed.self).count == 2)
        }
    }

    @Test("an objection that comes to light late suspends the determined name, and a signature leaves it out")
    func late() async throws {
        try await Desk.with { desk in
            let (round, list) = try await desk.listed(rule: "signed")
            let publicity = Publicity(of: list)
            let person = list.names[0].person
            try await desk.service.hear(
                publicity.completed(cleared: list.names.map(\.person)),
                publicity.held(person, after: true),
                from: .publicityTimer
            )
            let waiting = await desk.hr("GET", "/rounds/\(round)/determinations")
            #expect(waiting.member("items", "0", "names", "0", "standing") == "suspended", "\(waiting.text)")
            let signed = await desk.service.call(
                "POST",
                "/determinations/\(try #require(waiting.member("items", "0", "id")))/signature",
                as: .enterpriseHR,
                of: Sample.creditCode,
                subject: "周明远",
                json: "{}",
                ifMatch: 1
            )
            #expect(signed.status == 200, "\(signed.text)")
            #expect(try await desk.service.said(ListApproved.self).map(\.names.count) == [8])
            try await desk.service.hear(publicity.cleared(person, after: true), from: .publicityTimer, sequence: 3)
            let all = await desk.hr("GET", "/rounds/\(round)/determinations")
            #expect(all.member("items") == "2 items")
            #expect(all.member("items", "1", "state") == "awaiting-signature")
        }
    }
}
