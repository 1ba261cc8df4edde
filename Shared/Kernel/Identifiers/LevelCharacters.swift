/// The characters of position 16, each from the day since which it is used.
///
/// A change is a new row with its day; numbers given before stay readable.
enum LevelCharacters {
    private struct Row: Sendable {
        let level: SkillLevel
        let character: Character
        let since: LocalDate
    }

    private static let table: [Row] = [
        Row(level: .junior, character: "5", since: .earliest),
        Row(level: .intermediate, character: "4", since: .earliest),
        Row(level: .senior, character: "3", since: .earliest),
        Row(level: .technician, character: "2", since: .earliest),
        Row(level: .seniorTechnician, character: "1", since: .earliest),
        Row(level: .specialGradeTechnician, character: "T", since: .earliest),
    ]

    /// The character in use on a day: of the level's rows the youngest that had begun.
    static func character(of level: SkillLevel, on date: LocalDate) -> Character {
        let rows = table.filter { $0.level == level && $0.since <= date }
        return rows.max { $0.since < $1.since }?.character ?? "T"
    }

    /// Whether numbers can bear the character: one of the table, or a capital letter that no digit can be taken for.
    ///
    /// Which letter a level has is laid down by dated documents; a number given under one of them stays readable without it.
    static func isReadable(_ character: Character) -> Bool {
        level(of: character) != nil || ("A"..."Z").contains(character) && !"IO".contains(character)
    }

    /// The level a character stands for in a number already given.
    static func level(of character: Character) -> SkillLevel? {
        table.last { $0.character == character }?.level
    }
}
