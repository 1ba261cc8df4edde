import Foundation
import Kernel
import PublicityTimerDomain
import Testing

@Suite("A notice")
struct NoticeDecisions {
    typealias Table = Row<Notice>

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
            open,
            then: .opened(posting: Sample.posting(), names: Sample.names),
            .remarked(remark: .fewerDaysThanAllowed(asked: 3))
        ),
        .given(unopened, withdraw), .given(unopened, early), .given(unopened, due),
        .given(unopened, object, refused: .notOnShow), .given(unopened, late, refused: .notOnShow),
        .given(unopened, stray, refused: .notOnShow), .given(unopened, hold, refused: .notOnShow),
        .given(unopened, dismiss, refused: .notOnShow), .given(unopened, uphold, refused: .notOnShow),

        .given(running, open), .given(running, withdraw, then: .withdrawn(reason: "名单有误")),
        .given(running, early), .given(running, due, then: completion),
        .given(running, object, then: received), .given(running, late, refused: .periodOver),
        .given(running, stray, refused: .notOnList), .given(running, hold, then: held),
        .given(running, dismiss, then: .objectionDismissed(objection: Sample.first, person: Sample.zhao)),
        .given(running, uphold, then: removed),

        .given(holding, open), .given(holding, withdraw, then: .withdrawn(reason: "名单有误")),
        .given(holding, early), .given(holding, due, then: completion),
        .given(holding, object, then: received), .given(holding, late, refused: .periodOver),
        .given(holding, stray, refused: .notOnList), .given(holding, hold, then: held),
        .given(holding, dismiss, then: cleared), .given(holding, uphold, then: removed),

        .given(completed, open), .given(completed, withdraw), .given(completed, early), .given(completed, due),
        .given(completed, object, refused: .periodOver), .given(completed, late, refused: .periodOver),
        .given(completed, stray, refused: .periodOver), .given(completed, hold, then: held),
        .given(completed, dismiss, then: cleared), .given(completed, uphold, then: removed),

        .given(withdrawn, open), .given(withdrawn, withdraw), .given(withdrawn, early), .given(withdrawn, due),
        .given(withdrawn, object, refused: .listWithdrawn), .given(withdrawn, late, refused: .listWithdrawn),
        .given(withdrawn, stray, refused: .listWithdrawn), .given(withdrawn, hold, refused: .listWithdrawn),
        .given(withdrawn, dismiss, refused: .listWithdrawn), .given(withdrawn, uphold, refused: .listWithdrawn),
    ]

    @Test("answers every command in every state", arguments: table)
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of five states and ten commands")
    func isComplete() { #expect(Self.table.count == 50) }
}
