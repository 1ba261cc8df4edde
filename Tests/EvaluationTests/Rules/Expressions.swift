import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("The language of rules")
struct Expressions {
    static let rows: [(condition: String, outcome: Finding.Outcome)] = [
        ("true", .met), ("false", .notMet), (#"{"not":false}"#, .met),
        (#"{"all":[true,true]}"#, .met), (#"{"all":[true,false]}"#, .notMet), (#"{"any":[false,true]}"#, .met),
        (#"{"any":[false,false]}"#, .notMet), (#"{"fact":"healthConfirmed"}"#, .met),
        // What nobody told leaves a condition open, but decides nothing that is decided without it.
        (#"{"equal":[{"fact":"honour"},"甲"]}"#, .needsPerson),
        (#"{"not":{"equal":[{"fact":"honour"},"甲"]}}"#, .needsPerson),
        (#"{"all":[{"equal":[{"fact":"honour"},"甲"]},false]}"#, .notMet),
        (#"{"any":[{"equal":[{"fact":"honour"},"甲"]},true]}"#, .met),
        (#"{"all":[{"equal":[{"fact":"honour"},"甲"]},true]}"#, .needsPerson),
        (#"{"any":[{"equal":[{"fact":"honour"},"甲"]},false]}"#, .needsPerson),
        (#"{"given":{"fact":"honour"}}"#, .notMet), (#"{"given":{"fact":"merits"}}"#, .met),
        (#"{"given":{"fact":"evidence"}}"#, .met),
        (#"{"equal":[1,1]}"#, .met), (#"{"less":[1,1]}"#, .notMet), (#"{"atMost":[1,1]}"#, .met),
        (#"{"atLeast":[1,1]}"#, .met), (#"{"more":[2,1]}"#, .met),
        (#"{"less":[{"day":"2026-08-31"},{"fact":"plan.referenceDate"}]}"#, .met),
        (#"{"equal":[{"day":"2026-09-01"},{"fact":"plan.referenceDate"}]}"#, .met),
        (#"{"atLeast":[{"fact":"prior.level"},{"level":"technician"}]}"#, .met),
        (#"{"more":[{"fact":"prior.level"},{"level":"seniorTechnician"}]}"#, .notMet),
        (#"{"equal":[{"plus":[1,2]},3]}"#, .met), (#"{"equal":[{"minus":[1,2]},-1]}"#, .met),
        (#"{"equal":[{"times":[3,4]},12]}"#, .met), (#"{"equal":[{"greatest":[3,4]},4]}"#, .met),
        (#"{"equal":[{"least":[3,4]},3]}"#, .met), (#"{"equal":[{"count":{"fact":"evidence"}},1]}"#, .met),
        (#"{"oneOf":["甲","词"]}"#, .met), (#"{"oneOf":["甲",["丙"]]}"#, .notMet),
        (#"{"oneOf":["甲乙","词"]}"#, .notMet), (#"{"containsAny":["说甲话","词"]}"#, .met),
        (#"{"containsAny":["","词"]}"#, .notMet), (#"{"containsAny":["丙",["丙丁"]]}"#, .notMet),
        (#"{"has":[{"fact":"claims"},"二1"]}"#, .met), (#"{"has":[{"fact":"claims"},"二4"]}"#, .notMet),
        (#"{"matches":["B12","格"]}"#, .met), (#"{"matches":["b12","格"]}"#, .notMet),
        (#"{"matches":["B123","格"]}"#, .notMet), (#"{"matches":["B1２","格"]}"#, .notMet),
        (#"{"equal":[{"served":[{"fact":"posts"},{"day":"2026-09-01"}]},"5年3个月"]}"#, .met),
        (#"{"given":{"dayFull":[{"fact":"posts"},5,{"day":"2026-06-01"}]}}"#, .met),
        (#"{"given":{"dayFull":[{"fact":"posts"},5,{"day":"2026-05-31"}]}}"#, .notMet),
    ]

    @Test("each operator means what it says", arguments: rows)
    func means(condition: String, outcome: Finding.Outcome) throws {
        let ruleSet = try Sample.ruleSet(when: condition)
        #expect(ruleSet.problems == [], "\(condition)")
        #expect(try Sample.found(by: ruleSet)?.outcome == outcome, "\(condition)")
    }

    @Test(
        "numbers that are too large need a person, wherever they stand",
        arguments: [
            #"{"more":[{"times":[9223372036854775807,2]},0]}"#, #"{"more":[{"plus":[9223372036854775807,1]},0]}"#,
            #"{"more":[{"minus":[-9223372036854775807,2]},0]}"#,
            #"{"given":{"plus":[9223372036854775807,1]}}"#,
            #"{"not":{"equal":[{"times":[{"times":[9223372036854775807,2]},0]},0]}}"#,
            #"{"given":{"dayFull":[{"fact":"posts"},100,{"day":"2026-09-01"}]}}"#,
            #"{"given":{"dayFull":[{"fact":"posts"},-1,{"day":"2026-09-01"}]}}"#,
            #"{"given":{"dayFull":[{"fact":"posts"},{"plus":[9223372036854775807,1]},{"day":"2026-09-01"}]}}"#,
        ]
    )
    func overflow(condition: String) throws {
        let ruleSet = try Sample.ruleSet(when: condition)
        #expect(ruleSet.problems == [])
        let finding = try #require(try Sample.found(by: ruleSet))
        #expect(finding.outcome == .needsPerson)
        #expect(finding.facts.joined().contains("须人工认定"))
    }

    @Test("what is missing is named in the words people use")
    func missing() throws {
        let ruleSet = try Sample.ruleSet(when: #"{"equal":[{"fact":"honour.document"},"甲"]}"#)
        #expect(try Sample.found(by: ruleSet)?.facts == ["缺少“荣誉文号及日期”,须人工认定"])
    }

    @Test("sentences take in facts and values, and say what stands for a missing one")
    func sentences() throws {
        let ruleSet = try Sample.ruleSet(
            when: "true",
            values: #"[{"name":"两倍","is":{"times":[{"fact":"plan.seniorPostYears"},2]}}]"#,
            say: #""{workshop}的{position.name},{两倍},{honour|无荣誉},{hired.on},{healthConfirmed}""#
        )
        #expect(ruleSet.problems == [])
        #expect(try Sample.found(by: ruleSet)?.facts == ["焊接一车间的焊接班长,8,无荣誉,2005-07-01,是"])
    }
}
