import Foundation
import Kernel
import TestSupport
import Testing

@testable import PublicityTimerDomain

@Suite("A notice")
struct NoticeDecisions {
    typealias Table = Decision<Notice>

    static let about = ObjectionSubject.name(Sample.zhao)

    static let unopened = Notice.initial
    /// One objection about 赵一 was received.
    static let running = Sample.notice(.receive(Sample.first, about, receivedAt: Sample.during))
    /// Its examination holds the name.
    static let holding = Sample.notice(
        .receive(Sample.first, about, receivedAt: Sample.during),
        .hold(Sample.first, about)
    )
    /// The period ended before anybody had read it.
    static let completed = Sample.notice(
        .receive(Sample.first, about, receivedAt: Sample.during),
        .complete(now: Sample.end)
    )
    static let withdrawn = Sample.notice(.withdraw(reason: "名单有误"))
    /// One objection to the procedure was received.
    static let accused = Sample.notice(.receive(Sample.first, .procedure, receivedAt: Sample.during))
    /// It was found arguable.
    static let listHeld = Sample.notice(
        .receive(Sample.first, .procedure, receivedAt: Sample.during),
        .hold(Sample.first, .procedure)
    )
    static let provisional = Sample.notice(period: Sample.provisional)
    static let waiting: Notice = {
        var notice = Sample.notice()
        _ = try? notice.handle(.wait(for: [Sample.day("2026-10-13")]))
        return notice
    }()

    static let open = Notice.Command.open(Sample.posting(), Sample.names, remarks: [.fewerDaysThanAllowed(asked: 3)])
    static let withdraw = Notice.Command.withdraw(reason: "名单有误")
    static let amendment = Amendment(
        withdrawn: [Sample.qian],
        corrected: [],
        added: [],
        concernsAll: false,
        listDigest: String(repeating: "b", count: 64),
        reason: "本人申请退出"
    )
    static let amend = Notice.Command.amend(amendment, restarted: Sample.period)
    static let early = Notice.Command.complete(now: Sample.end.addingTimeInterval(-0.001))
    static let due = Notice.Command.complete(now: Sample.end)
    static let longer = Sample.period.extended(by: 1, with: Sample.calendar)
    static let move = Notice.Command.move(longer, names: [:], because: .extended)
    static let stay = Notice.Command.move(Sample.period, names: [:], because: .calendar)
    static let confirm = Notice.Command.confirm(officer: "officer-1", reason: "已电话核实", now: Sample.during)
    static let object = Notice.Command.receive(Sample.second, .name(Sample.qian), receivedAt: Sample.during)
    static let late = Notice.Command.receive(Sample.second, .name(Sample.qian), receivedAt: Sample.end)
    static let stray = Notice.Command.receive(Sample.second, .name(Sample.stranger), receivedAt: Sample.during)
    static let accuse = Notice.Command.receive(Sample.second, .procedure, receivedAt: Sample.during)
    static let accuseLate = Notice.Command.receive(Sample.second, .procedure, receivedAt: Sample.end)
    static let omission = ObjectionSubject.omission(of: "周四")
    static let miss = Notice.Command.receive(Sample.second, omission, receivedAt: Sample.during)
    static let hold = Notice.Command.hold(Sample.first, about)
    static let holdList = Notice.Command.hold(Sample.first, .procedure)
    static let dismiss = Notice.Command.dismiss(Sample.first, about, now: Sample.during)
    static let dismissProcedure = Notice.Command.dismiss(Sample.first, .procedure, now: Sample.during)
    static let uphold = Notice.Command.uphold(Sample.first, about, reason: "查证属实")
    static let upholdProcedure = Notice.Command.uphold(Sample.first, .procedure, reason: "评委未回避")

    static let completion = Notice.Event.completed(
        at: Sample.end,
        effectiveAt: Sample.end,
        cleared: [Sample.qian, Sample.sun],
        held: [Sample.zhao],
        removed: [],
        continuing: []
    )
    static let opened = Notice.Event.opened(posting: Sample.posting(), names: Sample.names)
    static let received = Notice.Event.objectionReceived(objection: Sample.second, subject: .name(Sample.qian))
    static let accusation = Notice.Event.objectionReceived(objection: Sample.second, subject: .procedure)
    static let missed = Notice.Event.objectionReceived(objection: Sample.second, subject: omission)
    static let held = Notice.Event.nameHeld(person: Sample.zhao, objection: Sample.first)
    static let cleared = Notice.Event.nameCleared(person: Sample.zhao, objection: Sample.first)
    static let removed = Notice.Event.nameRemoved(person: Sample.zhao, objection: Sample.first)
    static let amended = Notice.Event.amended(amendment: amendment, oldDigest: Sample.posting().listDigest)
    static let leaving = Notice.Event.nameWithdrawn(person: Sample.qian, reason: "本人申请退出")
    static let moved = Notice.Event.endMoved(old: Sample.period, new: longer, because: .extended, at: nil)
    static let confirmed = Notice.Event.confirmed(
        confirmation: .init(
            officer: "officer-1",
            reason: "已电话核实",
            at: Sample.during,
            lastDay: Sample.provisional.lastDay
        )
    )

    static func dismissed(_ subject: ObjectionSubject) -> Notice.Event {
        .objectionDismissed(objection: Sample.first, subject: subject, at: Sample.during)
    }

    static let ofUnopened: [Table] = [
        .given(unopened, when: open, then: opened, .remarked(remark: .fewerDaysThanAllowed(asked: 3))),
        .given(unopened, when: withdraw), .given(unopened, when: amend), .given(unopened, when: due),
        .given(unopened, when: move), .given(unopened, when: confirm, refused: .notOnShow),
        .given(unopened, when: object, refused: .notOnShow), .given(unopened, when: late, refused: .notOnShow),
        .given(unopened, when: hold, refused: .notOnShow), .given(unopened, when: dismiss, refused: .notOnShow),
        .given(unopened, when: uphold, refused: .notOnShow),
    ]

    static let ofRunning: [Table] = [
        .given(running, when: open), .given(running, when: withdraw, then: .withdrawn(reason: "名单有误")),
        .given(running, when: amend, then: amended, leaving),
        .given(running, when: early), .given(running, when: due, then: completion),
        .given(running, when: move, then: moved), .given(running, when: stay),
        .given(running, when: confirm, refused: .nothingToConfirm),
        .given(provisional, when: confirm, then: confirmed),
        .given(running, when: object, then: received), .given(running, when: late),
        .given(running, when: stray, refused: .notOnList), .given(running, when: accuse, then: accusation),
        .given(running, when: accuseLate), .given(running, when: miss, then: missed),
        .given(running, when: hold, then: held), .given(running, when: holdList),
        .given(running, when: .hold(Sample.first, omission)), .given(running, when: dismiss, then: dismissed(about)),
        .given(running, when: .dismiss(Sample.first, omission, now: Sample.during), then: dismissed(omission)),
        .given(running, when: .uphold(Sample.first, omission, reason: "属实")),
        .given(running, when: uphold, then: removed),
        .given(running, when: .dismiss(Sample.third, about, now: Sample.during), note: "one that is not open"),
        .given(running, when: .uphold(Sample.third, about, reason: "属实"), note: "one that is not open"),
    ]

    static let ofHolding: [Table] = [
        .given(holding, when: due, then: completion), .given(holding, when: hold, note: "it is held already"),
        .given(holding, when: object, then: received), .given(holding, when: dismiss, then: cleared),
        .given(holding, when: uphold, then: removed),
    ]

    static let ofTheList: [Table] = [
        .given(
            accused,
            when: due,
            then: .completed(
                at: Sample.end,
                effectiveAt: Sample.end,
                cleared: [Sample.zhao, Sample.qian, Sample.sun],
                held: [],
                removed: [],
                continuing: []
            )
        ),
        .given(accused, when: holdList, then: .listHeld(objection: Sample.first)),
        .given(accused, when: dismissProcedure, then: dismissed(.procedure)),
        .given(accused, when: upholdProcedure, then: .annulled(objection: Sample.first, reason: "评委未回避")),
        .given(listHeld, when: due, note: "the list is held"), .given(listHeld, when: holdList),
        .given(listHeld, when: dismissProcedure, then: .listReleased(objection: Sample.first, at: Sample.during)),
        .given(listHeld, when: upholdProcedure, then: .annulled(objection: Sample.first, reason: "评委未回避")),
    ]

    static let ofCompleted: [Table] = [
        .given(completed, when: open), .given(completed, when: withdraw), .given(completed, when: amend),
        .given(completed, when: early), .given(completed, when: due), .given(completed, when: move),
        .given(completed, when: confirm, refused: .nothingToConfirm),
        .given(
            completed,
            when: object,
            then: received,
            .nameHeld(person: Sample.qian, objection: Sample.second),
            note: "received in time, entered later"
        ),
        .given(completed, when: late), .given(completed, when: stray, refused: .notOnList),
        .given(completed, when: accuse, then: accusation), .given(completed, when: accuseLate),
        .given(completed, when: miss, then: missed), .given(completed, when: hold, then: held),
        .given(completed, when: dismiss, then: cleared), .given(completed, when: uphold, then: removed),
    ]

    static let ofWithdrawn: [Table] = [
        .given(withdrawn, when: open), .given(withdrawn, when: withdraw), .given(withdrawn, when: amend),
        .given(withdrawn, when: due), .given(withdrawn, when: move),
        .given(withdrawn, when: confirm, refused: .listWithdrawn),
        .given(withdrawn, when: object, refused: .listWithdrawn),
        .given(withdrawn, when: late, refused: .listWithdrawn), .given(withdrawn, when: hold, refused: .listWithdrawn),
        .given(withdrawn, when: dismiss), .given(withdrawn, when: uphold, refused: .listWithdrawn),
    ]

    static let table = ofUnopened + ofRunning + ofHolding + ofTheList + ofCompleted + ofWithdrawn

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of four states and ten commands")
    func isComplete() { #expect(Set(Self.table.map(\.cell)).count == 40) }
}
