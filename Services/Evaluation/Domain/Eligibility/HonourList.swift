/// The honours of 三（二）4, and how a name is found in them.
enum HonourList {
    /// Honours and programmes that count by their name alone.
    static let byName = [
        "中华技能大奖", "国务院政府特殊津贴", "全国技术能手", "泰山产业领军人才", "齐鲁首席技师", "山东省首席技师", "齐鲁工匠",
    ]

    /// Honours of which only those of province and nation count.
    static let byLevel = ["劳动模范", "五一劳动奖章"]

    private static let highLevels = ["全国", "省"]

    /// Where an honour stands.
    enum Standing { case listed, notListed, open }

    /// Whether an honour is in the list, is not, or has to be looked at by a person.
    ///
    /// “省级及以上” may or may not govern 五一劳动奖章 too, so one of lower level is left open.
    static func standing(of honour: String) -> Standing {
        if honour.contains("泰山产业领军人才"), !honour.contains("产业技能") { return .open }
        if byName.contains(where: honour.contains) { return honour.contains("提名") ? .open : .listed }
        guard let kind = byLevel.first(where: honour.contains) else { return .open }
        if highLevels.contains(where: honour.contains) { return .listed }
        let isLower = ["市", "县", "区"].contains(where: honour.contains)
        return kind == "劳动模范" && isLower ? .notListed : .open
    }
}
