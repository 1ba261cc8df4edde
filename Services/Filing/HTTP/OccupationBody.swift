import FilingDomain
import Kernel

/// An occupation as clients write it, with levels where they are asked for.
struct OccupationBody: Decodable {
    let code: String?
    let edition: String?
    let name: String?
    let specialty: String?
    let levels: [String]?

    /// The occupation; `--` and nothing both stand for no 工种.
    func occupation(_ check: inout Check, _ field: String) -> Occupation {
        let code = check.text(code, "\(field).code")
        if !code.isEmpty, code.wholeMatch(of: /\d-\d{2}-\d{2}-\d{2}/) == nil {
            check.problem("\(field).code", "filing.occupation-code")
        }
        let edition = check.text(edition, "\(field).edition")
        if !edition.isEmpty, edition.wholeMatch(of: /[12]\d{3}/) == nil {
            check.problem("\(field).edition", "filing.occupation-edition")
        }
        let specialty = check.optional(specialty, "\(field).specialty")
        return Occupation(
            code: code,
            edition: edition,
            name: check.text(name, "\(field).name"),
            specialty: specialty.isEmpty || specialty == "--" ? nil : specialty
        )
    }

    /// The occupation with its levels, 五级/初级工 to 一级/高级技师.
    func filed(_ check: inout Check, _ field: String, levelsMayLack: Bool = false) -> FiledOccupation {
        let occupation = occupation(&check, field)
        var levels: [SkillLevel] = []
        let written = self.levels ?? []
        let named = written.isEmpty && levelsMayLack ? [] : check.list(self.levels, "\(field).levels")
        for (index, text) in named.enumerated() {
            if let level = SkillLevel(rawValue: text), level < .specialGradeTechnician {
                levels.append(level)
            } else {
                check.problem("\(field).levels[\(index)]", "filing.unknown-level")
            }
        }
        return FiledOccupation(occupation: occupation, levels: levels)
    }

    /// Several occupations, none twice.
    static func read<Value>(
        _ bodies: [OccupationBody]?,
        _ check: inout Check,
        _ read: (OccupationBody, inout Check, String) -> Value,
        _ occupation: (Value) -> Occupation
    ) -> [Value] {
        var seen: Set<[String]> = []
        return check.list(bodies, "occupations").enumerated().map { index, body in
            let value = read(body, &check, "occupations[\(index)]")
            let key = occupation(value)
            if !key.code.isEmpty, !seen.insert([key.code, key.edition, key.specialty ?? ""]).inserted {
                check.problem("occupations[\(index)]", "filing.occupation-twice")
            }
            return value
        }
    }

    /// Several occupations without levels.
    static func occupations(_ bodies: [OccupationBody]?, _ check: inout Check) -> [Occupation] {
        read(bodies, &check, { $0.occupation(&$1, $2) }, \.self)
    }
}
