import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import TestSupport

@testable import EvaluationService

extension Sample {
    /// Another city's rules: a file, no Swift.
    static func secondCity() throws -> RuleSetFile {
        let path = Repository.root.appending(path: "Tests/EvaluationTests/RuleSets/second-city-2021.json")
        return try RuleSetFile(Array(Data(contentsOf: path)))
    }

    /// The least rule set whose one rule has this condition, and these named values before it.
    static func ruleSet(
        when condition: String,
        values: String = "[]",
        say: String = "\"成立\"",
        other: String = ""
    ) throws -> RuleSet {
        try RuleSetFile(
            Array(
                """
                {"format":1,"id":"tiny","document":{"title":"测试","issuer":"测试","issued":"2026-01-01","inForceFrom":"2026-01-01"},
                 "floors":{"seniorPostYears":4,"additionalConditions":0},
                 "lists":{"词":["甲","乙"]},"patterns":{"格":"A99"},
                 "clauses":[{"id":"one","citation":"一","words":"条件"}],
                 "rules":[{"id":"only","clause":"one","values":\(values),"cases":[
                   {"when":\(condition),"outcome":"met","say":[\(say)]},
                   {"outcome":"notMet","say":["不成立"]}]}]\(other)}
                """.utf8
            )
        ).ruleSet
    }

    /// What the one rule of such a rule set finds.
    static func found(
        by ruleSet: RuleSet,
        _ change: (inout Particulars) -> Void = { _ in }
    ) throws -> Finding? {
        try judging(by: ruleSet).verdict(on: try particulars(change)).findings.first
    }
}
