import FilingDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("The handling of a filing")
struct HandlingDecisions {
    typealias Table = Decision<Handling>
    typealias Outcome = Table.Outcome

    static let matter = Handling.Matter(kind: .special, filing: Sample.generalID, filer: Sample.filer)

    /// A handling that saw these commands.
    static func after(_ commands: Handling.Command...) throws -> Handling {
        try commands.reduce(into: Handling.initial) { handling, command in _ = try handling.handle(command) }
    }

    static let open = Handling.Command.open(matter, HandlingPromise(), on: Sample.monday)
    static let commands: [Handling.Command] = [
        open, .take(Sample.officer, on: Sample.tuesday),
        .handOver(to: Sample.colleague, by: Sample.officer, reason: "出差", on: Sample.tuesday),
        .release(reason: "申报利害关系", on: Sample.tuesday), .stop(on: Sample.tuesday), .resume(on: Sample.wednesday),
        .close(on: Sample.thursday),
    ]

    /// Every phase down, taken and not; across open, take, hand over, release, stop, resume, close.
    static func table() throws -> [Table] {
        let handover = Handling.Handover(
            from: nil,
            to: Sample.colleague,
            by: Sample.officer,
            reason: "出差",
            on: Sample.tuesday
        )
        let fromOfficer = Handling.Handover(
            from: Sample.officer,
            to: Sample.colleague,
            by: Sample.officer,
            reason: "出差",
            on: Sample.tuesday
        )
        let released = Handling.Handover(
            from: Sample.officer,
            to: nil,
            by: nil,
            reason: "申报利害关系",
            on: Sample.tuesday
        )
        let taken = Handling.Event.taken(by: Sample.officer, on: Sample.tuesday)
        let take = Handling.Command.take(Sample.officer, on: Sample.monday)
        let none = Outcome.then([])
        let stopped = Outcome.then([.stopped(on: Sample.tuesday)])
        let resumed = Outcome.then([.resumed(on: Sample.wednesday)])
        let closed = Outcome.then([.closed(on: Sample.thursday)])
        let rows: [(Handling, [Outcome])] = [
            (
                .initial,
                [
                    .then([.opened(matter: matter, promise: HandlingPromise(), on: Sample.monday)]),
                    .refused(.unopened), .refused(.unopened), none, none, none, none,
                ]
            ),
            (try after(open), [none, .then([taken]), .then([.handedOver(handover)]), none, stopped, none, closed]),
            (
                try after(open, take),
                [none, none, .then([.handedOver(fromOfficer)]), .then([.handedOver(released)]), stopped, none, closed]
            ),
            (
                try after(open, .take(Sample.colleague, on: Sample.monday)),
                [
                    none, .refused(.handledByAnother(name: "李经办")), none,
                    .then([
                        .handedOver(
                            .init(from: Sample.colleague, to: nil, by: nil, reason: "申报利害关系", on: Sample.tuesday)
                        )
                    ]), stopped, none, closed,
                ]
            ),
            (
                try after(open, take, .stop(on: Sample.monday)),
                [none, none, .then([.handedOver(fromOfficer)]), .then([.handedOver(released)]), none, resumed, closed]
            ),
            (
                try after(open, take, .close(on: Sample.monday)),
                [none, .refused(.closed), .refused(.closed), none, none, none, none]
            ),
        ]
        return rows.flatMap { state, row in zip(commands, row).map { Table(state, when: $0, $1) } }
    }

    @Test("answers every command in every phase, taken up or not", arguments: try table())
    func answers(_ row: Table) { row.verify() }

    @Test("has a row for each of six states and seven commands, and every phase")
    func isComplete() throws {
        #expect(try Self.table().count == 42)
        #expect(try Set(Self.table().map(\.state.phase)) == Set(Handling.Phase.allCases))
    }

    @Test("keeps every change of hands on record")
    func keepsHandovers() throws {
        let handling = try Self.after(
            Self.open,
            .take(Sample.officer, on: Sample.monday),
            .handOver(to: Sample.colleague, by: Sample.officer, reason: "出差", on: Sample.tuesday),
            .release(reason: "申报利害关系", on: Sample.wednesday),
            .take(Sample.officer, on: Sample.thursday)
        )
        #expect(handling.officer == Sample.officer && handling.takenOn == Sample.thursday)
        #expect(handling.handovers.map(\.from) == [Sample.officer, Sample.colleague])
        #expect(handling.handovers.map(\.to) == [Sample.colleague, nil])
        #expect(handling.handovers.map(\.reason) == ["出差", "申报利害关系"])
    }
}

@Suite("An officer's word about an interest")
struct OfficerInterestDecisions {
    typealias Table = Decision<OfficerInterest>

    static let declaration = OfficerInterest.Declaration(
        officer: Sample.officer,
        enterprise: Sample.enterpriseID,
        reason: "配偶任职",
        on: Sample.monday
    )

    static let table: [Table] = {
        let declare = OfficerInterest.Command.declare(declaration)
        let end = OfficerInterest.Command.end(by: Sample.officer, reason: "配偶离职", on: Sample.tuesday)
        let ended = OfficerInterest.ended(declaration, reason: "配偶离职", on: Sample.tuesday)
        return [
            Table(.undeclared, when: declare, .becomes(.declared(declaration))),
            Table(.undeclared, when: end, .refused(.notDeclared)),
            Table(.declared(declaration), when: declare, .refused(.alreadyDeclared)),
            Table(.declared(declaration), when: end, .becomes(ended)),
            Table(
                .declared(declaration),
                when: .end(by: Sample.colleague, reason: "x", on: Sample.tuesday),
                .refused(.anothers)
            ),
            Table(ended, when: declare, .refused(.alreadyDeclared)),
            Table(ended, when: end, .refused(.notDeclared)),
        ]
    }()

    @Test("is given and ended by that officer alone", arguments: table)
    func answers(_ row: Table) { row.verify() }
}
