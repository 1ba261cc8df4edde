import CompensationDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CompensationService

@Suite("The life of a post")
struct PostLife {
    typealias Table = Decision<Post>

    static let change = Post.Change(reason: "生产线调整", decision: "九号决议")
    static let today = Sample.day("2026-11-15")
    static let terms = Post.Terms(
        employer: Sample.employer,
        occupation: Sample.welder,
        unit: "一车间",
        headcount: 2,
        decision: "七号决议",
        plan: nil
    )
    static let seat = Post.Seat(appointment: Sample.id(100), person: Sample.id(1), term: Sample.three)
    static let over = Post.Seat(
        appointment: Sample.id(101),
        person: Sample.id(2),
        term: Sample.term("2026-11-01", "2026-11-14")
    )

    static func rows(_ terms: Post.Terms) -> [Table] {
        let open = Post.established(terms, [seat])
        let (frozen, free) = (Post.frozen(terms, [seat]), Post.established(terms, [over]))
        let (closed, none) = (Post.closed(terms, [over]), Post.unestablished)
        return [
            .given(open, when: .freeze(change), then: .frozen(change: change)),
            .given(open, when: .thaw(change), refused: .notFrozen),
            .given(open, when: .close(change, today: today), refused: .seatsTaken(count: 1)),
            .given(
                open,
                when: .resize(headcount: 3, change, today: today),
                then: .resized(headcount: 3, change: change)
            ),
            .given(
                open,
                when: .resize(headcount: 1, change, today: today),
                then: .resized(headcount: 1, change: change)
            ),
            .given(open, when: .resize(headcount: 0, change, today: today), refused: .seatsTaken(count: 1)),
            .given(open, when: .resize(headcount: 2, change, today: today), refused: .sameHeadcount),
            .given(
                Post.established(terms, [seat, seat]),
                when: .resize(headcount: 1, change, today: today),
                refused: .seatsTaken(count: 2)
            ),
            .given(frozen, when: .fill(seat), refused: .frozen),
            .given(frozen, when: .freeze(change), refused: .frozen),
            .given(frozen, when: .thaw(change), then: .thawed(change: change)),
            .given(frozen, when: .close(change, today: today), refused: .seatsTaken(count: 1)),
            .given(Post.frozen(terms, []), when: .close(change, today: today), then: .closed(change: change)),
            .given(free, when: .close(change, today: today), then: .closed(change: change)),
            .given(closed, when: .fill(seat), refused: .closed),
            .given(closed, when: .freeze(change), refused: .closed),
            .given(closed, when: .thaw(change), refused: .closed),
            .given(closed, when: .close(change, today: today), refused: .closed),
            .given(closed, when: .resize(headcount: 3, change, today: today), refused: .closed),
            .given(closed, when: .establish(terms), refused: .alreadyEstablished),
            .given(none, when: .freeze(change), refused: .notEstablished),
            .given(none, when: .close(change, today: today), refused: .notEstablished),
            .given(none, when: .vacate(appointment: Sample.id(100), last: today)),
            .given(
                open,
                when: .vacate(appointment: Sample.id(100), last: today),
                then: .vacated(appointment: Sample.id(100), last: today)
            ),
            .given(open, when: .vacate(appointment: Sample.id(999), last: today)),
            .given(open, when: .vacate(appointment: Sample.id(100), last: Sample.three.through)),
        ]
    }

    @Test("goes by decisions", arguments: terms.map(rows) ?? [])
    func decides(_ row: Table) { row.verify() }

    @Test(
        "A seat left early is free from the day after, and one left before it began was never taken",
        arguments: [
            ("2026-11-15", "2026-11-16", true), ("2026-11-15", "2026-11-15", false), ("2026-10-31", "2026-11-01", true),
        ]
    )
    func freesSeats(last: String, from: String, fits: Bool) throws {
        let terms = try #require(Self.terms)
        var post = Post.established(terms, [Self.seat, Self.seat])
        _ = try post.handle(.vacate(appointment: Sample.id(100), last: Sample.day(last)))
        let wanted = Post.Seat(
            appointment: Sample.id(102),
            person: Sample.id(3),
            term: Sample.term(from, "2027-12-31")
        )
        if fits {
            _ = try post.handle(.fill(wanted))
        } else {
            #expect(throws: Post.Rejection.headcountFull(headcount: 2)) { try post.handle(.fill(wanted)) }
        }
    }

    @Test("is changed over HTTP by its own enterprise at the version it saw, and the journal has it")
    func changesOverHTTP() async throws {
        try await Service.with(Main.self) { service in
            let post = try await service.prepare()
            let body = #"{"reason":"产线调整","decision":"九号决议","decisionNumber":"渤远〔2026〕9号","decidedBy":"董事会"}"#
            func change(_ what: String, version: Int, _ body: String) async -> PlainResponse {
                await service.call(
                    "POST",
                    "/posts/\(post)/\(what)",
                    as: .enterpriseHR,
                    of: Sample.employer.creditCode,
                    json: body,
                    ifMatch: version
                )
            }
            #expect(await change("freeze", version: 7, body).status == 412)
            #expect(await change("freeze", version: 1, body).member("state") == "frozen")
            try await service.hear(Sample.approved([Sample.id(1)]), from: .evaluation)
            try await service.hear(Sample.issued(1), from: .certificate)
            #expect(await service.appoint(1, to: post).member("code") == "compensation.post-frozen")
            #expect(await change("thaw", version: 2, body).member("state") == "open")
            let more = #"{"reason":"扩产","decision":"十号决议","headcount":3}"#
            #expect(await change("headcount", version: 3, more).member("headcount") == "3")
            #expect(await service.appoint(1, to: post).status == 201)
            #expect(await change("closure", version: 5, body).member("code") == "compensation.seats-taken")
            #expect(await change("headcount", version: 5, body).member("errors", "0", "field") == "headcount")
            let other = await service.call(
                "POST",
                "/posts/\(post)/freeze",
                as: .enterpriseHR,
                of: "9137160270000001X7",
                json: body,
                ifMatch: 5
            )
            #expect(other.status == 403)
        }
    }
}
