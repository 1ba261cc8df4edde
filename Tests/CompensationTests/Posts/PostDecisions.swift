import CompensationDomain
import Foundation
import Kernel
import Testing

@Suite("A post")
struct PostDecisions {
    static func post(_ headcount: Int, _ terms: Term...) throws -> Post {
        var post = Post.initial
        let decided = try #require(
            Post.Terms(
                employer: Sample.employer,
                occupation: Sample.welder,
                unit: "一车间",
                headcount: headcount,
                decision: "七号决议",
                plan: nil
            )
        )
        _ = try post.handle(.establish(decided))
        for (index, term) in terms.enumerated() {
            post.apply(.filled(seat: Self.seat(100 + index, term)))
        }
        return post
    }

    static func seat(_ number: Int, _ term: Term) -> Post.Seat {
        Post.Seat(appointment: Sample.id(number), person: Sample.id(number), term: term)
    }

    static let (first, second) = (Sample.term("2026-11-01", "2027-10-31"), Sample.term("2027-11-01", "2028-10-31"))
    static let both = Sample.term("2026-11-01", "2028-10-31")

    @Test(
        "takes no more at a time than its headcount, on any day of the term",
        arguments: [
            (1, [], both, true), (1, [both], both, false), (2, [both], both, true), (2, [both, both], both, false),
            (1, [first], second, true), (1, [second], first, true), (1, [first], both, false),
            (1, [second], both, false),
            (2, [first, second], both, true), (2, [first, second, both], second, false),
            (1, [Sample.term("2027-10-31", "2027-10-31")], first, false),
        ] as [(Int, [Term], Term, Bool)]
    )
    func keepsItsHeadcount(headcount: Int, taken: [Term], wanted: Term, fits: Bool) throws {
        var post = try Self.post(headcount)
        for (index, term) in taken.enumerated() { post.apply(.filled(seat: Self.seat(100 + index, term))) }
        if fits {
            #expect(try post.handle(.fill(Self.seat(200, wanted))) == [.filled(seat: Self.seat(200, wanted))])
        } else {
            #expect(throws: Post.Rejection.headcountFull(headcount: headcount)) {
                try post.handle(.fill(Self.seat(200, wanted)))
            }
        }
    }

    @Test("is set up once, and filled only then")
    func isSetUpOnce() throws {
        var post = try Self.post(1)
        let terms = try #require(post.terms)
        #expect(throws: Post.Rejection.alreadyEstablished) { try post.handle(.establish(terms)) }
        var none = Post.initial
        #expect(throws: Post.Rejection.notEstablished) { try none.handle(.fill(Self.seat(1, Self.both))) }
    }

    @Test("has at least one seat", arguments: [0, -1])
    func hasSeats(headcount: Int) {
        let terms = Post.Terms(
            employer: Sample.employer,
            occupation: Sample.welder,
            unit: "一车间",
            headcount: headcount,
            decision: "七号决议",
            plan: nil
        )
        #expect(terms == nil)
    }
}
