import Foundation
import Kernel
import PublicityTimerDomain
import Testing

@Suite("Objections and the end of a period")
struct NoticeStories {
    static func standing(_ person: UUID, in notice: Notice) -> Standing? {
        notice.names.first { $0.person == person }?.standing
    }

    @Test("A name is cleared only when its last open objection is dismissed")
    func clearsWithTheLast() throws {
        var notice = Sample.notice(
            .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
            .receiveObjection(Sample.second, about: Sample.zhao, now: Sample.during),
            .receiveObjection(Sample.third, about: Sample.zhao, now: Sample.during),
            .hold(Sample.first, about: Sample.zhao),
            .hold(Sample.second, about: Sample.zhao)
        )
        #expect(
            Self.standing(Sample.zhao, in: notice)
                == .held(accepted: [Sample.first, Sample.second], received: [Sample.third])
        )
        let none = try notice.handle(.dismiss(Sample.first, about: Sample.zhao))
        #expect(none == [.objectionDismissed(objection: Sample.first, person: Sample.zhao)])
        // The third was never accepted, yet it is open.
        let still = try notice.handle(.dismiss(Sample.second, about: Sample.zhao))
        #expect(still == [.objectionDismissed(objection: Sample.second, person: Sample.zhao)])
        #expect(Self.standing(Sample.zhao, in: notice) == .held(accepted: [], received: [Sample.third]))
        _ = try notice.handle(.hold(Sample.third, about: Sample.zhao))
        let last = try notice.handle(.dismiss(Sample.third, about: Sample.zhao))
        #expect(last == [.nameCleared(person: Sample.zhao, objection: Sample.third)])
        #expect(Self.standing(Sample.zhao, in: notice) == .cleared)
    }

    @Test("One upheld objection removes a name, whatever else is open about it")
    func removesAtOnce() throws {
        var notice = Sample.notice(
            .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
            .receiveObjection(Sample.second, about: Sample.zhao, now: Sample.during),
            .hold(Sample.first, about: Sample.zhao),
            .hold(Sample.second, about: Sample.zhao),
            .uphold(Sample.first, about: Sample.zhao)
        )
        #expect(try notice.handle(.dismiss(Sample.second, about: Sample.zhao)).isEmpty)
        #expect(Self.standing(Sample.zhao, in: notice) == .removed(by: Sample.first))
        #expect(throws: Notice.Rejection.nameAlreadyRemoved) {
            try notice.handle(.receiveObjection(Sample.third, about: Sample.zhao, now: Sample.during))
        }
    }

    @Test("The end clears, holds and leaves out, each name by itself")
    func endsByName() throws {
        var notice = Sample.notice(
            .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
            .hold(Sample.first, about: Sample.zhao),
            .receiveObjection(Sample.second, about: Sample.qian, now: Sample.during),
            .hold(Sample.second, about: Sample.qian),
            .uphold(Sample.second, about: Sample.qian)
        )
        let late = Sample.end.addingTimeInterval(86_400)
        let events = try notice.handle(.complete(now: late))
        #expect(
            events == [.completed(at: late, cleared: [Sample.sun], held: [Sample.zhao], removed: [Sample.qian])]
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
            .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
            .hold(Sample.first, about: Sample.zhao),
            .dismiss(Sample.first, about: Sample.zhao),
            .receiveObjection(Sample.second, about: Sample.zhao, now: Sample.during)
        )
        let events = try notice.handle(.complete(now: Sample.end))
        #expect(
            events == [
                .completed(at: Sample.end, cleared: [Sample.qian, Sample.sun], held: [Sample.zhao], removed: [])
            ]
        )
    }

    @Test("A provisional period does not complete, and takes objections past its provisional end")
    func waitsForTheCalendar() throws {
        var notice = Sample.notice(period: Sample.provisional)
        let later = Sample.provisional.endsAt.addingTimeInterval(86_400)
        #expect(try notice.handle(.complete(now: later)).isEmpty)
        #expect(try !notice.handle(.receiveObjection(Sample.first, about: Sample.zhao, now: later)).isEmpty)
        #expect(notice.phase == .running)
    }

    @Test(
        "Every state is read as it was written",
        arguments: [
            NoticeDecisions.unopened, NoticeDecisions.running, NoticeDecisions.holding, NoticeDecisions.completed,
            NoticeDecisions.withdrawn,
        ]
    )
    func isCodedWhole(_ notice: Notice) throws {
        #expect(try JSONDecoder().decode(Notice.self, from: JSONEncoder().encode(notice)) == notice)
    }
}
