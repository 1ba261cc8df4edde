import Foundation
import Kernel
import PublicityTimerDomain
import Testing

@Suite("A place of display")
struct ChannelTable {
    static let noon = Sample.day("2026-10-08").start.addingTimeInterval(12 * 3600)
    static let placement = Channel.Placement(
        notice: Sample.id(1),
        kind: .board,
        place: "一号门岗",
        putUpBy: "周明",
        putUpAt: noon,
        declaredAt: noon
    )
    static let up = Channel.up(placement, [])
    static let down = Channel.down(placement, [], .init(by: "周明", at: noon.addingTimeInterval(86_400)))
    static let photo = Channel.Evidence(attachment: Sample.id(2), sha256: "ab", at: noon)

    static let table: [(Channel, Channel.Command, Channel.Rejection?)] = [
        (.undeclared, .declare(placement), nil), (.undeclared, .evidence(photo), .notDeclared),
        (.undeclared, .remove(.init(by: "周明", at: noon)), .notDeclared), (up, .declare(placement), .alreadyDeclared),
        (up, .evidence(photo), nil), (up, .remove(.init(by: "周明", at: noon)), nil),
        (up, .remove(.init(by: "周明", at: noon.addingTimeInterval(-1))), .removedBeforePutUp),
        (down, .declare(placement), .alreadyDeclared), (down, .evidence(photo), nil),
        (down, .remove(.init(by: "周明", at: noon)), .alreadyDown),
    ]

    @Test("answers each command in each state")
    func decides() {
        for (state, command, rejection) in Self.table {
            do throws(Channel.Rejection) {
                #expect(try state.decide(command).count == 1)
                #expect(rejection == nil)
            } catch {
                #expect(error == rejection)
            }
        }
    }

    static let days: [(Channel, String, Bool)] = [
        (up, "2026-10-07", false), (up, "2026-10-08", true), (up, "2026-10-20", true), (down, "2026-10-09", true),
        (down, "2026-10-10", false), (.undeclared, "2026-10-08", false),
    ]

    @Test("was up from the day it was put up to the day it was taken down")
    func wasUp() {
        for (channel, day, isUp) in Self.days { #expect(channel.wasUp(on: Sample.day(day)) == isUp, "\(day)") }
    }

    @Test("A dark day is decided once")
    func decidesOnce() throws {
        var dark = DarkDay.initial
        let decision = DarkDay.Decision(extends: true, officer: "李", reason: "停电", at: Self.noon)
        #expect(throws: DarkDay.Rejection.notFlagged) { try dark.decide(.decide(decision)) }
        #expect(try dark.handle(.flag(notice: Sample.id(1), date: Sample.day("2026-10-08"))).count == 1)
        #expect(try dark.handle(.flag(notice: Sample.id(1), date: Sample.day("2026-10-08"))).isEmpty)
        #expect(try dark.handle(.decide(decision)).count == 1)
        #expect(dark.decision == decision)
        #expect(throws: DarkDay.Rejection.alreadyDecided) { try dark.decide(.decide(decision)) }
    }
}
