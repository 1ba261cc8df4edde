import EvaluationDomain
import Foundation
import Kernel

/// Experts and candidates the tests share.
enum PanelSample {
    static let company = "滨州渤远机械制造有限公司"
    static let now = Sample.today.start

    static func expert(
        _ number: UInt8,
        origin: ExpertRecord.Origin = .own,
        name: String? = nil,
        unit: String = company,
        workshop: String? = nil,
        team: String? = nil,
        occupations: [Occupation] = [Sample.welder],
        leads: [String] = [],
        person: UUID? = nil,
        relations: [ExpertRelation] = []
    ) -> ExpertRecord {
        ExpertRecord(
            creditCode: Sample.creditCode,
            account: "expert-\(number)",
            name: name ?? "委员\(number)",
            unit: unit,
            workshop: workshop,
            team: team,
            occupations: occupations,
            title: "高级技师",
            origin: origin,
            leads: leads,
            person: person,
            relations: relations
        )
    }

    static func member(
        _ number: UInt8,
        origin: ExpertRecord.Origin = .own,
        occupations: [Occupation] = [Sample.welder]
    ) -> PanelMember {
        PanelMember(expert: Sample.id(number), record: expert(number, origin: origin, occupations: occupations))
    }

    static func candidate(
        name: String = "王建国",
        unit: String = company,
        workshop: String = "焊接一车间",
        team: String? = nil,
        application: UUID = Sample.id(200),
        person: UUID = Sample.id(210)
    ) -> PanelCandidate {
        PanelCandidate(
            application: application,
            person: person,
            name: name,
            unit: unit,
            workshop: workshop,
            team: team
        )
    }

    static func relation(
        _ ground: RecusalGround,
        to name: String,
        unit: String? = nil,
        workshop: String? = nil,
        person: UUID? = nil
    ) -> ExpertRelation {
        ExpertRelation(
            ground: ground,
            name: name,
            unit: unit,
            workshop: workshop,
            person: person,
            note: "本人申报",
            by: "expert-1",
            at: now
        )
    }

    static func recusal(
        _ member: String,
        _ application: UUID = Sample.id(200),
        origin: PanelRecusal.Origin = .declared
    ) -> PanelRecusal {
        PanelRecusal(
            member: member,
            application: application,
            ground: .other,
            origin: origin,
            reason: "有合作项目",
            by: member,
            at: now
        )
    }

    /// A panel of five named members, chaired by the first.
    static func formed(
        _ members: [PanelMember]? = nil,
        chair: String? = "expert-1",
        makeUp: PanelMakeUp = PanelMakeUp(size: 5)
    ) throws -> Panel {
        var panel = Panel.initial
        _ = try panel.handle(.name(members: members ?? (1...5).map { member($0) }, chair: chair, makeUp: makeUp))
        return panel
    }
}

/// A generator of which the numbers are known beforehand (SplitMix64).
struct SteadyNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
