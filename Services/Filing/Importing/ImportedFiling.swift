import FilingDomain
import Foundation
import Kernel

/// The rows of one filing of a list, put together.
struct ImportedFiling: Sendable {
    let rows: [ImportedRow]
    private(set) var problems: [Int: [FieldProblem]]

    init(_ rows: [ImportedRow]) {
        self.rows = rows
        problems = Dictionary(rows.map { ($0.number, $0.problems) }, uniquingKeysWith: +)
        compare()
    }

    /// The first row, which says what all of them share.
    var first: ImportedRow { rows[0] }

    /// Whether nothing is wrong with any of the rows.
    var isGood: Bool { problems.values.allSatisfy(\.isEmpty) }

    /// The occupations, each once with all its levels.
    var occupations: [FiledOccupation] { rows.compactMap(\.occupation) }

    /// Notes something wrong with the filing as a whole, at its first row.
    mutating func refuse(_ problem: FieldProblem) { problems[first.number, default: []].append(problem) }

    /// What the rows became, with why those came back that are good themselves.
    func outcomes(_ kind: RowOutcome.Kind, notes: [FieldProblem] = []) -> [RowOutcome] {
        let wrong = rows.filter { !(problems[$0.number] ?? []).isEmpty }.map(\.number)
        return rows.map { row in
            var own = problems[row.number] ?? []
            if kind == .refused, own.isEmpty {
                let others = wrong.map(String.init).joined(separator: "、")
                own = [FieldProblem(field: "", code: "filing.import-other-rows", arguments: ["rows": others])]
            }
            return RowOutcome(row: row.number, kind: kind, problems: own + (row.number == first.number ? notes : []))
        }
    }

    /// All rows must say the same of the filing, and no two the same occupation.
    private mutating func compare() {
        var seen: Set<[String]> = []
        for row in rows {
            for field in ImportColumns.ofFiling where row.shared[field] != first.shared[field] {
                problems[row.number, default: []].append(
                    FieldProblem(
                        field: field,
                        code: "filing.import-not-same",
                        arguments: ["row": String(first.number)]
                    )
                )
            }
            guard let occupation = row.occupation?.occupation else { continue }
            if !seen.insert([occupation.code, occupation.edition, occupation.specialty ?? ""]).inserted {
                problems[row.number, default: []].append(
                    FieldProblem(field: "occupationCode", code: "filing.occupation-twice")
                )
            }
        }
    }

    /// What of this differs from a filing that is here, in words; nil where nothing does.
    func difference(from kept: GeneralApplication, _ grant: GeneralGrant) -> String? {
        var words: [String] = []
        func compare(_ what: String, _ here: String, _ there: String) {
            if here != there { words.append("\(what)系统中为\(here),文件中为\(there)") }
        }
        if let term = first.term {
            compare("有效期起", grant.term.from.description, term.from.description)
            compare("有效期止", grant.term.through.description, term.through.description)
        }
        compare("职业和等级", Self.words(kept.occupations), Self.words(occupations))
        return words.isEmpty ? nil : words.joined(separator: ";")
    }

    private static func words(_ occupations: [FiledOccupation]) -> String {
        occupations.map { filed in
            let levels = filed.levels.map { $0.chinese.prefix { $0 != "/" } }.joined(separator: "、")
            return "\(filed.occupation.code)\(filed.occupation.specialty ?? filed.occupation.name)(\(levels))"
        }
        .sorted().joined(separator: ",")
    }
}
