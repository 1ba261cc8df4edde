import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("Checking a rule set")
struct RuleSetChecks {
    static let broken: [(condition: String, path: String, code: String)] = [
        (#"{"xor":[true,false]}"#, "$.rules[0].cases[0].when.xor", "evaluation.rule-unknown-operator"),
        (
            #"{"all":[true,{"fact":"salary"}]}"#, "$.rules[0].cases[0].when.all[1].fact",
            "evaluation.rule-unknown-fact"
        ),
        (#"{"fact":"merits"}"#, "$.rules[0].cases[0].when", "evaluation.rule-type"),
        (#"{"equal":[1,"一"]}"#, "$.rules[0].cases[0].when.equal[1]", "evaluation.rule-type"),
        (#"{"less":["甲","乙"]}"#, "$.rules[0].cases[0].when.less[0]", "evaluation.rule-type"),
        (#"{"less":[1]}"#, "$.rules[0].cases[0].when.less", "evaluation.rule-operands"),
        (#"{"all":[]}"#, "$.rules[0].cases[0].when.all", "evaluation.rule-type"),
        (#"{"all":[true],"any":[true]}"#, "$.rules[0].cases[0].when", "evaluation.rule-one-operator"),
        (#"{"oneOf":["甲","无"]}"#, "$.rules[0].cases[0].when.oneOf[1]", "evaluation.rule-unknown-list"),
        (#"{"matches":["甲","无"]}"#, "$.rules[0].cases[0].when.matches[1]", "evaluation.rule-unknown-pattern"),
        (
            #"{"equal":[{"day":"2026-02-30"},{"fact":"hired.on"}]}"#, "$.rules[0].cases[0].when.equal[0].day",
            "evaluation.rule-value"
        ),
        (#"{"equal":[{"value":"无"},1]}"#, "$.rules[0].cases[0].when.equal[0].value", "evaluation.rule-unknown-value"),
        (#"{"equal":[1.5,1]}"#, "$.rules[0].cases[0].when.equal[0]", "evaluation.rule-type"),
        (#"{"equal":[99999999999999999999,1]}"#, "$.rules[0].cases[0].when.equal[0]", "evaluation.rule-type"),
        ("null", "$.rules[0].cases[0].when", "evaluation.rule-type"),
    ]

    @Test("names what is wrong by its place, and judged by it a person decides", arguments: broken)
    func places(condition: String, path: String, code: String) throws {
        let ruleSet = try Sample.ruleSet(when: condition)
        #expect(ruleSet.problems.contains { $0.field == path && $0.code == code }, "\(ruleSet.problems)")
        let verdict = try Sample.judging(by: ruleSet).verdict(on: try Sample.particulars())
        #expect(verdict.standing == .needsPerson)
        #expect(verdict.findings.allSatisfy { $0.outcome == .needsPerson })
    }

    @Test("every problem is told at once")
    func allAtOnce() throws {
        let file = try RuleSetFile(
            Array(
                """
                {"id":"Bad Name","extra":1,"document":{"title":"","issuer":"市","issued":"昨天","inForceFrom":"2026-02-01",
                 "inForceThrough":"2026-01-01"},"floors":{"seniorPostYears":400},
                 "clauses":[{"id":"a","citation":"一","words":"甲"},{"id":"a","citation":"一","words":"甲"}],
                 "groups":[{"id":"g","clause":"b","needed":1},{"id":"h","clause":"a","needed":"一"}],
                 "rules":[{"id":"r","clause":"a","group":"x","cases":[{"outcome":"met","say":["{nobody}"]},
                   {"when":true,"outcome":"perhaps","say":["{"]}]},
                  {"id":"r","clause":"a","cases":[]}],
                 "relaxation":{"clause":"a","grounds":[],"conditions":[{"id":"c","name":"丙","rules":["none"]}]}}
                """.utf8
            )
        )
        let found = Set(file.ruleSet.problems.map { "\($0.field) \($0.code.dropFirst("evaluation.rule-".count))" })
        let wanted: Set = [
            "$.id value", "$.extra unknown-member", "$.document.title missing", "$.document.issued value",
            "$.document.inForceThrough value", "$.floors.seniorPostYears value",
            "$.floors.additionalConditions missing",
            "$.clauses[1].id repeated", "$.groups[0].clause unknown-clause", "$.groups[1].needed type",
            "$.rules[0].group unknown-group", "$.rules[0].cases[0].when after-otherwise",
            "$.rules[0].cases[0].say[0] placeholder", "$.rules[0].cases[1].when no-otherwise",
            "$.rules[0].cases[1].outcome value", "$.rules[0].cases[1].say[0] brace", "$.rules[1].id repeated",
            "$.rules[1].cases missing", "$.relaxation.conditions[0].rules[0] unknown-rule",
        ]
        #expect(wanted.subtracting(found) == [], "\(found.subtracting(wanted))")
    }

    @Test(
        "what is no rule set at all passes and refuses nobody",
        arguments: ["{}", "[]", "null", "1", #"{"rules":7}"#, #"{"rules":[7]}"#, #"{"rules":[{"cases":[{}]}]}"#]
    )
    func nothing(file: String) throws {
        let ruleSet = try RuleSetFile(Array(file.utf8)).ruleSet
        #expect(!ruleSet.problems.isEmpty)
        #expect(try Sample.judging(by: ruleSet).verdict(on: try Sample.particulars()).standing == .needsPerson)
    }

    @Test("an expression nested too deeply is refused, not followed")
    func depth() throws {
        let deep = String(repeating: #"{"not":"#, count: 60) + "true" + String(repeating: "}", count: 60)
        let ruleSet = try Sample.ruleSet(when: deep)
        #expect(ruleSet.problems.contains { $0.code == "evaluation.rule-too-large" })
    }

    @Test("the same rules have the same digest however they are laid out, others another")
    func digest() throws {
        let one = try RuleSetFile(Array(#"{"id":"a", "rules":[]}"#.utf8))
        let other = try RuleSetFile(Array(#"{ "rules" : [ ],"id":"a"}"#.utf8))
        let third = try RuleSetFile(Array(#"{"id":"b","rules":[]}"#.utf8))
        #expect(one.ruleSet.reference == other.ruleSet.reference)
        #expect(one.ruleSet.reference.digest != third.ruleSet.reference.digest)
    }

    @Test("what differs is told by place, and what moved is found by its id")
    func differences() throws {
        func datum(_ text: String) throws -> Datum { try RuleSetFile(Array(text.utf8)).datum }
        let before = try datum(#"{"rules":[{"id":"a","cases":[1]},{"id":"b","cases":[1,2]}],"lists":{"x":["甲"]}}"#)
        let after = try datum(
            #"{"rules":[{"id":"b","cases":[1,3,4]},{"id":"a","cases":[1]},{"id":"c"}],"lists":{"x":["甲"]}}"#
        )
        let found = RuleSetDifference.between(before, and: after)
        #expect(found.map(\.path) == ["$.rules[b].cases[1]", "$.rules[b].cases[2]", "$.rules[c]"])
        #expect(found.map(\.kind) == [.changed, .added, .added])
        #expect(RuleSetDifference.between(after, and: after) == [])
    }
}
