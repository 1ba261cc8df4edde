import Kernel

/// The days a plan sets (时间安排): applications, review, vote, publicity, in this order.
package struct PlanSchedule: Codable, Hashable, Sendable {
    /// From a day through a day, both included.
    package struct Window: Codable, Hashable, Sendable {
        package let from: LocalDate
        package let through: LocalDate

        /// From a day through a day.
        package init(from: LocalDate, through: LocalDate) {
            self.from = from
            self.through = through
        }

        /// Whether a day lies in it.
        package func contains(_ day: LocalDate) -> Bool { from <= day && day <= through }
    }

    /// When applications are taken, and at no other time.
    package let applications: Window
    package let review: Window
    package let vote: Window
    /// When the proposed list is to be shown.
    package let publicity: Window

    /// The days of a plan.
    package init(applications: Window, review: Window, vote: Window, publicity: Window) {
        self.applications = applications
        self.review = review
        self.vote = vote
        self.publicity = publicity
    }

    /// What is wrong with them: each in order, none before the one it follows, all within two years.
    func problems(_ field: String = "schedule") -> [FieldProblem] {
        let windows = [
            ("applications", applications), ("review", review), ("vote", vote), ("publicity", publicity),
        ]
        var problems: [FieldProblem] = []
        for (name, window) in windows where window.through < window.from {
            problems.append(FieldProblem(field: "\(field).\(name).through", code: "evaluation.days-out-of-order"))
        }
        for ((_, earlier), (name, later)) in zip(windows, windows.dropFirst()) where later.from < earlier.from {
            problems.append(FieldProblem(field: "\(field).\(name).from", code: "evaluation.days-out-of-order"))
        }
        // Nobody is voted on, or shown, while applications are still taken.
        for (name, window) in [("vote", vote), ("publicity", publicity)] where window.from <= applications.through {
            problems.append(FieldProblem(field: "\(field).\(name).from", code: "evaluation.days-out-of-order"))
        }
        if let last = windows.map(\.1.through).max(), last > applications.from.adding(days: 730) {
            problems.append(FieldProblem(field: "\(field).publicity.through", code: "evaluation.schedule-too-long"))
        }
        return problems.reduce(into: []) { unique, one in if !unique.contains(one) { unique.append(one) } }
    }
}
