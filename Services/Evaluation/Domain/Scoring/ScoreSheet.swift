import Foundation
import Kernel

/// What one member gave one candidate by one method (评分表): drafted at will, submitted once.
package enum ScoreSheet: Decider, Codable, Hashable {
    /// Whose sheet of whom it is.
    package struct Key: Codable, Hashable, Sendable {
        package let round: UUID
        package let application: UUID
        /// The method's place in the plan, from 0.
        package let method: Int
        /// The member's account.
        package let member: String

        /// The sheet of a member for a candidate and method.
        package init(round: UUID, application: UUID, method: Int, member: String) {
            self.round = round
            self.application = application
            self.method = method
            self.member = member
        }
    }

    /// What stands on it.
    package struct Content: Codable, Hashable, Sendable {
        /// For each criterion, in hundredths of a point; nil where a draft leaves it open.
        package let marks: [Int?]
        package let comment: String?

        /// The marks and a comment.
        package init(marks: [Int?], comment: String?) {
            self.marks = marks
            self.comment = comment
        }

        /// All marks together.
        package var total: Int { marks.reduce(0) { $0 + ($1 ?? 0) } }
    }

    /// Can transition to: draft, submitted.
    case absent
    /// Can be changed. Can transition to: submitted.
    case draft(key: Key, content: Content)
    /// Final.
    case submitted(key: Key, content: Content, at: Date)

    /// What a sheet can be asked to do; what stands on it is checked before.
    package enum Command: Sendable {
        case draft(Key, Content)
        case submit(Key, Content, at: Date)
    }

    /// What can have happened to a sheet.
    package enum Event: Codable, Hashable, Sendable {
        case drafted(key: Key, content: Content)
        case submitted(key: Key, content: Content, at: Date)
    }

    /// Why a sheet says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was submitted and cannot be changed.
        case alreadySubmitted

        package var code: String { "evaluation.score-already-submitted" }
    }

    package static var initial: ScoreSheet { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.submitted, .draft): throw .alreadySubmitted
        case (.submitted(_, let content, _), .submit(_, let again, _)):
            // The same once more, as by a second click, changes nothing.
            guard content == again else { throw .alreadySubmitted }
            return []
        case (.draft(_, let old), .draft(let key, let new)):
            return old == new ? [] : [.drafted(key: key, content: new)]
        case (.absent, .draft(let key, let content)): return [.drafted(key: key, content: content)]
        case (.absent, .submit(let key, let content, let instant)),
            (.draft, .submit(let key, let content, let instant)):
            return [.submitted(key: key, content: content, at: instant)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .drafted(let key, let content): self = .draft(key: key, content: content)
        case .submitted(let key, let content, let instant): self = .submitted(key: key, content: content, at: instant)
        }
    }

    /// Whose it is; nil before anything stands on it.
    package var key: Key? {
        switch self {
        case .absent: nil
        case .draft(let key, _), .submitted(let key, _, _): key
        }
    }

    /// What stands on it.
    package var content: Content? {
        switch self {
        case .absent: nil
        case .draft(_, let content), .submitted(_, let content, _): content
        }
    }

    /// Whether it is final.
    package var isSubmitted: Bool { if case .submitted = self { true } else { false } }
}

extension ScoringSheet {
    /// What is wrong with what a member wrote, each problem naming its criterion.
    ///
    /// - Parameters:
    ///   - content: The marks and the comment.
    ///   - isFinal: Whether it is submitted; a draft may leave things open.
    ///   - extremes: Which totals need a comment.
    /// - Returns: The problems, in the order of the sheet.
    package func problems(
        of content: ScoreSheet.Content,
        isFinal: Bool,
        extremes: ScoringRule.Extremes?
    ) -> [FieldProblem] {
        guard content.marks.count == criteria.count else {
            let wanted = ["count": String(criteria.count)]
            return [FieldProblem(field: "marks", code: "evaluation.score-marks", arguments: wanted)]
        }
        var problems: [FieldProblem] = []
        for (index, (criterion, mark)) in zip(criteria, content.marks).enumerated() {
            let field = "marks[\(index)]"
            if let mark, !(0...criterion.most).contains(mark) {
                let named = ["criterion": criterion.name, "most": Score.text(criterion.most)]
                problems.append(FieldProblem(field: field, code: "evaluation.score-out-of-range", arguments: named))
            }
            if mark == nil, isFinal {
                let named = ["criterion": criterion.name]
                problems.append(FieldProblem(field: field, code: "evaluation.score-missing", arguments: named))
            }
        }
        if isFinal, problems.isEmpty, content.comment == nil, let extremes,
            content.total <= extremes.low || content.total >= extremes.high
        {
            let total = ["total": Score.text(content.total)]
            problems.append(FieldProblem(field: "comment", code: "evaluation.score-comment-needed", arguments: total))
        }
        return problems
    }
}
