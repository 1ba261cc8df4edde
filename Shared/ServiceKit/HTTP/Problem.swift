import Contracts
import Kernel

/// A refusal as RFC 9457 writes it.
struct Problem: Encodable, Sendable {
    struct FieldError: Encodable, Sendable {
        let field: String
        let code: String
        let message: String
    }

    static let contentType = "application/problem+json; charset=utf-8"

    /// A stable name, not an address.
    let type: String
    /// The sentence for people.
    let title: String
    let status: Int
    /// The stable code a program can rely on.
    let code: String
    let errors: [FieldError]?
    /// What to ask support about.
    let trace: String?
}

/// Turns what was thrown into what is answered.
struct ProblemWriter: Sendable {
    let messages: MessageCatalogue

    /// The problem of an error that is a refusal, or nil where it is a fault of ours.
    func problem(of error: any Error, english: Bool, trace: String?) -> Problem? {
        switch error {
        case let refusal as any Rejection:
            return make(refusal.code, refusal.arguments, english: english, trace: trace)
        case let input as InvalidInput:
            let errors = input.problems.map { problem in
                Problem.FieldError(
                    field: problem.field,
                    code: problem.code,
                    message: sentence(problem.code, problem.arguments, english: english)
                )
            }
            return make("common.malformed", [:], errors: errors, english: english, trace: trace)
        default:
            return nil
        }
    }

    /// An answer that carries a refusal, with the refusal written as its body; any other as it is.
    func written(_ answer: Answer, english: Bool, trace: String?) -> Answer {
        guard let refusal = answer.refusal else { return answer }
        let problem = make(refusal.code, refusal.arguments, english: english, trace: trace)
        var written = Answer(status: problem.status, version: nil, body: (try? WireFormat.encode(problem)) ?? [])
        written.contentType = Problem.contentType
        written.headers = answer.headers
        return written
    }

    /// What an enterprise's system is told of an error, or nil where it is a fault of ours.
    func reasons(of error: any Error) -> [RefusalReason]? {
        guard let problem = problem(of: error, english: false, trace: nil) else { return nil }
        guard let errors = problem.errors else {
            return [RefusalReason(field: nil, code: problem.code, message: problem.title)]
        }
        return errors.map { RefusalReason(field: $0.field, code: $0.code, message: $0.message) }
    }

    func make(
        _ code: String,
        _ arguments: [String: String],
        errors: [Problem.FieldError]? = nil,
        english: Bool,
        trace: String?
    ) -> Problem {
        Problem(
            type: "urn:gongjiang:problem:\(code)",
            title: sentence(code, arguments, english: english),
            status: messages[code]?.status ?? 409,
            code: code,
            errors: errors,
            trace: trace
        )
    }

    private func sentence(_ code: String, _ arguments: [String: String], english: Bool) -> String {
        guard let message = messages[code] else { return code }
        return MessageCatalogue.fill(english ? message.en : message.zh, arguments)
    }
}
