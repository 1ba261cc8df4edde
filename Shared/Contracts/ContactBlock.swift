/// Whom to turn to with problems and suggestions (通知: 遇到的问题及建议…请及时与市人力资源社会保障局联系).
///
/// It stands on every notice, receipt and public page. The notice names the bureau, its section and the centre, and no person.
package struct ContactBlock: Codable, Hashable, Sendable {
    /// The bureau.
    package let name: String
    /// The sections to ask for (联系科室), with how to reach each.
    package let sections: [AuthorityVersion.Office]

    /// A block of a bureau and its sections.
    package init(name: String, sections: [AuthorityVersion.Office]) {
        self.name = name
        self.sections = sections
    }

    /// The block of the authorities in force on one day: the bureau's offices, then the centre's.
    ///
    /// - Returns: Nil where the bureau is not known.
    package init?(bureau: AuthorityVersion?, centre: AuthorityVersion?) {
        guard let bureau else { return nil }
        self.init(name: bureau.name, sections: bureau.offices + (centre?.offices ?? []))
    }

    /// The names of the sections, 职业能力建设科、市职业技能鉴定服务中心.
    package var sectionNames: String { sections.map(\.name).joined(separator: "、") }
    /// The numbers, each once; with its section where there are several.
    package var telephone: String? { joined(\.telephone) }
    /// The addresses, each once; with its section where there are several.
    package var address: String? { joined(\.address) }
    /// The e-mail addresses, each once; with its section where there are several.
    package var email: String? { joined(\.email) }

    /// One sentence for papers.
    package var inWords: String {
        let reach = [
            "联系科室：\(sectionNames)", telephone.map { "电话：\($0)" }, address.map { "地址：\($0)" },
            email.map { "电子邮箱：\($0)" },
        ].compactMap(\.self)
        return "遇到问题或有建议的，请与\(name)联系（\(reach.joined(separator: "；"))）。"
    }

    private func joined(_ member: (AuthorityVersion.Office) -> String?) -> String? {
        let given = sections.compactMap { section in member(section).map { (section.name, $0) } }
        guard Set(given.map(\.1)).count > 1 else { return given.first?.1 }
        return given.map { "\($0.0) \($0.1)" }.joined(separator: "、")
    }
}
