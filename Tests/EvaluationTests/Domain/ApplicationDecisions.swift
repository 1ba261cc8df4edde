import EvaluationDomain
import Kernel
import TestSupport
import Testing

@Suite("An application")
struct ApplicationDecisions {
    @Test("answers every command in every state", arguments: try table())
    func answers(_ row: Decision<Application>) { row.verify() }

    static func table() throws -> [Decision<Application>] {
        let entry = try Sample.entry()
        let other = try Sample.entry { $0.workshop = "机加车间" }
        let eligible = try Sample.judged()
        let ineligible = try Sample.judged { $0.stillInOccupation = false }
        let waiting = try Sample.judged { $0.positionKind = "技术支持" }
        let tally = Tally(application: Sample.id(5), approvals: 5, refusals: 0, recusals: 0)
        let review = Review(clause: .preamble, rule: nil, isMet: true, reason: "在班组顶岗", by: "hr")
        let submitted = Application.submitted(entry: entry)
        let judged = Application.judged(entry: entry, assessment: eligible)
        let voted = Application.voted(entry: entry, assessment: eligible, tally: tally)
        let judge = Application.Command.judge(Criteria(), on: Sample.day("2026-09-01"))
        return [
            .given(.absent, when: .submit(entry), then: .submitted(entry: entry)),
            .given(.absent, when: judge, refused: .notSubmitted),
            .given(.absent, when: .review(review), refused: .notSubmitted),
            .given(.absent, when: .recordVote(tally), refused: .notSubmitted),
            .given(submitted, when: .submit(entry), note: "the same again"),
            .given(submitted, when: .submit(other), refused: .alreadyApplied, note: "others"),
            .given(submitted, when: judge, then: .judged(assessment: eligible)),
            .given(submitted, when: .review(review), refused: .notJudged),
            .given(submitted, when: .recordVote(tally), refused: .notJudged),
            .given(judged, when: .submit(entry), note: "the same again"),
            .given(judged, when: .submit(other), refused: .alreadyApplied, note: "others"),
            .given(judged, when: judge),
            .given(
                judged,
                when: .review(review),
                refused: .nothingToReview(clause: .preamble),
                note: "of nothing that waits"
            ),
            .given(
                .judged(entry: entry, assessment: waiting),
                when: .review(review),
                then: .reviewed(review: review),
                note: "of what waits"
            ),
            .given(judged, when: .recordVote(tally), then: .voted(tally: tally), note: "eligible"),
            .given(
                .judged(entry: entry, assessment: ineligible),
                when: .recordVote(tally),
                refused: .notEligible,
                note: "ineligible"
            ),
            .given(voted, when: .submit(entry), note: "the same again"),
            .given(voted, when: .submit(other), refused: .alreadyApplied, note: "others"),
            .given(voted, when: judge),
            .given(voted, when: .review(review), refused: .alreadyVoted),
            .given(voted, when: .recordVote(tally), refused: .alreadyVoted),
        ]
    }

    @Test("becomes eligible, or not, by a person's review", arguments: [true, false])
    func reviewed(isMet: Bool) throws {
        var application = Application.judged(
            entry: try Sample.entry(),
            assessment: try Sample.judged { $0.positionKind = "技术支持" }
        )
        #expect(application.stage == .needsPerson)
        _ = try application.handle(
            .review(Review(clause: .preamble, rule: "front-line-post", isMet: isMet, reason: "现场核实", by: "hr"))
        )
        #expect(application.stage == (isMet ? .eligible : .ineligible))
    }
}
