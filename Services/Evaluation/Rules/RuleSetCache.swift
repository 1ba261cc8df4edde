import EvaluationDomain
import Synchronization

/// Rule sets compiled once; one of a digest never changes, so that what is kept is never stale.
final class RuleSetCache: Sendable {
    private let compiled = Mutex<[String: RuleSet]>([:])

    /// The rule set of a digest, compiled now where it was not before.
    func ruleSet(_ digest: String, or compile: () throws -> RuleSet) rethrows -> RuleSet {
        if let known = compiled.withLock({ $0[digest] }) { return known }
        let made = try compile()
        compiled.withLock { $0[digest] = made }
        return made
    }
}
