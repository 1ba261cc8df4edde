import Kernel

/// Whether the days of a plan can be: in order by themselves, fit for each other and for the day it is written on.
enum PlanDays {
    /// Everything that is missing or cannot be.
    static func problems(of terms: PlanTerms, on today: LocalDate?) -> [FieldProblem] {
        missing(in: terms) + schedule(of: terms, on: today) + decision(of: terms, on: today)
    }

    /// What plans of before could leave out, and a plan no longer can.
    private static func missing(in terms: PlanTerms) -> [FieldProblem] {
        [
            ("committee", terms.committee == nil), ("schedule", terms.schedule == nil),
            ("postsDecision", terms.postsDecision == nil),
        ].filter(\.1).map { FieldProblem(field: $0.0, code: "evaluation.field-missing") }
    }

    private static func schedule(of terms: PlanTerms, on today: LocalDate?) -> [FieldProblem] {
        guard let schedule = terms.schedule else { return [] }
        var problems: [FieldProblem] = []
        // The day it is shown is not counted, so that so many days lie after it at the least.
        let shown = schedule.publicity
        if shown.from <= shown.through, shown.from.days(until: shown.through) < terms.publicityDays {
            problems.append(
                FieldProblem(
                    field: "schedule.publicity.through",
                    code: "evaluation.publicity-too-short",
                    arguments: ["days": String(terms.publicityDays)]
                )
            )
        }
        if let today, schedule.applications.through < today {
            problems.append(FieldProblem(field: "schedule.applications.through", code: "evaluation.window-passed"))
        }
        if abs(terms.referenceDate.days(until: schedule.applications.through)) > 366 {
            problems.append(FieldProblem(field: "referenceDate", code: "evaluation.reference-date-far"))
        }
        return problems
    }

    private static func decision(of terms: PlanTerms, on today: LocalDate?) -> [FieldProblem] {
        guard let today, let decision = terms.postsDecision, decision.decidedOn > today else { return [] }
        return [FieldProblem(field: "postsDecision.decidedOn", code: "evaluation.day-in-future")]
    }
}
