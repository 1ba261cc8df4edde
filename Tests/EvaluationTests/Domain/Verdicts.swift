import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Testing

@testable import EvaluationService

@Suite("A verdict")
struct Verdicts {
    /// Particulars of every kind, the same for a seed.
    static func particulars(_ seed: Int) throws -> Particulars {
        var random = SplitMix(seed: UInt64(seed))
        func one<Value>(of values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        func day(_ from: String) -> LocalDate { Sample.day(from).adding(days: Int(random.next() % 3_000)) }
        let numbers = ["Y000037160001211000001", "1837160001100012", "RSN37160001", "Y000037160001212000001"]
        let number = try PriorCertificateNumber(one(of: numbers))
        return try Sample.particulars {
            $0.positionKind = one(of: ["生产一线", "科研一线", "管理", "检验", ""])
            $0.employmentForm = one(of: ["劳动合同", "劳务派遣", "退休返聘", "正式职工", "其他", ""])
            $0.dutyStatus = one(of: ["在职在岗", "离岗", "借调", ""])
            $0.inCoveredUnit = one(of: [nil, true])
            $0.prior.number = number
            ($0.prior.level, $0.prior.levelText) = one(
                of: [(.seniorTechnician, "一级/高级技师"), (.technician, "二级/技师"), (nil, "老师傅")]
            )
            $0.prior.occupation = one(of: ["焊工", "电焊工"])
            $0.prior.issuedOn = one(of: [nil, day("2012-01-01")])
            let from = day("2015-01-01")
            if let posts = SeniorPosts([
                SeniorPosts.Span(
                    from: from,
                    through: one(of: [nil, from.adding(days: 1_500)]),
                    start: one(of: [nil, .certificate])
                )
            ]) {
                $0.seniorPosts = posts
            }
            $0.stillInOccupation = one(of: [true, true, false])
            $0.healthConfirmed = one(of: [true, true, false])
            $0.conductConfirmed = one(of: [true, true, false])
            $0.conditions = one(of: [[], [.innovation], [.honours], [.teaching, .leadingMethod]])
            $0.honour = one(of: [nil, "齐鲁工匠", "滨州市劳动模范", "滨州工匠"])
            $0.honourDocument = one(of: [nil, "1号"])
            $0.evidence = one(of: [[], ["证明.pdf"]])
            $0.relaxation = one(of: [nil, nil, RelaxationRequest(ground: "稀缺型", condition: .seniorPostYears)])
        }
    }

    @Test("is the same for the same facts, read back too, and follows from the clauses it lists", arguments: 0..<300)
    func deterministic(seed: Int) throws {
        let particulars = try Self.particulars(seed)
        for ruleSet in [try Sample.notice(), try Sample.secondCity().ruleSet] {
            let judging = try Sample.judging(by: ruleSet)
            let verdict = judging.verdict(on: particulars)
            #expect(verdict == judging.verdict(on: particulars))
            let read: Assessment = try WireFormat.decode(from: try WireFormat.encode(verdict))
            #expect(read == verdict && read.standing == verdict.standing)
            #expect(verdict.basis?.ruleSet == ruleSet.reference)
            for finding in verdict.findings {
                #expect(ruleSet.clause(finding.clause)?.citation == finding.citation)
                #expect(!finding.facts.isEmpty && finding.facts.allSatisfy { !$0.isEmpty })
            }
            #expect(Set(ruleSet.ruleNames).subtracting(verdict.findings.map(\.rule)).isEmpty)
            // Explained by its clauses: of the outcomes alone the standing is reckoned again.
            #expect(Self.standing(explained: verdict) == verdict.standing)
            #expect((verdict.standing == .ineligible) == !verdict.refused.isEmpty || !verdict.relaxations.isEmpty)
        }
    }

    /// What follows from the listed outcomes, reckoned in another way.
    private static func standing(explained verdict: Assessment) -> Assessment.Standing {
        let waits = Set(verdict.relaxations.filter(\.isOpen).map(\.condition.rawValue))
        let names = ["senior-post-years": "seniorPostYears", "years": "seniorPostYears"]
        var outcomes = verdict.findings.filter { $0.group == nil && $0.rule != "relaxation" }.map { finding in
            finding.outcome == .notMet && waits.contains(names[finding.rule] ?? "-")
                ? Finding.Outcome.needsPerson : finding.outcome
        }
        for group in verdict.groups {
            let found = verdict.findings.filter { $0.group == group.id }.map(\.outcome)
            let (met, open) = (found.count { $0 == .met }, found.count { $0 == .needsPerson })
            let needed = group.needed ?? .max
            outcomes.append(met >= needed ? .met : met + open >= needed ? .needsPerson : .notMet)
        }
        if outcomes.contains(.notMet) { return .ineligible }
        return outcomes.contains(.needsPerson) ? .needsPerson : .eligible
    }

    @Test("of before rule sets were data is read as it was, and keeps its meaning")
    func before() throws {
        let stored = """
            {"judged":{"entry":{"round":"00000000-0000-7000-8000-00000000000a","person":"00000000-0000-7000-8000-000000000014",
            "particulars":\(String(decoding: try WireFormat.encode(try Sample.particulars()), as: UTF8.self))},
            "assessment":{"additionalConditions":1,"relaxes":"seniorPostYears","findings":[
            {"clause":"preamble","rule":"front-line-post","outcome":"met","facts":["一线"],"evidence":[],"isRelaxed":false},
            {"clause":"basic-2","rule":"senior-post-years","outcome":"notMet","facts":["不满4年"],"evidence":[],"isRelaxed":true},
            {"clause":"additional-1","rule":"innovation","outcome":"met","facts":["业绩"],"evidence":[],"isRelaxed":false},
            {"clause":"additional-4","rule":"honours","outcome":"notMet","facts":["未申报此项"],"evidence":[],"isRelaxed":false},
            {"clause":"relaxation","rule":"relaxation","outcome":"met","facts":["放宽事由:稀缺型"],"evidence":["a"],"isRelaxed":false}]}}}
            """
        let application: Application = try WireFormat.decode(from: Array(stored.utf8))
        #expect(application.stage == .eligible)
        let assessment = try #require(application.assessment)
        #expect(assessment.basis == nil && assessment.additional == .met && assessment.relaxations == [])
        #expect(assessment.findings.map(\.citation) == ["三、评价条件(序文)", "三(一)2", "三(二)1", "三(二)4", "三(三)"])
        #expect(assessment.relaxation == "按三(三)放宽三(一)2;放宽事由:稀缺型")
        // A new rule set never changes it: judging again does nothing.
        #expect(try application.decide(.judge(try Sample.judging(by: try Sample.secondCity().ruleSet))) == [])
        let again: Application = try WireFormat.decode(from: try WireFormat.encode(application))
        #expect(again == application)
    }

    @Test("of before that waited for a person's word on a relaxation still takes it", arguments: [true, false])
    func waitingBefore(isMet: Bool) throws {
        let finding = { (clause: Clause, rule: String, outcome: Finding.Outcome) in
            Finding(clause: clause, rule: rule, outcome: outcome, facts: ["f"])
        }
        var application = Application.judged(
            entry: try Sample.entry(),
            assessment: Assessment(
                findings: [
                    finding(.seniority, "senior-post-years", .notMet), finding(.innovation, "innovation", .met),
                    finding(.relaxation, "relaxation", .needsPerson),
                ],
                additionalConditions: 1,
                relaxes: .seniorPostYears
            )
        )
        #expect(application.stage == .needsPerson)
        _ = try application.handle(
            .review(Review(clause: .relaxation, rule: nil, isMet: isMet, reason: "办公会", by: "hr"))
        )
        #expect(application.stage == (isMet ? .eligible : .ineligible))
    }
}
