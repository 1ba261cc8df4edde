import FilingDomain
import ServiceKit

/// A setting that cannot be; the service does not start with it.
struct BadSetting: Error, CustomStringConvertible {
    let description: String
}

extension HandlingPromise {
    /// The most working days any promise may take.
    private static let mostDays = 250

    /// The city's promise (承诺时限), from `GONGJIANG_HANDLING_TELL_DAYS` and `GONGJIANG_HANDLING_DECIDE_DAYS`.
    ///
    /// - Throws: ``BadSetting`` naming the one that cannot be.
    init(_ environment: ServiceEnvironment) throws {
        self.init()
        func days(_ key: String, _ variable: String, else standard: Int) throws -> Int {
            guard let text = environment.setting(key), !text.isEmpty else { return standard }
            guard let days = Int(text), (1...Self.mostDays).contains(days) else {
                throw BadSetting(
                    description: "GONGJIANG_HANDLING_\(variable) is \(text), not 1 to \(Self.mostDays) working days"
                )
            }
            return days
        }
        tellDays = try days("handling.tellDays", "TELL_DAYS", else: tellDays)
        decideDays = try days("handling.decideDays", "DECIDE_DAYS", else: decideDays)
        guard tellDays <= decideDays else {
            throw BadSetting(description: "GONGJIANG_HANDLING_TELL_DAYS is more than GONGJIANG_HANDLING_DECIDE_DAYS")
        }
    }
}

extension ScopeRule {
    /// What happens to occupations outside the general filing, from `GONGJIANG_FILING_SCOPE_RULE`.
    ///
    /// - Throws: ``BadSetting``.
    init(_ environment: ServiceEnvironment) throws {
        guard let text = environment.setting("scope.rule"), !text.isEmpty else {
            self = .officerDecides
            return
        }
        guard let rule = ScopeRule(rawValue: text) else {
            let rules = ScopeRule.allCases.map(\.rawValue).joined(separator: " or ")
            throw BadSetting(description: "GONGJIANG_FILING_SCOPE_RULE is \(text), not \(rules)")
        }
        self = rule
    }
}
