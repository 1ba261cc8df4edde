import EvaluationDomain
import Foundation
import Kernel
import TestSupport
import Testing

@Suite("A list on show")
struct ListStories {
    static let (one, two, three) = (Sample.id(1), Sample.id(2), Sample.id(3))
    static let (first, second) = (Sample.id(8), Sample.id(9))
    static let lastDay = Sample.day("2026-10-13")
    static let running = lastDay.start

    static func shown(_ persons: [UUID] = [one, two]) throws -> ProposedList {
        var list = ProposedList.initial
        _ = try list.handle(
            .propose(
                ProposedListDecisions.listing,
                names: persons.map { ListedName(person: $0, application: $0) }
            )
        )
        _ = try list.handle(.schedule(lastDay: lastDay))
        return list
    }

    static func complete(
        _ cleared: [UUID],
        removed: [UUID] = [],
        continuing: [UUID] = [],
        digest: String = "d"
    ) -> ProposedList.Command {
        .complete(
            digest: digest,
            cleared: cleared,
            removed: removed,
            continuing: continuing,
            at: lastDay.end,
            determination: first
        )
    }

    private func standings(_ list: ProposedList) -> [ListedName.Standing] { list.names.map(\.standing) }

    // MARK: Amendments

    static let correction = EntryCorrection(workshop: "二车间")

    static func amendment(
        withdrawn: [UUID] = [],
        corrected: [UUID] = [],
        added: [UUID] = [],
        concernsAll: Bool = false
    ) -> ListAmendment {
        ListAmendment(
            withdrawn: withdrawn,
            corrected: corrected.map { .init(person: $0, correction: correction) },
            added: added.map { .init(person: $0, application: $0) },
            concernsAll: concernsAll,
            reason: "更正"
        )
    }

    static func amendments() throws -> [Decision<ProposedList>] {
        let shown = try shown()
        var held = shown
        var removed = shown
        var withdrawn = shown
        var over = shown
        _ = try held.handle(.hold(person: one))
        _ = try removed.handle(.remove(person: one))
        _ = try withdrawn.handle(.amend(amendment(withdrawn: [one]), digest: "e", at: running))
        _ = try over.handle(complete([]))
        func given(
            _ list: ProposedList,
            _ amendment: ListAmendment,
            at now: Date = running,
            _ refused: ProposedList.Rejection?,
            _ note: String
        ) -> Decision<ProposedList> {
            let old = list.listing?.digest ?? ""
            let event = ProposedList.Event.amended(amendment: amendment, digest: "f", oldDigest: old)
            let outcome = refused.map { Decision<ProposedList>.Outcome.refused($0) } ?? .then([event])
            return Decision(list, when: .amend(amendment, digest: "f", at: now), outcome, note: note)
        }
        return [
            given(shown, amendment(withdrawn: [one]), nil, "takes a name from it"),
            given(shown, amendment(corrected: [one, two]), nil, "corrects entries"),
            given(shown, amendment(added: [three]), nil, "adds a name"),
            given(shown, amendment(concernsAll: true), nil, "changes it as a whole"),
            given(shown, amendment(withdrawn: [one, two], added: [three]), nil, "leaves the one it adds"),
            given(held, amendment(withdrawn: [one], corrected: [two]), nil, "says nothing of a name being held"),
            given(removed, amendment(corrected: [one]), nil, "says nothing of a name being removed"),
            given(removed, amendment(added: [one]), .alreadyOnList, "says nothing of that either"),
            given(withdrawn, amendment(added: [one]), nil, "adds what was withdrawn"),
            given(shown, amendment(withdrawn: [three]), .notOnList, "of a stranger"),
            given(shown, amendment(corrected: [three]), .notOnList, "corrects a stranger"),
            given(withdrawn, amendment(corrected: [one]), .notOnList, "corrects what was withdrawn"),
            given(shown, amendment(added: [two]), .alreadyOnList, "adds a name twice"),
            given(shown, amendment(withdrawn: [one, two]), .nobodyLeft, "leaves nobody"),
            given(shown, amendment(withdrawn: [one]), at: lastDay.end, .periodOver, "at the end of the last day"),
            given(shown, amendment(withdrawn: [one]), at: lastDay.end - 0.001, nil, "just before it"),
            given(over, amendment(withdrawn: [one]), .periodOver, "after publicity ran in full"),
            given(.absent, amendment(withdrawn: [one]), .notOnShow, "before it is proposed"),
            given(
                .withdrawn(listing: ProposedListDecisions.listing, names: [], reason: ""),
                amendment(concernsAll: true),
                .notOnShow,
                "after it was taken back"
            ),
            given(
                .annulled(listing: ProposedListDecisions.listing, names: [], reason: ""),
                amendment(concernsAll: true),
                .notOnShow,
                "after it was annulled"
            ),
        ]
    }

    @Test("can be amended so", arguments: try amendments())
    func amends(_ row: Decision<ProposedList>) { row.verify() }

    @Test("keeps its digests, and counts its editions by amendments alone")
    func editions() throws {
        var list = try Self.shown()
        _ = try list.handle(.hold(person: Self.one))
        _ = try list.handle(.holdAll(true))
        #expect(list.listing?.edition == 1)
        let amendment = Self.amendment(withdrawn: [Self.two], corrected: [Self.one], added: [Self.three])
        #expect(list.names(after: amendment).map(\.person) == [Self.one, Self.three])
        _ = try list.handle(.amend(amendment, digest: "e", at: Self.running))
        #expect(list.listing?.edition == 2)
        #expect(list.listing?.digest == "e")
        #expect(standings(list) == [.held, .withdrawn, .onShow])
        #expect(list.names[0].correction == Self.correction)
    }

    @Test("that completed before publicity heard of an amendment determines what was on show as it is")
    func crossing() throws {
        var list = try Self.shown([Self.one, Self.two])
        let amendment = Self.amendment(corrected: [Self.two], added: [Self.three])
        _ = try list.handle(.amend(amendment, digest: "e", at: Self.running))
        _ = try list.handle(Self.complete([Self.one, Self.two], digest: "d"))
        #expect(standings(list) == [.determined(determination: Self.first), .onShow, .onShow])
    }

    /// An amendment, and who is determined and who missed where publicity ends having heard of it, or not.
    static let races: [(amendment: ListAmendment, isHeard: Bool, determined: [UUID], missed: [UUID])] = [
        (amendment(concernsAll: true), false, [], [one, two]),
        (amendment(concernsAll: true), true, [one, two], []),
        (amendment(corrected: [two]), false, [one], [two]),
        (amendment(corrected: [two]), true, [one, two], []),
        (amendment(added: [three]), false, [one, two], [three]),
        (amendment(added: [three]), true, [one, two, three], []),
        (amendment(withdrawn: [one]), false, [two], []),
        (amendment(withdrawn: [one], concernsAll: true), false, [], [two]),
    ]

    @Test("tells whom publicity missed where it ended before it heard of an amendment", arguments: races)
    func race(amendment: ListAmendment, isHeard: Bool, determined: [UUID], missed: [UUID]) throws {
        var list = try Self.shown()
        _ = try list.handle(.amend(amendment, digest: "e", at: Self.running))
        let digest = isHeard ? "e" : "d"
        let complete = Self.complete([Self.one, Self.two, Self.three], digest: digest)
        _ = try list.handle(complete)
        #expect(list.names.filter { $0.determination != nil }.map(\.person) == determined)
        #expect(list.names.filter(\.isToBeShownAgain).map(\.person) == missed)
        #expect(try list.handle(complete) == [], "told again")
        for person in missed {
            let clear = ProposedList.Command.clearAfterPeriod(
                digest: digest,
                person: person,
                determination: Self.second,
                period: ProposedListDecisions.period
            )
            #expect(try list.handle(clear) == [], "never determined by this list")
        }
    }

    @Test("is amended no more once it has heard that publicity ended", arguments: races)
    func otherOrder(amendment: ListAmendment, isHeard: Bool, determined: [UUID], missed: [UUID]) throws {
        var list = try Self.shown()
        _ = try list.handle(Self.complete([Self.one, Self.two]))
        #expect(throws: ProposedList.Rejection.periodOver) {
            try list.handle(.amend(amendment, digest: "e", at: Self.running))
        }
        #expect(list.names.allSatisfy { $0.determination == Self.first && !$0.isMissed })
    }

    /// What was heard of a name that publicity missed, and whether another list may show it.
    static let afterwards: [(facts: [ProposedList.Command], isShownAgain: Bool)] = [
        ([], true), ([.hold(person: two)], false), ([.hold(person: two), .clear(person: two)], true),
        ([.remove(person: two)], false), ([.hold(person: two), .remove(person: two)], false),
        ([.annul(reason: "程序无效")], false),
    ]

    @Test("leaves to another list of the round whom publicity missed and nothing stands against", arguments: afterwards)
    func rest(facts: [ProposedList.Command], isShownAgain: Bool) throws {
        var list = try Self.shown()
        _ = try list.handle(.amend(Self.amendment(corrected: [Self.two]), digest: "e", at: Self.running))
        _ = try list.handle(Self.complete([Self.one, Self.two]))
        for fact in facts { _ = try list.handle(fact) }
        let rest = RestOfRound(after: [list])
        #expect(rest.missed.map(\.person) == (isShownAgain ? [Self.two] : []))
        guard isShownAgain else { return }
        #expect(rest.missed[0].shownAnew.correction == Self.correction)
        #expect(rest.neverShown(of: [Self.one, Self.two, Self.three]) == [Self.three])
        var another = ProposedList.initial
        _ = try another.handle(.propose(ProposedListDecisions.listing, names: rest.missed.map(\.shownAnew)))
        #expect(RestOfRound(after: [list, another]).missed.isEmpty)
        #expect(RestOfRound(after: [list, another]).taken == [Self.one, Self.two])
        _ = try another.handle(.withdraw(reason: "有误"))
        #expect(RestOfRound(after: [list, another]).missed.map(\.person) == [Self.two])
    }

    @Test("determines what has a period of its own when that has run, or not at all")
    func continuing() throws {
        var list = try Self.shown([Self.one, Self.two])
        _ = try list.handle(.amend(Self.amendment(corrected: [Self.two]), digest: "e", at: Self.running))
        _ = try list.handle(Self.complete([Self.one], continuing: [Self.two], digest: "e"))
        #expect(standings(list) == [.determined(determination: Self.first), .onShow])
        #expect(list.names[1].isContinuing)
        let clear = ProposedList.Command.clearAfterPeriod(
            digest: "e",
            person: Self.two,
            determination: Self.second,
            period: ProposedListDecisions.period
        )
        #expect(try list.handle(clear) == [.determined(determination: Self.second, persons: [Self.two])])
        #expect(!list.names[1].isContinuing)
        #expect(try list.handle(clear) == [])
    }

    // MARK: Objections that come to light late

    @Test("suspends a determined name, and keeps or loses it as the objection ends", arguments: [true, false])
    func late(isUpheld: Bool) throws {
        var list = try Self.shown()
        _ = try list.handle(Self.complete([Self.one, Self.two]))
        #expect(try list.handle(.hold(person: Self.one)) == [.suspended(person: Self.one)])
        #expect(try list.handle(.hold(person: Self.one)) == [])
        let kept = ListedName.Standing.determined(determination: Self.first)
        if isUpheld {
            _ = try list.handle(.remove(person: Self.one))
            #expect(standings(list) == [.revoked(determination: Self.first), kept])
            #expect(
                try list.handle(
                    .clearAfterPeriod(
                        digest: "d",
                        person: Self.one,
                        determination: Self.second,
                        period: ProposedListDecisions.period
                    )
                ) == []
            )
        } else {
            _ = try list.handle(
                .clearAfterPeriod(
                    digest: "d",
                    person: Self.one,
                    determination: Self.second,
                    period: ProposedListDecisions.period
                )
            )
            #expect(standings(list) == [kept, kept])
        }
    }

    @Test("lets a name that was not signed for follow by another determination")
    func leftOut() throws {
        var list = try Self.shown()
        _ = try list.handle(Self.complete([Self.one, Self.two]))
        _ = try list.handle(.hold(person: Self.one))
        #expect(
            try list.handle(.signedWithoutSuspended(determination: Self.first)) == [.leftOut(persons: [Self.one])]
        )
        _ = try list.handle(
            .clearAfterPeriod(
                digest: "d",
                person: Self.one,
                determination: Self.second,
                period: ProposedListDecisions.period
            )
        )
        #expect(
            standings(list) == [
                .determined(determination: Self.second), .determined(determination: Self.first),
            ]
        )
        #expect(try list.handle(.signedWithoutSuspended(determination: Self.first)) == [])
    }

    // MARK: The whole list held

    /// What is heard of a name cleared after its period while the whole list is held, and who is determined at the end.
    static func heldAsWhole() -> [(note: String, facts: [ProposedList.Command], determined: [UUID])] {
        func clear(_ person: UUID, _ determination: UUID = second) -> ProposedList.Command {
            .clearAfterPeriod(
                digest: "d",
                person: person,
                determination: determination,
                period: ProposedListDecisions.period
            )
        }
        let third = Sample.id(7)
        return [
            ("held, cleared", [.holdAll(true), clear(one)], []),
            ("held, cleared, released", [.holdAll(true), clear(one), .holdAll(false)], [one]),
            (
                "held, both cleared, released", [.holdAll(true), clear(one), clear(two, third), .holdAll(false)],
                [one, two]
            ),
            ("cleared twice", [.holdAll(true), clear(one), clear(one, third), .holdAll(false)], [one]),
            ("released before", [.holdAll(true), .holdAll(false), clear(one)], [one]),
            ("cleared before", [clear(one), .holdAll(true)], [one]),
            ("released twice", [.holdAll(true), clear(one), .holdAll(false), .holdAll(false)], [one]),
            (
                "objected to again meanwhile",
                [.holdAll(true), clear(one), .hold(person: one), .holdAll(false)], []
            ),
            (
                "objected to again and cleared again",
                [.holdAll(true), clear(one), .hold(person: one), clear(one), .holdAll(false)], [one]
            ),
            ("removed meanwhile", [.holdAll(true), clear(one), .remove(person: one), .holdAll(false)], []),
            ("annulled", [.holdAll(true), clear(one), .annul(reason: "程序无效"), .holdAll(false)], []),
        ]
    }

    @Test(
        "determines nobody while it is held as a whole, and when it is released those cleared meanwhile",
        arguments: heldAsWhole()
    )
    func whole(note: String, facts: [ProposedList.Command], determined: [UUID]) throws {
        var list = try Self.shown()
        _ = try list.handle(.hold(person: Self.one))
        _ = try list.handle(Self.complete([], continuing: [Self.two]))
        for fact in facts { _ = try list.handle(fact) }
        #expect(list.names.filter { $0.determination != nil }.map(\.person) == determined, "\(note)")
        let determinations = Set(list.names.compactMap(\.determination))
        #expect(determinations.count == determined.count, "each by a determination of its own")
    }

    @Test("that is annulled lets nothing follow from it")
    func annulled() throws {
        var list = try Self.shown()
        _ = try list.handle(Self.complete([Self.one]))
        _ = try list.handle(.annul(reason: "程序无效"))
        #expect(standings(list) == [.revoked(determination: Self.first), .onShow])
        #expect(
            try list.handle(
                .clearAfterPeriod(
                    digest: "d",
                    person: Self.two,
                    determination: Self.second,
                    period: ProposedListDecisions.period
                )
            ) == []
        )
        #expect(try list.handle(.annul(reason: "再次")) == [])
    }

    @Test("reads what was stored before lists were amended")
    func stored() throws {
        let listing = try JSONEncoder().encode(ProposedListDecisions.listing)
        let text = String(decoding: listing, as: UTF8.self)
        #expect(!text.contains("digestsBefore") && !text.contains("course"))
        let read = try JSONDecoder().decode(Listing.self, from: listing)
        #expect(read.edition == 1)
        #expect(read.notice.lastDay == nil && !read.notice.isHeld && read.notice.completedAt == nil)
        let name = Data(
            "{\"person\":\"\(Self.one)\",\"application\":\"\(Self.two)\",\"standing\":{\"onShow\":{}}}".utf8
        )
        let old = try JSONDecoder().decode(ListedName.self, from: name)
        #expect(old == ListedName(person: Self.one, application: Self.two))
    }
}

@Suite("An omission")
struct OmissionDecisions {
    static func table() -> [Decision<Omission>] {
        let referral = Omission.Referral(list: Sample.id(1), round: Sample.id(2), missing: "陈志强", finding: "属实")
        let answer = Omission.Answer.declined(reason: "不符合条件", at: ListStories.running)
        let closed = Omission.closed(referral: referral, answer: answer)
        return [
            .given(.absent, when: .refer(referral), then: .referred(referral: referral)),
            .given(.absent, when: .answer(answer), refused: .notOpen),
            .given(.open(referral: referral), when: .refer(referral)),
            Decision(.open(referral: referral), when: .answer(answer), .becomes(closed)),
            .given(closed, when: .refer(referral)), .given(closed, when: .answer(answer), refused: .notOpen),
        ]
    }

    @Test("answers every command in every state", arguments: table())
    func answers(_ row: Decision<Omission>) { row.verify() }
}
