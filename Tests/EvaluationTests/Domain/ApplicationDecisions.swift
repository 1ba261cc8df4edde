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
        let withdrawal = Withdrawal(reason: "填错", by: "hr", at: Sample.today.start)
        let gone = Application.withdrawn(entry: entry, withdrawal: withdrawal)
        let word = DataConfirmation.byPerson(account: "emp", on: Sample.today)
        let proof = [ClauseEvidence(file: Sample.id(6), sha256: "d", clauses: ["additional-1"])]
        let confirmed = try Sample.entry { $0.confirmedOn = Sample.today }
        let judge = Application.Command.judge(try Sample.judging())
        return [
            .given(.absent, when: .submit(entry), then: .submitted(entry: entry)),
            .given(.absent, when: judge, refused: .notSubmitted),
            .given(.absent, when: .review(review), refused: .notSubmitted),
            .given(.absent, when: .recordVote(tally), refused: .notSubmitted),
            .given(submitted, when: .submit(entry), note: "the same again"),
            .given(submitted, when: .submit(other), then: .changed(entry: other), note: "others"),
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
            .given(.absent, when: .confirm(word), refused: .notSubmitted),
            .given(.absent, when: .prove(proof), refused: .notSubmitted),
            .given(.absent, when: .withdraw(withdrawal), refused: .notSubmitted),
            .given(submitted, when: .confirm(word), then: .confirmed(confirmation: word)),
            .given(submitted, when: .confirm(.awaited), note: "no word at all"),
            .given(.submitted(entry: confirmed), when: .confirm(word), note: "confirmed on paper"),
            .given(submitted, when: .prove(proof), then: .proven(evidence: proof)),
            .given(submitted, when: .prove([]), note: "nothing, as before"),
            .given(submitted, when: .withdraw(withdrawal), then: .withdrawn(withdrawal: withdrawal)),
            .given(judged, when: .confirm(word), then: .confirmed(confirmation: word)),
            .given(judged, when: .prove(proof), refused: .alreadyJudged),
            .given(judged, when: .withdraw(withdrawal), refused: .alreadyJudged),
            .given(voted, when: .confirm(word), then: .confirmed(confirmation: word)),
            .given(voted, when: .prove(proof), refused: .alreadyJudged),
            .given(voted, when: .withdraw(withdrawal), refused: .alreadyJudged),
            .given(gone, when: .withdraw(withdrawal), note: "again"),
            .given(gone, when: judge),
            .given(gone, when: .submit(entry), refused: .withdrawn),
            .given(gone, when: .confirm(word), refused: .withdrawn),
            .given(gone, when: .prove(proof), refused: .withdrawn),
            .given(gone, when: .review(review), refused: .withdrawn),
            .given(gone, when: .recordVote(tally), refused: .withdrawn),
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

    /// What is handed in again, whether it was confirmed before, and whether it is after.
    @Test(
        "keeps the person's word only while what was confirmed stays",
        arguments: [
            (.byPerson(account: "emp", on: Sample.today), "workshop", nil, true),
            (.byPerson(account: "emp", on: Sample.today), "hiredOn", nil, false),
            (.byPerson(account: "emp", on: Sample.today), "seniorPosts", nil, false),
            (.onPaper(signedOn: Sample.today, recordedBy: "hr", file: nil), "hiredOn", "2026-09-01", false),
            (.onPaper(signedOn: Sample.today, recordedBy: "hr", file: nil), "hiredOn", "2026-09-05", true),
            (.awaited, "workshop", nil, false), (.awaited, "workshop", "2026-09-05", true),
        ] as [(DataConfirmation, String, String?, Bool)]
    )
    func revised(before: DataConfirmation, changed: String, paper: String?, isConfirmed: Bool) throws {
        func entry(_ confirmation: DataConfirmation, _ change: (inout Particulars) -> Void) throws -> Entry {
            let particulars = try Sample.particulars(change)
            return Entry(
                round: Sample.id(10),
                person: Sample.id(20),
                particulars: particulars,
                confirmation: confirmation
            )
        }
        let signed = paper.map { DataConfirmation.onPaper(signedOn: Sample.day($0), recordedBy: "hr", file: nil) }
        var application = Application.submitted(
            entry: try entry(before) { if case .onPaper(let day, _, _) = before { $0.confirmedOn = day } }
        )
        let again = try entry(signed ?? .awaited) { particulars in
            particulars.confirmedOn = paper.map(Sample.day)
            switch changed {
            case "hiredOn": particulars.hiredOn = Sample.day("2006-07-01")
            case "seniorPosts": particulars.seniorPosts = Sample.posts(("2021-07-01", nil)) ?? particulars.seniorPosts
            default: particulars.workshop = "机加车间"
            }
        }
        _ = try application.handle(.submit(again))
        #expect(application.entry?.isConfirmed == isConfirmed)
        #expect(application.entry?.particulars == again.particulars)
    }
}
