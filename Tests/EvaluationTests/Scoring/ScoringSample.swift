import EvaluationDomain
import Foundation
import Kernel

/// Plans, sheets and seats the tests of scoring share.
enum ScoringSample {
    /// The sample plan with a scoring rule.
    static func plan(
        _ rule: ScoringRule?,
        methods: [EvaluationDomain.Method] = [Method(name: "业绩评审", weight: 100, passMark: 60)]
    ) throws(InvalidInput) -> PlanTerms {
        try PlanTerms(
            filing: Sample.scope,
            title: "2026年特级技师评价",
            referenceDate: Sample.day("2026-09-01"),
            criteria: Criteria(),
            publicityDays: 5,
            posts: [PlannedPosts(occupation: Sample.welder, count: 3)],
            methods: methods,
            organisation: "考核委员会",
            panel: [],
            determination: .onCompletion(authorisedBy: Sample.authorisation),
            handlingOffice: "纪检监察室",
            decision: "总经理办公会决议",
            panelRule: PanelRule(scoring: rule),
            committee: Committee(kind: .expertPanel, name: "专家评审委员会"),
            schedule: Sample.schedule,
            postsDecision: PostsDecision(paper: "设岗决定", decidedOn: Sample.day("2026-08-20"))
        )
    }

    static func key(_ member: String, method: Int = 0, application: UUID = Sample.id(200)) -> ScoreSheet.Key {
        ScoreSheet.Key(round: Sample.id(10), application: application, method: method, member: member)
    }

    /// A submitted sheet with one mark.
    static func sheet(
        _ member: String,
        _ total: Int,
        method: Int = 0,
        application: UUID = Sample.id(200)
    ) -> ScoreSheet {
        .submitted(
            key: key(member, method: method, application: application),
            content: ScoreSheet.Content(marks: [total], comment: nil),
            at: PanelSample.now
        )
    }

    /// Five seats, of which some stand aside from the candidate.
    static func seats(recused: [String] = []) -> Seats {
        Seats(
            members: (1...5).map { PanelSample.member($0) },
            chair: "expert-1",
            recusals: recused.map { PanelSample.recusal($0) }
        )
    }
}
