import EvaluationDomain
import Foundation
import Kernel
import Testing

@Suite("A panel")
struct PanelDecisions {
    struct Forming: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var members: [PanelMember] = (1...5).map { PanelSample.member($0) }
        var chair: String?
        var makeUp = PanelMakeUp(size: 5)
        let refusal: Panel.Rejection?
    }

    static let forming = [
        Forming(testDescription: "five", refusal: nil),
        Forming(testDescription: "five, chaired", chair: "expert-5", refusal: nil),
        Forming(testDescription: "chaired by a stranger", chair: "expert-9", refusal: .notMember),
        Forming(
            testDescription: "four",
            members: (1...4).map { PanelSample.member($0) },
            refusal: .wrongSize(wanted: 5, count: 4)
        ),
        Forming(
            testDescription: "six, as an old plan has seats",
            members: (1...6).map { PanelSample.member($0) },
            makeUp: PanelMakeUp(size: 6),
            refusal: .wrongSize(wanted: 6, count: 6)
        ),
        Forming(
            testDescription: "three",
            members: (1...3).map { PanelSample.member($0) },
            makeUp: PanelMakeUp(size: 3),
            refusal: .wrongSize(wanted: 5, count: 3)
        ),
        Forming(
            testDescription: "one twice",
            members: [1, 2, 3, 4, 4].map { PanelSample.member($0) },
            refusal: .namedTwice(name: "委员4")
        ),
        Forming(
            testDescription: "one from outside of two",
            members: (1...4).map { PanelSample.member($0) } + [PanelSample.member(5, origin: .invited)],
            makeUp: PanelMakeUp(size: 5, outside: 2),
            refusal: .tooFewOutside(needed: 2, count: 1)
        ),
        Forming(
            testDescription: "nobody who knows an occupation",
            makeUp: PanelMakeUp(size: 5, occupations: [Sample.welder, Sample.occupation("钳工", "6-20-01-01")]),
            refusal: .uncovered(occupation: "钳工")
        ),
        Forming(
            testDescription: "named where the plan draws",
            makeUp: PanelMakeUp(size: 5, isDrawn: true),
            refusal: .mustBeDrawn
        ),
    ]

    @Test("is formed of what its plan asks for", arguments: forming)
    func formed(row: Forming) throws {
        let command = Panel.Command.name(members: row.members, chair: row.chair, makeUp: row.makeUp)
        if let refusal = row.refusal {
            #expect(throws: refusal) { try Panel.absent.decide(command) }
        } else {
            var panel = Panel.absent
            _ = try panel.handle(command)
            #expect(panel.seats?.members == row.members)
            #expect(panel.seats?.chair == row.chair)
        }
    }

    @Test("is formed once")
    func once() throws {
        let panel = try PanelSample.formed()
        let command = Panel.Command.name(members: [], chair: nil, makeUp: PanelMakeUp(size: 5))
        #expect(throws: Panel.Rejection.alreadyFormed) { try panel.decide(command) }
    }

    @Test("does nothing before it is formed")
    func notFormed() {
        let commands: [Panel.Command] = [
            .appointChair("expert-1"), .recuse(PanelSample.recusal("expert-1"), hasScored: false),
            .request(request()), .decide(request: Sample.id(1), decision(true)), replacing("expert-1", by: nil),
        ]
        for command in commands {
            #expect(throws: Panel.Rejection.notFormed) { try Panel.absent.decide(command) }
        }
        #expect(throws: Panel.Rejection.drawNotAnnounced) { try Panel.absent.decide(.giveUpDraw(reason: "有误")) }
    }

    @Test("keeps who stands aside, once each, whichever way it is found")
    func recusals() throws {
        var panel = try PanelSample.formed()
        let declared = PanelSample.recusal("expert-2")
        _ = try panel.handle(.recuse(declared, hasScored: false))
        #expect(throws: Panel.Rejection.alreadyRecused) { try panel.decide(.recuse(declared, hasScored: false)) }
        #expect(throws: Panel.Rejection.scoredAlready) {
            try panel.decide(.recuse(PanelSample.recusal("expert-3"), hasScored: true))
        }
        #expect(throws: Panel.Rejection.notMember) {
            try panel.decide(.recuse(PanelSample.recusal("expert-8"), hasScored: false))
        }
        let derived = ["expert-1", "expert-1", "expert-2", "expert-8"].map { PanelSample.recusal($0, origin: .derived) }
        #expect(try panel.decide(.derive(derived)) == [.recused(recusal: derived[0])])
    }

    @Test("grants or refuses what a candidate asks for, once, and never by the member concerned")
    func requests() throws {
        var panel = try PanelSample.formed()
        let asked = request()
        _ = try panel.handle(.request(asked))
        #expect(try panel.decide(.request(asked)).isEmpty)
        #expect(throws: Panel.Rejection.ownRequest) {
            try panel.decide(.decide(request: asked.id, decision(true, by: asked.member)))
        }
        var refused = panel
        _ = try refused.handle(.decide(request: asked.id, decision(false)))
        #expect(refused.seats?.mayJudge(asked.member, asked.application) == true)
        _ = try panel.handle(.decide(request: asked.id, decision(true)))
        #expect(panel.seats?.mayJudge(asked.member, asked.application) == false)
        #expect(try panel.sitting().recusals.map(\.origin) == [.requested])
        #expect(throws: Panel.Rejection.requestDecided) {
            try panel.decide(.decide(request: asked.id, decision(false)))
        }
    }

    @Test("seats a successor, who keeps it as the plan wants it; the chair is named anew")
    func replacing() throws {
        let outside = PanelSample.member(5, origin: .invited)
        var panel = try PanelSample.formed(
            (1...4).map { PanelSample.member($0) } + [outside],
            makeUp: PanelMakeUp(size: 5, outside: 1)
        )
        #expect(throws: Panel.Rejection.tooFewOutside(needed: 1, count: 0)) {
            try panel.decide(replacing("expert-5", by: PanelSample.member(6)))
        }
        #expect(throws: Panel.Rejection.alreadyMember(name: "委员2")) {
            try panel.decide(replacing("expert-1", by: PanelSample.member(2)))
        }
        #expect(throws: Panel.Rejection.noReserve) { try panel.decide(replacing("expert-1", by: nil)) }
        #expect(throws: Panel.Rejection.notMember) {
            try panel.decide(replacing("expert-7", by: PanelSample.member(6)))
        }
        _ = try panel.handle(replacing("expert-1", by: PanelSample.member(6)))
        let seats = try #require(panel.seats)
        #expect(seats.members.map(\.account) == ["expert-6", "expert-2", "expert-3", "expert-4", "expert-5"])
        #expect(seats.chair == nil)
        #expect(throws: Panel.Rejection.withoutChair) { try panel.requireReady(for: [], quorum: .twoThirds) }
        #expect(try panel.sitting().replacements.map(\.left) == ["expert-1"])
    }

    @Test("changes only between judging and the vote")
    func open() throws {
        var round = Round.initial
        #expect(throws: Panel.Rejection.fixed) { try round.requirePanelOpen() }
        _ = try round.handle(.open(plan: Sample.id(3), terms: Sample.terms(), isDisclosed: true))
        #expect(throws: Panel.Rejection.fixed) { try round.requirePanelOpen() }
        _ = try round.handle(.close(applications: 1))
        try round.requirePanelOpen()
    }

    private func request() -> RecusalRequest {
        RecusalRequest(
            id: Sample.id(50),
            application: Sample.id(200),
            member: "expert-4",
            reason: "曾有纠纷",
            by: "employee-1",
            at: PanelSample.now
        )
    }

    private func decision(_ isGranted: Bool, by account: String = "expert-1") -> RecusalRequest.Decision {
        RecusalRequest.Decision(isGranted: isGranted, reason: "经核实", by: account, at: PanelSample.now)
    }

    private func replacing(_ account: String, by member: PanelMember?) -> Panel.Command {
        .replace(
            account,
            by: member,
            cause: .ill,
            reason: "住院",
            actor: "hr-1",
            at: PanelSample.now,
            unfit: []
        )
    }
}
