import EvaluationDomain
import Foundation
import Kernel

/// Reads single members of a form, collecting what is wrong with each.
struct FormReading {
    private(set) var problems: [FieldProblem] = []

    mutating func refuse(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }

    /// Text without the spaces around it; a member left empty is a problem.
    mutating func required(_ field: String, _ text: String, most: Int = 200) -> String {
        if let text = optional(field, text, most: most) { return text }
        if !problems.contains(where: { $0.field == field }) { refuse(field, "evaluation.field-missing") }
        return ""
    }

    /// Text without the spaces around it, nil where it is left empty or crossed out with `--`.
    mutating func optional(_ field: String, _ text: String?, most: Int = 200) -> String? {
        guard let cleaned = text.map(Self.cleaned), !cleaned.isEmpty, !Self.crossedOut.contains(cleaned) else {
            return nil
        }
        guard cleaned.count <= most else {
            refuse(field, "evaluation.text-too-long", ["most": String(most)])
            return nil
        }
        return cleaned
    }

    /// Notes every number of a person in a text that a notice will show.
    mutating func keepPersonal(_ field: String, _ text: String?) {
        problems += ShownText.problems(in: text, field: field)
    }

    /// A day, nil where it is left empty.
    mutating func day(_ field: String, _ text: String?) -> LocalDate? {
        guard let text = optional(field, text) else { return nil }
        guard let day = WrittenDay.read(text) else {
            refuse(field, "evaluation.day")
            return nil
        }
        return day
    }

    /// 是 or 否.
    mutating func yesOrNo(_ field: String, _ text: String) -> Bool {
        switch required(field, text) {
        case "是", "已确认", "确认": return true
        case "否", "未确认": return false
        case "": return false
        default:
            refuse(field, "evaluation.yes-or-no")
            return false
        }
    }

    /// What a rejection says is wrong with a member.
    mutating func refuse(_ field: String, _ error: IdentifierError) {
        problems.append(FieldProblem(field: field, error))
    }

    private static let crossedOut: Set<String> = ["--", "—", "——", "-", "/", "无"]

    /// Whether there is surely nothing to clean: files have hundreds of thousands of cells, nearly all of them just so.
    private static func isClean(_ text: String) -> Bool {
        var last: UInt8 = 0
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            // Spaces in front, controls; what begins U+0080…U+00BF, U+2000…U+2FFF, U+3000…U+3FFF and U+F000…U+FFFF.
            case 0x20 where isFirst, 0x00..<0x20, 0x7F, 0xC2, 0xE2, 0xE3, 0xEF: return false
            default: (isFirst, last) = (false, byte)
            }
        }
        return last != 0x20
    }

    /// Without control and invisible characters, and without spaces around.
    private static func cleaned(_ text: String) -> String {
        if isClean(text) { return text }
        let scalars = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: true
            case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: false
            default: true
            }
        }
        return String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
