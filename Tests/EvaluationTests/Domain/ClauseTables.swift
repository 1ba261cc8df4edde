import EvaluationDomain
import Kernel
import Testing

@testable import EvaluationService

@Suite("What each clause makes of a fact")
struct ClauseTables {
    private static func finding(_ rule: String, _ change: (inout Particulars) -> Void) throws -> Finding {
        try #require(try Sample.judged(change).findings.first { $0.rule == rule })
    }

    @Test(
        "the form of employment",
        arguments: [
            ("劳动合同", "在职在岗", .met), ("正式职工", "在职在岗", .met), ("在编", "在职在岗", .met),
            ("劳动合同制", "在职在岗", .met), ("退休返聘", "返聘", .notMet), ("返聘", "在职在岗", .notMet),
            ("劳动合同", "退休", .notMet), ("劳动合同", "离岗", .notMet), ("劳动合同", "内退", .notMet),
            ("劳务派遣", "在职在岗", .needsPerson), ("派遣制", "在职在岗", .needsPerson),
            ("所属单位职工", "在职在岗", .needsPerson), ("实习", "在职在岗", .needsPerson),
            ("劳动合同", "借调", .needsPerson), ("劳务派遣", "退休", .notMet),
        ] as [(String, String, Finding.Outcome)]
    )
    func employment(form: String, duty: String, outcome: Finding.Outcome) throws {
        let finding = try Self.finding("in-service") { ($0.employmentForm, $0.dutyStatus) = (form, duty) }
        #expect(finding.outcome == outcome)
    }

    @Test("staff of a unit the filing covers need a person, even with a contract")
    func coveredUnit() throws {
        let finding = try Self.finding("in-service") { ($0.unit, $0.inCoveredUnit) = ("机加二厂", true) }
        #expect(finding.outcome == .needsPerson)
        #expect(finding.facts.joined().contains("机加二厂"))
    }

    @Test("health is one yes or no", arguments: [(true, Finding.Outcome.met), (false, .notMet)])
    func health(confirmed: Bool, outcome: Finding.Outcome) throws {
        #expect(try Self.finding("health") { $0.healthConfirmed = confirmed }.outcome == outcome)
    }

    @Test(
        "the number of the certificate held",
        arguments: [
            ("Y000037160001211000001", SkillLevel.seniorTechnician, .met),
            ("S000037160001211000001", .seniorTechnician, .met), ("1837160001100012", .seniorTechnician, .met),
            ("Y000037160001212000001", .seniorTechnician, .needsPerson),
            ("1837160001200012", .seniorTechnician, .needsPerson), ("183716000110001", .seniorTechnician, .needsPerson),
            ("18371600011000123", .seniorTechnician, .needsPerson), ("RSN37160001", .seniorTechnician, .needsPerson),
            ("Y00003716000126T000001", .specialGradeTechnician, .met),
            ("Y00003716000126T000001", .seniorTechnician, .needsPerson),
            ("1837160001200012", .technician, .notMet), ("Y000037160001213000001", .senior, .notMet),
            ("RSN37160001", .senior, .needsPerson), ("Y000037160001211000001", .technician, .needsPerson),
        ] as [(String, SkillLevel, Finding.Outcome)]
    )
    func certificate(number: String, level: SkillLevel, outcome: Finding.Outcome) throws {
        let number = try PriorCertificateNumber(number)
        let finding = try Self.finding("senior-level") { ($0.prior.number, $0.prior.level) = (number, level) }
        #expect(finding.outcome == outcome, "\(finding.facts)")
    }

    static func mapping(_ from: String, _ to: Occupation) -> MappingDecision.Content {
        MappingDecision.Content(
            enterprise: nil,
            from: MappingDecision.Former(name: from, code: "6-04-02-05", edition: "1999"),
            to: to,
            basis: "职业分类大典2022年版对照表",
            decidedBy: "市职业技能鉴定服务中心",
            decidedOn: Sample.day("2026-08-01"),
            enteredBy: "centre-1"
        )
    }

    @Test(
        "another name of the occupation needs a person, unless somebody decided that it is the same",
        arguments: [
            ("焊工", nil, .met), ("电焊工", nil, .needsPerson), ("电焊工", "电焊工", .met), ("电 焊 工", "电焊工", .met),
            ("气焊工", "电焊工", .needsPerson),
        ] as [(String, String?, Finding.Outcome)]
    )
    func mapped(name: String, decided: String?, outcome: Finding.Outcome) throws {
        let judging = try Sample.judging(mappings: decided.map { [Self.mapping($0, Sample.welder)] } ?? [])
        let verdict = judging.verdict(on: try Sample.particulars { $0.prior.occupation = name })
        let finding = try #require(verdict.findings.first { $0.rule == "senior-level" })
        #expect(finding.outcome == outcome)
        #expect(finding.facts.joined().contains("对照表") == (decided != nil && outcome == .met))
    }

    @Test("a decision about another occupation or another edition decides nothing")
    func otherMapping() throws {
        let other = Occupation(code: Sample.welder.code, edition: "2015", name: "焊工", specialty: nil)
        let decisions = [Self.mapping("电焊工", Sample.occupations[1]), Self.mapping("电焊工", other)]
        let verdict = try Sample.judging(mappings: decisions)
            .verdict(on: try Sample.particulars { $0.prior.occupation = "电焊工" })
        #expect(verdict.findings.first { $0.rule == "senior-level" }?.outcome == .needsPerson)
    }

    @Test(
        "an honour",
        arguments: [
            ("中华技能大奖", .met), ("享受国务院政府特殊津贴人员", .met), ("全国技术能手", .met), ("全国技术能手提名", .needsPerson),
            ("全国劳动模范", .met), ("山东省劳动模范", .needsPerson), ("滨州市劳动模范", .needsPerson), ("上海市劳动模范", .needsPerson),
            ("劳动模范", .needsPerson), ("山东省五一劳动奖章", .needsPerson), ("全国五一劳动奖章", .met), ("滨州市五一劳动奖章", .needsPerson),
            ("泰山产业领军人才(产业技能类)", .met), ("泰山产业领军人才", .needsPerson), ("齐鲁首席技师", .met),
            ("山东省首席技师", .met), ("齐鲁工匠", .met), ("滨州工匠", .needsPerson),
        ] as [(String, Finding.Outcome)]
    )
    func honours(name: String, outcome: Finding.Outcome) throws {
        let finding = try Self.finding("honours") {
            ($0.conditions, $0.honour, $0.honourDocument) = ([.honours], name, "1号")
        }
        #expect(finding.outcome == outcome)
    }

    @Test(
        "a paper named in the form counts for the condition it was given for",
        arguments: [
            (["证明.pdf"], [.innovation], .met, .notMet), (["证明.pdf"], [.innovation, .teaching], .met, .needsPerson),
            (["二3:协议.pdf"], [.innovation, .teaching], .needsPerson, .met),
            (["二1:专利.pdf", "二3:协议.pdf"], [.innovation, .teaching], .met, .met),
            (["二3:协议.pdf"], [.innovation], .needsPerson, .notMet), ([], [.innovation], .needsPerson, .notMet),
        ] as [([String], [AdditionalCondition], Finding.Outcome, Finding.Outcome)]
    )
    func papers(
        evidence: [String],
        claims: [AdditionalCondition],
        innovation: Finding.Outcome,
        teaching: Finding.Outcome
    ) throws {
        let verdict = try Sample.judged { ($0.evidence, $0.conditions) = (evidence, claims) }
        #expect(verdict.findings.first { $0.rule == "innovation" }?.outcome == innovation)
        #expect(verdict.findings.first { $0.rule == "teaching" }?.outcome == teaching)
        #expect(
            verdict.basis?.facts.first { $0.name == "evidence" }?.value == evidence.joined(separator: "、").nilIfEmpty
        )
    }

    @Test("a file that proves a clause is evidence for it, and for no other")
    func proofs() throws {
        let proof = ClauseEvidence(
            file: Sample.id(6),
            sha256: String(repeating: "ab", count: 32),
            clauses: ["additional-3"]
        )
        let particulars = try Sample.particulars { ($0.evidence, $0.conditions) = ([], [.innovation, .teaching]) }
        let verdict = try Sample.judging().verdict(on: particulars, proofs: [proof])
        #expect(verdict.findings.first { $0.rule == "teaching" }?.outcome == .met)
        #expect(verdict.findings.first { $0.rule == "teaching" }?.evidence.first?.contains("abababababab") == true)
        #expect(verdict.findings.first { $0.rule == "innovation" }?.outcome == .needsPerson)
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
