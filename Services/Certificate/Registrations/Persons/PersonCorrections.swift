import CertificateDomain
import Contracts
import Foundation
import Kernel

/// What human resources want a person's record to say.
struct PersonCorrections: Hashable {
    static let longest = 100
    static let longestHonours = 500

    /// The new words by field; nil leaves a field empty that can be.
    let words: [RecordField: String?]

    /// Words that were checked when they were asked for.
    init(words: [RecordField: String?]) { self.words = words }

    /// Reads them, every problem at once.
    ///
    /// - Throws: `InvalidInput` for fields there are none of, what is missing or too long, numbers and days that are none, and characters
    ///   that cannot be printed.
    init(_ sent: [String: String?], today: LocalDate) throws {
        var (words, problems): ([RecordField: String?], [FieldProblem]) = ([:], [])
        for (name, text) in sent.sorted(by: { $0.key < $1.key }) {
            guard let field = RecordField(rawValue: name), field != .photo else {
                problems.append(.init(field: name, code: "certificate.record-field-unknown"))
                continue
            }
            let text = (text ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            if let problem = Self.problem(text, of: field, today) {
                problems.append(.init(field: name, code: problem.code, arguments: problem.arguments))
            } else {
                words.updateValue(text.isEmpty ? nil : text, forKey: field)
            }
        }
        if sent.isEmpty { problems.append(.init(field: "$", code: "certificate.record-nothing-corrected")) }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        self.words = words
    }

    private static func problem(
        _ text: String,
        of field: RecordField,
        _ today: LocalDate
    ) -> (code: String, arguments: [String: String])? {
        let most = field == .honours ? longestHonours : longest
        if text.isEmpty { return isRequired(field) ? ("certificate.record-field-missing", [:]) : nil }
        guard text.count <= most else { return ("certificate.record-too-long", ["limit": String(most)]) }
        guard !text.unicodeScalars.contains(where: isUnprintable) else {
            return ("certificate.record-unprintable", [:])
        }
        switch field {
        case .priorIssuedOn, .seniorSince:
            guard let day = LocalDate(text) else { return ("certificate.record-day", [:]) }
            return day <= today ? nil : ("certificate.record-day-to-come", ["today": today.description])
        case .telephone:
            let isOne = text.allSatisfy { ("0"..."9").contains($0) || $0 == "-" } && (7...18).contains(text.count)
            return isOne ? nil : ("certificate.record-telephone", [:])
        case .name, .documentType, .documentNumber, .unit, .specialty, .education, .position, .priorNumber, .priorLevel,
            .priorIssuer, .honours, .photo:
            return nil
        }
    }

    /// What a certificate cannot do without.
    private static func isRequired(_ field: RecordField) -> Bool {
        switch field {
        case .name, .documentType, .documentNumber, .unit: true
        default: false
        }
    }

    /// Control characters, and marks that turn the direction of writing, which make a name look like another.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
