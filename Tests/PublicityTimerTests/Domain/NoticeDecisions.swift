import Foundation
import Kernel
import PublicityTimerDomain
import TestSupport
import Testing

@Suite("A notice")
struct NoticeDecisions {
    typealias Table = Decision<Notice>

    static let unopened = Notice.initial
    /// One objection about 赵一 was received.
    static let running = Sample.notice(.receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during))
    /// It was accepted.
    static let holding = Sample.notice(
        .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
        .hold(Sample.first, about: Sample.zhao)
    )
    /// The period ended before anybody accepted it.
    static let completed = Sample.notice(
        .receiveObjection(Sample.first, about: Sample.zhao, now: Sample.during),
        .complete(now: Sample.end)
    )
    static let withdrawn = Sample.notice(.withdraw(reason: "名单有误"))

    static let open = Notice.Command.open(Sample.posting(), Sample.names, remarks: [.fewerDaysThanAllowed(asked: 3)])
    static let withdraw = Notice.Command.withdraw(reason: "名单有误")
    static let early = Notice.Command.complete(now: Sample.end.addingTimeInterval(-0.001))
    static let due = Notice.Command.complete(now: Sample.end)
    static let object = Notice.Command.receiveObjection(Sample.second, about: Sample.qian, now: Sample.during)
    static let late = Notice.Command.receiveObjection(Sample.second, about: Sample.qian, now: Sample.end)
    static let stray = Notice.Command.receiveObjection(Sample.second, about: Sample.stranger, now: Sample.during)
    static let hold = Notice.Command.hold(Sample.first, about: Sample.zhao)
    static let dismiss = Notice.Command.dismiss(Sample.first, about: Sample.zhao)
    static let uphold = Notice.Command.uphold(Sample.first, about: Sample.zhao)

    static let completion = Notice.Event.completed(
        at: Sample.end,
        cleared: [Sample.qian, Sample.sun],
        held: [Sample.zhao],
        removed: []
    )
    static let received = Notice.Event.objectionReceived(objection: Sample.second, person: Sample.qian)
    static let held = Notice.Event.nameHeld(person: Sample.zhao, objection: Sample.first)
    static let cleared = Notice.Event.nameCleared(person: Sample.zhao, objection: Sample.first)
    static let removed = Notice.Event.nameRemoved(person: Sample.zhao, objection: Sample.first)

    static let table: [Table] = [
        .given(
            unopened,
            when: open,
            then: .opened(posting: Sample.posting(), names: Sample.names),
            .remarked(remark: .fewerDaysThanAllowed(asked: 3))
        ),
        .given(unopened, when: withdraw), .given(unopened, when: early), .given(unopened, when: due),
        .given(unopened, when: object, refused: .notOnShow), .given(unopened, when: late, refused: .notOnShow),
        .given(unopened, when: stray, refused: .notOnShow), .given(unopened, when: hold, refused: .notOnShow),
        .given(unopened, when: dismiss, refused: .notOnShow), .given(unopened, when: uphold, refused: .notOnShow),

        .given(running, when: open), .given(running, when: withdraw, then: .withdrawn(reason: "名单有误")),
        .given(running, when: early), .given(running, when: due, then: completion),
        .given(running, when: object, then: received), .given(running, when: late, refused: .periodOver),
        .given(running, when: stray, refused: .notOnList), .given(running, when: hold, then: held),
        .given(running, when: dismiss, then: .objectionDismissed(objection: Sample.first, person: Sample.zhao)),
        .given(running, when: uphold, then: removed),

        .given(holding, when: open), .given(holding, when: withdraw, then: .withdrawn(reason: "名单有误")),
        .given(holding, when: early), .given(holding, when: due, then: completion),
        .given(holding, when: object, then: received), .given(holding, when: late, refused: .periodOver),
        .given(holding, when: stray, refused: .notOnList), .given(holding, when: hold, then: held),
        .given(holding, when: dismiss, then: cleared), .given(holding, when: uphold, then: removed),

        .given(completed, when: open), .given(completed, when: withdraw), .given(completed, when: early),
        .given(completed, when: due),
        .given(completed, when: object, refused: .periodOver), .given(completed, when: late, refused: .periodOver),
        .given(completed, when: stray, refused: .periodOver), .given(completed, when: hold, then: held),
        .given(completed, when: dismiss, then: cleared), .given(completed, when: uphold, then: removed),

        .given(withdrawn, when: open), .given(withdrawn, when: withdraw), .given(withdrawn, when: early),
        .given(withdrawn, when: due),
        .given(withdrawn, when: object, refused: .listWithdrawn),
        .given(withdrawn, when: late, refused: .listWithdrawn),
        .given(withdrawn, when: stray, refused: .listWithdrawn), .given(withdrawn, when: hold, refused: .listWithdrawn),
        .given(withdrawn, when: dismiss, refused: .listWithdrawn),
        .given(withdrawn, when: uphold, refused: .listWithdrawn),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of five states and ten commands")
    func isComplete() { #expect(Self.table.count == 50) }
}
