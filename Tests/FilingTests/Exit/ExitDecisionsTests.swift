import Foundation
import Kernel
import TestSupport
import Testing

@testable import FilingDomain

@Suite("An exit case")
struct ExitDecisionsTests {
    typealias Table = Decision<ExitCase>

    private static let earliest = Deadline(lastDay: Sample.day("2026-08-15"), isProvisional: false)

    /// Every state down, every command across.
    static func table() -> [Table] {
        let told = ExitCase.Event.told(notice: ExitSample.notice)
        let served = ExitCase.Event.served(service: ExitSample.service)
        let decided = ExitCase.Event.decided(decision: ExitSample.decision())
        let published = ExitCase.Event.published(on: Sample.day("2026-08-21"))
        let undone = ExitCase.Event.setAside(undoing: ExitSample.undoing)
        let open = ExitSample.after()
        let waiting = ExitSample.after(told, served)
        let states: [(String, ExitCase)] = [
            ("not opened", .notOpened), ("open", open), ("told", ExitSample.after(told)), ("served", waiting),
            ("dropped", ExitSample.after(.dropped(reasons: "查无实据", on: Sample.monday))),
            ("decided", ExitSample.after(told, served, decided)),
            ("published", ExitSample.after(told, served, decided, published)),
            ("set aside", ExitSample.after(told, served, decided, published, undone)),
        ]
        typealias Row = (ExitCase.Command, [String: Table.Outcome])
        let open4 = ["open", "told", "served"]
        func on(_ names: [String], _ outcome: Table.Outcome) -> [String: Table.Outcome] {
            Dictionary(uniqueKeysWithValues: names.map { ($0, outcome) })
        }
        let rows: [Row] = [
            (
                .open(file: ExitSample.file()),
                ["not opened": .then([.opened(file: ExitSample.file())]), "*": .refused(.alreadyOpened)]
            ),
            (
                .tell(notice: ExitSample.notice),
                on(["open", "told"], .then([told])).merging(["served": .refused(.alreadyServed)]) { $1 }
            ),
            (
                .serve(service: ExitSample.service, today: Sample.wednesday),
                ["open": .refused(.notTold), "told": .then([served]), "served": .refused(.alreadyServed)]
            ),
            (
                .state(statement: ExitSample.statement),
                on(["open", "told"], .refused(.notServed))
                    .merging(["served": .then([.stated(statement: ExitSample.statement)])]) { $1 }
            ),
            (
                .requestHearing(request: ExitSample.request, until: ExitSample.deadline),
                on(["open", "told"], .refused(.notServed))
                    .merging(["served": .then([.hearingRequested(request: ExitSample.request)])]) { $1 }
            ),
            (.withdrawHearing(on: Sample.thursday), on(open4, .refused(.hearingNotRequested))),
            (
                .callHearing(hearing: ExitSample.hearing, earliest: earliest),
                on(open4, .refused(.hearingNotRequested))
            ),
            (.keepMinutes(minutes: ExitSample.minutes), on(open4, .refused(.hearingNotCalled))),
            (
                .decide(decision: ExitSample.decision(), hearing: ExitSample.deadline),
                on(["open", "told"], .refused(.notServed)).merging(["served": .then([decided])]) { $1 }
            ),
            (
                .drop(reasons: "查无实据", on: Sample.thursday),
                on(open4, .then([.dropped(reasons: "查无实据", on: Sample.thursday)]))
            ),
            (
                .publish(on: Sample.day("2026-08-21")),
                on(open4 + ["dropped"], .refused(.notDecided)).merging([
                    "decided": .then([published]), "published": .refused(.alreadyPublished),
                    "set aside": .refused(.alreadySetAside),
                ]) { $1 }
            ),
            (
                .setAside(undoing: ExitSample.undoing),
                on(open4 + ["dropped"], .refused(.notDecided)).merging([
                    "decided": .then([undone]), "published": .then([undone]), "set aside": .refused(.alreadySetAside),
                ]) { $1 }
            ),
            (
                .takeDown(how: ExitSample.takenDown),
                on(open4 + ["dropped"], .refused(.notDecided)).merging([
                    "decided": .refused(.notSetAside), "published": .refused(.notSetAside),
                    "set aside": .then([.takenDown(how: ExitSample.takenDown)]),
                ]) { $1 }
            ),
        ]
        return rows.flatMap { command, outcomes in
            states.map { name, state in
                let usual: Table.Outcome =
                    outcomes["*"] ?? (name == "not opened" ? .refused(.notOpened) : .refused(.closed))
                return Table(state, when: command, outcomes[name] ?? usual, note: name)
            }
        }
    }

    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of eight states and thirteen commands")
    func isComplete() { #expect(Self.table().count == 104) }

    @Test(
        "is decided by no one who investigated it, whatever account or name is used",
        arguments: [("bureau-1", "张立"), ("bureau-9", "张立"), ("bureau-1", "王维民")]
    )
    func needsAnother(account: String, name: String) {
        let one = ExitSample.after(.told(notice: ExitSample.notice), .served(service: ExitSample.service))
        let decision = ExitSample.decision(by: Officer(id: account, name: name))
        #expect(throws: ExitCase.Rejection.investigatorDecides) {
            try one.decide(.decide(decision: decision, hearing: ExitSample.deadline))
        }
    }

    @Test(
        "is not decided while a hearing can be asked for, unless the enterprise has waived it",
        arguments: [
            ("2026-08-10", false, false, true), ("2026-08-11", false, false, true), ("2026-08-12", false, false, false),
            ("2026-08-12", true, false, true), ("2026-08-10", false, true, false),
        ]
    )
    func waits(day: String, isProvisional: Bool, isWaived: Bool, isRefused: Bool) {
        var one = ExitSample.after(.told(notice: ExitSample.notice), .served(service: ExitSample.service))
        if isWaived { one.apply(.stated(statement: ExitSample.waiver)) }
        let deadline = Deadline(lastDay: ExitSample.deadline.lastDay, isProvisional: isProvisional)
        let decision = ExitSample.decision(on: Sample.day(day))
        let refusal = ExitCase.Rejection.hearingPeriodRuns(through: deadline.lastDay, isProvisional: isProvisional)
        let command = ExitCase.Command.decide(decision: decision, hearing: deadline)
        if isRefused {
            #expect(throws: refusal) { try one.decide(command) }
        } else {
            #expect((try? one.decide(command)) == [.decided(decision: decision)])
        }
    }

    @Test(
        "takes a request for a hearing through the last of five working days, and a provisional day turns nobody away",
        arguments: [("2026-08-11", false, true), ("2026-08-12", false, false), ("2026-08-12", true, true)]
    )
    func requests(day: String, isProvisional: Bool, isTaken: Bool) {
        let one = ExitSample.after(.told(notice: ExitSample.notice), .served(service: ExitSample.service))
        let request = ExitFile.HearingRequest(reasons: "事实有误", by: "李敏", on: Sample.day(day))
        let until = Deadline(lastDay: ExitSample.deadline.lastDay, isProvisional: isProvisional)
        let events = try? one.decide(.requestHearing(request: request, until: until))
        #expect((events != nil) == isTaken)
    }

    @Test("holds the hearing that was asked for, told in time, under somebody who did not investigate")
    func hears() throws {
        var one = ExitSample.after(.told(notice: ExitSample.notice), .served(service: ExitSample.service))
        one.apply(.hearingRequested(request: ExitSample.request))
        func call(_ day: String, by chair: Officer) throws -> [ExitCase.Event] {
            let hearing = ExitFile.Hearing(
                heldOn: Sample.day(day),
                place: "会议室",
                chair: chair,
                toldOn: Sample.wednesday
            )
            return try one.decide(.callHearing(hearing: hearing, earliest: Self.earliest))
        }
        #expect(throws: ExitCase.Rejection.chairInvestigated) { try call("2026-08-17", by: ExitSample.investigator) }
        #expect(
            throws: ExitCase.Rejection.hearingTooSoon(earliest: Self.earliest.lastDay, isProvisional: false)
        ) { try call("2026-08-14", by: ExitSample.decider) }
        #expect(try call("2026-08-15", by: ExitSample.decider).count == 1)
        let command = ExitCase.Command.decide(decision: ExitSample.decision(), hearing: ExitSample.deadline)
        #expect(throws: ExitCase.Rejection.minutesMissing) { try one.decide(command) }
        one.apply(.hearingCalled(hearing: ExitSample.hearing))
        let early = ExitFile.Minutes(text: "", isAttended: true, officer: ExitSample.decider, on: Sample.thursday)
        #expect(throws: ExitCase.Rejection.hearingNotHeld(on: ExitSample.hearing.heldOn)) {
            try one.decide(.keepMinutes(minutes: early))
        }
        one.apply(.minutesKept(minutes: ExitSample.minutes))
        #expect(one.phase == .heard)
        #expect(try one.decide(command).count == 1)
    }

    @Test("answers the defence, and decides on a preview")
    func answersDefence() {
        var one = ExitSample.after(.told(notice: ExitSample.notice), .served(service: ExitSample.service))
        one.apply(.stated(statement: ExitSample.statement))
        func decide(_ decision: ExitDecision) throws -> [ExitCase.Event] {
            try one.decide(.decide(decision: decision, hearing: ExitSample.deadline))
        }
        #expect(throws: ExitCase.Rejection.answerMissing) { try decide(ExitSample.decision(answer: nil)) }
        #expect(throws: ExitCase.Rejection.previewMissing) { try decide(ExitSample.decision(preview: nil)) }
        #expect((try? decide(ExitSample.decision(.keep, preview: nil)))?.count == 1)
    }

    @Test("that ends without cancellation changes nothing, so it is neither published nor undone")
    func keeps() {
        let one = ExitSample.after(.decided(decision: ExitSample.decision(.keep, preview: nil)))
        #expect(throws: ExitCase.Rejection.notPublishable) { try one.decide(.publish(on: Sample.thursday)) }
        #expect(throws: ExitCase.Rejection.nothingToUndo) { try one.decide(.setAside(undoing: ExitSample.undoing)) }
    }

    @Test("is served on a day between the notice and today")
    func servesInTime() {
        let one = ExitSample.after(.told(notice: ExitSample.notice))
        for (served, today) in [("2026-08-02", "2026-08-05"), ("2026-08-06", "2026-08-05")] {
            let service = ExitFile.Service(
                means: .mail,
                receivedBy: "李敏",
                proof: "EMS",
                on: Sample.day(served),
                officer: ExitSample.investigator
            )
            #expect(throws: ExitCase.Rejection.serviceDay(from: Sample.monday, today: Sample.day(today))) {
                try one.decide(.serve(service: service, today: Sample.day(today)))
            }
        }
    }
}
