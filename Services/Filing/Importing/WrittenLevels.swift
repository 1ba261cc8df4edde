import Kernel

/// Levels as lists of filings write them: `三级、二级`, `高级工/技师`, `五级至一级`, `1-5级`.
enum WrittenLevels {
    /// The levels in any order; nil where a part names none, or 特级技师, which is filed by itself.
    static func read(_ text: String) -> [SkillLevel]? {
        let text = Normalised.identifier(text)
        var levels: [SkillLevel] = []
        for part in text.split(whereSeparator: { ";、,+和及".contains($0) }) {
            let ends = part.replacing("至", with: "~").replacing("-", with: "~").replacing("到", with: "~")
                .split(separator: "~").map(String.init)
            switch ends.count {
            case 1:
                guard let level = level(ends[0]) else { return nil }
                levels.append(level)
            case 2:
                guard let first = level(ends[0]), let last = level(ends[1]) else { return nil }
                levels += SkillLevel.allCases.filter { (min(first, last)...max(first, last)).contains($0) }
            default: return nil
            }
        }
        return levels.isEmpty ? nil : levels
    }

    /// One level; both names of one, `三级/高级工`, are one.
    private static func level(_ text: String) -> SkillLevel? {
        let found = text.split(separator: "/").map { word in words[String(word)] }
        guard let first = found.first, let level = first, found.allSatisfy({ $0 == level }) else { return nil }
        return level
    }

    private static let words: [String: SkillLevel] = [
        "五级": .junior, "5级": .junior, "5": .junior, "初级工": .junior, "初级": .junior,
        "四级": .intermediate, "4级": .intermediate, "4": .intermediate, "中级工": .intermediate, "中级": .intermediate,
        "三级": .senior, "3级": .senior, "3": .senior, "高级工": .senior, "高级": .senior,
        "二级": .technician, "2级": .technician, "2": .technician, "技师": .technician,
        "一级": .seniorTechnician, "1级": .seniorTechnician, "1": .seniorTechnician, "高级技师": .seniorTechnician,
    ]
}
