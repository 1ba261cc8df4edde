import FilingDomain
import Foundation
import Kernel
import Spreadsheets

/// What one row of a list says, read with everything that is wrong with it.
struct ImportedRow: Sendable {
    let number: Int
    let particulars: EnterpriseParticulars?
    let contactName: String
    let contactTelephone: String
    let agencyCode: AgencyCode?
    let term: Term?
    let acceptedOn: LocalDate?
    let occupation: FiledOccupation?
    /// 评价机构, 人员, 经费, 制度, as far as the list tells them.
    let parts: [String]
    /// The words of the columns that all rows of a filing share, by field.
    let shared: [String: String]
    let problems: [FieldProblem]

    /// Reads a row.
    ///
    /// - Parameters:
    ///   - row: The row.
    ///   - first: The first row of the same filing, which tells what this leaves blank.
    ///   - layout: Where its columns stand.
    ///   - counties: Codes of counties and zones, by code and by name.
    ///   - today: The day of the import.
    init(
        _ row: StagedRow,
        first: StagedRow,
        _ layout: ImportLayout,
        counties: [String: String],
        on today: LocalDate
    ) {
        var reader = Reader(row: row, first: first, layout: layout)
        number = row.number
        let creditCode = reader.identifier("creditCode") { text throws(IdentifierError) in try CreditCode(text) }
        let name = reader.text("name")
        let county = reader.county(counties)
        let representative = reader.text("legalRepresentative")
        contactName = reader.text("contactName")
        contactTelephone = reader.telephone("contactTelephone")
        agencyCode = reader.identifier("agencyCode") { text throws(IdentifierError) in try AgencyCode(text) }
        let from = reader.day("validFrom", isRequired: true)
        let through = reader.day("validThrough", isRequired: true)
        let accepted = reader.day("acceptedOn", isRequired: false)
        term = from.flatMap { from in through.flatMap { Term(from: from, through: $0) } }
        if term == nil, from != nil, through != nil { reader.check.problem("validThrough", "filing.term-backwards") }
        acceptedOn = accepted ?? from
        if let day = accepted, day > today { reader.check.problem("acceptedOn", "filing.import-future") }
        if let day = accepted, let through, day > through {
            reader.check.problem("acceptedOn", "filing.import-after-term")
        }
        occupation = reader.occupation()
        parts = ["evaluationBody", "staff", "funding", "rules"].map {
            reader.check.optional(reader.words($0), $0, most: 2000)
        }
        shared = Dictionary(
            ImportColumns.ofFiling.map { ($0, Normalised.identifier(reader.words($0))) },
            uniquingKeysWith: { first, _ in first }
        )
        problems = reader.check.problems
        particulars =
            if let creditCode, let county, !name.isEmpty, !representative.isEmpty {
                EnterpriseParticulars(
                    creditCode: creditCode,
                    name: name,
                    jurisdiction: county,
                    legalRepresentative: representative
                )
            } else {
                nil
            }
    }
}

/// Reads the cells of a row by their fields, collecting what is wrong with each.
private struct Reader {
    let row: StagedRow
    let first: StagedRow
    let layout: ImportLayout
    var check = Check()

    init(row: StagedRow, first: StagedRow, layout: ImportLayout) {
        self.row = row
        self.first = first
        self.layout = layout
    }

    private func cell(_ field: String) -> Cell? {
        guard let column = layout.places[field] else { return nil }
        return row[column] ?? (ImportColumns.ofFiling.contains(field) ? first[column] : nil)
    }

    /// The words of a cell.
    func words(_ field: String) -> String { cell(field)?.text ?? "" }

    /// The words of a cell that hold a value; a formula without one is a problem.
    private mutating func value(_ field: String) -> String? {
        switch cell(field)?.value {
        case .uncalculated:
            check.problem(field, "filing.cell-uncalculated")
            return nil
        case .error(let name):
            check.problem(field, "filing.cell-error", ["name": name])
            return nil
        case nil, .text, .number, .truth, .day, .time: return words(field)
        }
    }

    mutating func text(_ field: String) -> String {
        value(field).map { check.text($0, field) } ?? ""
    }

    mutating func identifier<Value>(
        _ field: String,
        _ read: (String) throws(IdentifierError) -> Value
    ) -> Value? {
        guard let text = value(field) else { return nil }
        if cell(field)?.isRounded == true {
            check.problem(field, IdentifierError.roundedByExcel.code)
            return nil
        }
        return check.identifier(text, field, read)
    }

    mutating func telephone(_ field: String) -> String {
        let text = Normalised.identifier(value(field) ?? "")
        guard !text.isEmpty else { return check.text(nil, field) }
        let isNumber = (5...20).contains(text.count) && text.allSatisfy { "0123456789+-()转".contains($0) }
        if !isNumber || cell(field)?.isRounded == true { check.problem(field, "filing.import-telephone") }
        return text
    }

    mutating func day(_ field: String, isRequired: Bool) -> LocalDate? {
        if case .day(let day, _) = cell(field)?.value { return day }
        guard let text = value(field) else { return nil }
        guard !text.isEmpty else {
            if isRequired { check.problem(field, "common.missing-member") }
            return nil
        }
        guard let day = WrittenDay.read(text) else {
            check.problem(field, "filing.import-day")
            return nil
        }
        return day
    }

    mutating func county(_ counties: [String: String]) -> String? {
        let place = text("jurisdiction")
        guard !place.isEmpty else { return nil }
        if let code = counties[place] ?? counties[Normalised.identifier(place)] { return code }
        check.problem("jurisdiction", "filing.unknown-jurisdiction")
        return nil
    }

    mutating func occupation() -> FiledOccupation? {
        let name = text("occupation")
        // Excel likes to take 6-18-02-04 for text, and full-width dashes come from input methods.
        let code = Normalised.identifier(text("occupationCode")).replacing("—", with: "-")
        if !code.isEmpty, code.wholeMatch(of: /\d-\d{2}-\d{2}-\d{2}/) == nil {
            check.problem("occupationCode", "filing.occupation-code")
        }
        let written = Normalised.identifier(value("occupationEdition") ?? "")
        let edition = written.isEmpty ? "2022" : written
        if edition.wholeMatch(of: /[12]\d{3}/) == nil {
            check.problem("occupationEdition", "filing.occupation-edition")
        }
        let specialty = check.optional(value("specialty"), "specialty")
        let text = text("levels")
        let levels = text.isEmpty ? nil : WrittenLevels.read(text)
        if levels == nil, !text.isEmpty { check.problem("levels", "filing.import-levels") }
        guard let levels, !name.isEmpty, !code.isEmpty else { return nil }
        let isNone = ["", "--", "—", "——", "-", "/", "无"].contains(specialty)
        return FiledOccupation(
            occupation: Occupation(code: code, edition: edition, name: name, specialty: isNone ? nil : specialty),
            levels: levels
        )
    }
}
