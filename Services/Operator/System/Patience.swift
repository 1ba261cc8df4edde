import Foundation

/// How long something is tried again, and how long to rest in between.
struct Patience: Sendable {
    /// For how long in all.
    var limit: Duration = .seconds(120)
    /// The first rest; each is twice the last.
    var first: Duration = .milliseconds(100)
    /// The longest rest.
    var longest: Duration = .seconds(3)

    /// Tries until there is an answer.
    ///
    /// - Parameters:
    ///   - what: What is waited for, for the sentence when it does not come.
    ///   - attempt: The attempt: an answer, or why there is none yet. What it throws ends the trying.
    /// - Returns: The answer.
    /// - Throws: ``OperatorError`` with the last reason when the time is over.
    func wait<Answer>(for what: String, _ attempt: () async throws -> Attempt<Answer>) async throws -> Answer {
        let deadline = ContinuousClock.now + limit
        var rest = first
        while true {
            let reason: String
            switch try await attempt() {
            case .answer(let answer): return answer
            case .notYet(let why): reason = why
            }
            guard ContinuousClock.now + rest < deadline else {
                throw OperatorError("等了 \(limit.components.seconds) 秒仍没有\(what):\(reason)")
            }
            try await Task.sleep(for: rest * Double.random(in: 0.75...1.25))
            rest = min(rest * 2, longest)
        }
    }
}

/// One attempt at something.
enum Attempt<Answer> {
    /// It worked.
    case answer(Answer)
    /// Not yet, and why.
    case notYet(String)
}
