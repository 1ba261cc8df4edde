/// A clause of the notice that an application is judged against.
package enum Clause: String, Codable, CaseIterable, Sendable {
    case preamble
    case conduct = "basic-1"
    case seniority = "basic-2"
    case health = "basic-3"
    case additional
    case innovation = "additional-1"
    case leadingMethod = "additional-2"
    case teaching = "additional-3"
    case honours = "additional-4"
    case relaxation

    /// Where it stands in the notice.
    package var citation: String {
        switch self {
        case .preamble: "三、评价条件(序文)"
        case .conduct: "三(一)1"
        case .seniority: "三(一)2"
        case .health: "三(一)3"
        case .additional: "三(二)"
        case .innovation: "三(二)1"
        case .leadingMethod: "三(二)2"
        case .teaching: "三(二)3"
        case .honours: "三(二)4"
        case .relaxation: "三(三)"
        }
    }

    /// What it says.
    package var words: String {
        switch self {
        case .preamble: "企业生产科研一线岗位从事技术技能工作并具备相应条件的在职在岗高技能人才"
        case .conduct: "遵守国家法律法规和企业规章制度,具备良好的职业道德和精益求精的工匠精神,为所在单位发展作出突出贡献"
        case .seniority: "具有高级技师职业资格或职业技能等级,并在高级技师岗位工作满4年且仍在从事本职业(工种)工作"
        case .health: "具有适应工作岗位需要的身体条件"
        case .additional: "除具备以上基本条件外,还应具备下列条件之一"
        case .innovation: "在企业产品研发、技术革新、发明创造、科技攻关中作出突出贡献,取得明显经济社会效益"
        case .leadingMethod:
            "在本企业、同行业中具有领先技术技能水平,并总结出先进操作技术方法,或形成行业技术标准规范,取得明显经济社会效益"
        case .teaching: "在企业后备技能人才培养、技能技艺传承方面作出重要贡献"
        case .honours:
            "中华技能大奖、国务院政府特殊津贴、全国技术能手、省级及以上劳动模范和五一劳动奖章获得者;泰山产业领军人才(产业技能类)、齐鲁首席技师(山东省首席技师)、齐鲁工匠等项目入选者"
        case .relaxation: "对掌握独有技能技艺、为企业发展做出重大贡献或稀缺型高技能人才,企业可根据实际放宽评价条件"
        }
    }
}
