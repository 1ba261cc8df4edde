import Foundation
import Kernel
import Testing

@testable import PublicityTimerDomain

@Suite("Objections and the end of a period")
struct NoticeStories {
    typealias Decisions = NoticeDecisions

    static let zhao = ObjectionSubject.name(Sample.zhao)
    static let qian = ObjectionSubject.name(Sample.qian)

    static func receive(_ objection: UUID, _ subject: ObjectionSubject) -> Notice.Command {
        .receive(objection, subject, receivedAt: Sample.during)
    }

    static func standing(_ person: UUID, in notice: Notice) -> Standing? {
        notice.names.first { $0.person == person }?.standing
    }

    @Test("A name is cleared only when its last open objection is dismissed")
    func clearsWithTheLast() throws {
        var notice = Sample.notice(
            Self.receive(Sample.first, Self.zhao),
            Self.receive(Sample.second, Self.zhao),
            Self.receive(Sample.third, Self.zhao),
            .hold(Sample.first, Self.zhao),
            .hold(Sample.second, Self.zhao)
        )
        #expect(
            Self.standing(Sample.zhao, in: notice)
                == .held(accepted: [Sample.first, Sample.second], received: [Sample.third])
        )
        let none = try notice.handle(.dismiss(Sample.first, Self.zhao, now: Sample.during))
        #expect(none == [.objectionDismissed(objection: Sample.first, subject: Self.zhao, at: Sample.during)])
        // The third holds nothing by itself, yet it is open.
        let still = try notice.handle(.dismiss(Sample.second, Self.zhao, now: Sample.during))
        #expect(still == [.objectionDismissed(objection: Sample.second, subject: Self.zhao, at: Sample.during)])
        #expect(Self.standing(Sample.zhao, in: notice) == .held(accepted: [], received: [Sample.third]))
        _ = try notice.handle(.hold(Sample.third, Self.zhao))
        let last = try notice.handle(.dismiss(Sample.third, Self.zhao, now: Sample.during))
        #expect(last == [.nameCleared(person: Sample.zhao, objection: Sample.third)])
        #expect(Self.standing(Sample.zhao, in: notice) == .cleared)
    }

    @Test("One upheld objection removes a name, whatever else is open about it")
    func removesAtOnce() throws {
        var notice = Sample.notice(
            Self.receive(Sample.first, Self.zhao),
            Self.receive(Sample.second, Self.zhao),
            .hold(Sample.first, Self.zhao),
            .hold(Sample.second, Self.zhao),
            .uphold(Sample.first, Self.zhao, reason: "查证属实")
        )
        #expect(try notice.handle(.dismiss(Sample.second, Self.zhao, now: Sample.during)).isEmpty)
        #expect(Self.standing(Sample.zhao, in: notice) == .removed(by: Sample.first))
        #expect(throws: Notice.Rejection.nameAlreadyRemoved) {
            try notice.handle(Self.receive(Sample.third, Self.zhao))
        }
    }

    @Test("The end clears, holds and leaves out, each name by itself")
    func endsByName() throws {
        var notice = Sample.notice(
            Self.receive(Sample.first, Self.zhao),
            .hold(Sample.first, Self.zhao),
            Self.receive(Sample.second, Self.qian),
            .hold(Sample.second, Self.qian),
            .uphold(Sample.second, Self.qian, reason: "查证属实")
        )
        let late = Sample.end.addingTimeInterval(86_400)
        let events = try notice.handle(.complete(now: late))
        #expect(
            events == [
                .completed(
                    at: late,
                    effectiveAt: Sample.end,
                    cleared: [Sample.sun],
                    held: [Sample.zhao],
                    removed: [Sample.qian],
                    continuing: []
                )
            ]
        )
        #expect(
            notice.names.map(\.standing) == [
                .held(accepted: [Sample.first], received: []), .removed(by: Sample.second), .cleared,
            ]
        )
    }

    @Test("A name cleared while the period runs can be objected to again")
    func canBeObjectedAgain() throws {
        var notice = Sample.notice(
            Self.receive(Sample.first, Self.zhao),
            .hold(Sample.first, Self.zhao),
            .dismiss(Sample.first, Self.zhao, now: Sample.during),
            Self.receive(Sample.second, Self.zhao)
        )
        _ = try notice.handle(.complete(now: Sample.end))
        #expect(Self.standing(Sample.zhao, in: notice) == .held(accepted: [], received: [Sample.second]))
    }

    @Test(
        "A letter received in time and entered after midnight holds the cleared name; one received late holds nothing"
    )
    func holdsWhatWasEnteredLater() throws {
        var notice = Sample.notice(.complete(now: Sample.end))
        #expect(Self.standing(Sample.qian, in: notice) == .cleared)
        let last = Sample.end.addingTimeInterval(-1)
        _ = try notice.handle(.receive(Sample.first, Self.qian, receivedAt: last))
        #expect(Self.standing(Sample.qian, in: notice) == .held(accepted: [Sample.first], received: []))
        // A real-name one is examined at once as well: it holds already, so nothing more happens.
        #expect(try notice.handle(.hold(Sample.first, Self.qian)).isEmpty)
        #expect(try notice.handle(.receive(Sample.second, Self.zhao, receivedAt: Sample.end)).isEmpty)
        #expect(Self.standing(Sample.zhao, in: notice) == .cleared)
        let cleared = try notice.handle(.dismiss(Sample.first, Self.qian, now: Sample.end))
        #expect(cleared == [.nameCleared(person: Sample.qian, objection: Sample.first)])
    }

    @Test("A list held by its procedure completes when it is released, and takes effect then")
    func isHeldAsAWhole() throws {
        var notice = Decisions.listHeld
        #expect(notice.dueAt == nil)
        let released = Sample.end.addingTimeInterval(3 * 86_400)
        _ = try notice.handle(.dismiss(Sample.first, .procedure, now: released))
        #expect(notice.dueAt == Sample.end)
        let later = released.addingTimeInterval(1)
        let events = try notice.handle(.complete(now: later))
        #expect(
            events == [
                .completed(
                    at: later,
                    effectiveAt: released,
                    cleared: [Sample.zhao, Sample.qian, Sample.sun],
                    held: [],
                    removed: [],
                    continuing: []
                )
            ]
        )
    }

    @Test("A completed notice is annulled when an objection to its procedure is upheld later")
    func isAnnulled() throws {
        var notice = Sample.notice(.complete(now: Sample.end))
        _ = try notice.handle(Self.receive(Sample.first, .procedure))
        _ = try notice.handle(.hold(Sample.first, .procedure))
        let events = try notice.handle(.uphold(Sample.first, .procedure, reason: "评委未回避"))
        #expect(events == [.annulled(objection: Sample.first, reason: "评委未回避")])
        #expect(notice.phase == .withdrawn)
    }

    @Test("An omission holds nobody, whatever becomes of it")
    func holdsNobody() throws {
        var notice = Sample.notice()
        _ = try notice.handle(Self.receive(Sample.first, Decisions.omission))
        #expect(try notice.handle(.uphold(Sample.first, Decisions.omission, reason: "属实")).isEmpty)
        let events = try notice.handle(.complete(now: Sample.end))
        guard case .completed(_, _, let cleared, _, _, _)? = events.first else { throw Missing() }
        #expect(cleared == [Sample.zhao, Sample.qian, Sample.sun])
    }

    private struct Missing: Error {}

    @Test("A provisional period does not complete, and takes objections past its provisional end")
    func waitsForTheCalendar() throws {
        var notice = Sample.notice(period: Sample.provisional)
        let later = Sample.provisional.endsAt.addingTimeInterval(86_400)
        #expect(try notice.handle(.complete(now: later)).isEmpty)
        #expect(try !notice.handle(.receive(Sample.first, Self.zhao, receivedAt: later)).isEmpty)
        #expect(notice.display?.isInTime(later, about: .procedure) == true)
        #expect(notice.phase == .running)
    }

    @Test("What reached the office before a document settled the days is in time, also when it is entered after that")
    func settledByDocument() throws {
        var notice = Sample.notice(period: Sample.provisional)
        // The document comes two days after the end, and the end stays.
        let (end, settled) = (Sample.provisional.endsAt, Sample.provisional.endsAt.addingTimeInterval(2 * 86_400))
        let official = Sample.provisional.again(by: Sample.settledCalendar)
        #expect(official.authority == .official && official.lastDay == Sample.provisional.lastDay)
        _ = try notice.handle(.move(official, names: [:], because: .calendar, now: settled))
        let completed = try notice.handle(.complete(now: settled.addingTimeInterval(1)))
        guard case .completed? = completed.first else { throw Missing() }
        #expect(notice.display?.isInTime(end.addingTimeInterval(86_400), about: .procedure) == true)
        #expect(notice.display?.isInTime(settled, about: .procedure) == false)
        // Reckoned again by the same documents it stays so.
        let again = try #require(notice.posting).period.again(by: Sample.settledCalendar)
        #expect(again.settledAt == settled)
    }

    @Test("What came before the end is settled in time: the document is there already")
    func settledBefore() throws {
        var notice = Sample.notice(period: Sample.provisional)
        let official = Sample.provisional.again(by: Sample.settledCalendar)
        let before = Sample.provisional.endsAt.addingTimeInterval(-86_400)
        _ = try notice.handle(.move(official, names: [:], because: .calendar, now: before))
        #expect(notice.posting?.period.settledAt == nil)
        #expect(notice.display?.isInTime(Sample.provisional.endsAt, about: .procedure) == false)
    }

    @Test("A day that could be seen nowhere keeps all from completing until it is decided, and then takes effect")
    func waitsForDecision() throws {
        var notice = Sample.notice()
        let dark = [Sample.day("2026-10-13"), Sample.day("2026-10-09")]
        #expect(try notice.handle(.wait(for: dark)) == [.waits(days: dark.sorted())])
        #expect(try notice.handle(.wait(for: dark)).isEmpty)
        #expect(notice.dueAt == nil)
        #expect(try notice.handle(.complete(now: Sample.end)).isEmpty)
        let (first, second) = (Sample.end.addingTimeInterval(3600), Sample.end.addingTimeInterval(7200))
        _ = try notice.handle(.decideDay(dark[0], now: first))
        #expect(notice.dueAt == nil)
        #expect(try notice.handle(.decideDay(Sample.day("2026-10-12"), now: first)).isEmpty)
        _ = try notice.handle(.decideDay(dark[1], now: second))
        #expect(notice.dueAt == Sample.end)
        guard
            case .completed(_, let effectiveAt, let cleared, _, _, _)? =
                try notice.handle(.complete(now: second)).first
        else { throw Missing() }
        #expect(effectiveAt == second)
        #expect(cleared == [Sample.zhao, Sample.qian, Sample.sun])
    }

    @Test(
        "Every state is read as it was written",
        arguments: [
            Decisions.unopened, Decisions.running, Decisions.holding, Decisions.completed, Decisions.withdrawn,
            Decisions.accused, Decisions.listHeld, Decisions.provisional, Decisions.waiting,
        ]
    )
    func isCodedWhole(_ notice: Notice) throws {
        #expect(try JSONDecoder().decode(Notice.self, from: JSONEncoder().encode(notice)) == notice)
    }
}
