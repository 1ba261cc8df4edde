import CertificateDomain
import Contracts
import Foundation
import Kernel
import Spreadsheets

/// One row of a list of certificates issued before, read with everything that is wrong with it.
struct HistoricRow {
    /// As Excel counts.
    let number: Int
    /// What it says; nil where something needed is wrong.
    let record: HistoricRecord?
    let identity: PersonIdentity?
    /// The number and whose it is, to be compared with the register even where another cell is wrong.
    let certificateNumber: CertificateNumber?
    let creditCode: String?
    private(set) var problems: [FieldProblem]

    /// Reads a row; `level` is the character 特级技师 has in numbers.
    init(
        _ row: HeadedRow,
        file: String,
        levels: Set<Character>,
        countsFrom1904: Bool,
        today: LocalDate
    ) {
        var cells = HistoricCells(row: row, countsFrom1904: countsFrom1904)
        self.number = row.number
        let number = cells.identifier("number") { text throws(IdentifierError) in try CertificateNumber(text) }
        let creditCode = cells.identifier("creditCode") { text throws(IdentifierError) in try CreditCode(text) }
        let name = cells.text("name", most: 60)
        let issuerName = cells.text("issuerName", most: 100)
        let unit = cells.optional("unit", most: 100)
        let occupationName = cells.text("occupation", most: 60)
        let specialty = cells.optional("specialty", most: 60)
        let code = Normalised.identifier(cells.optional("occupationCode", most: 20)).replacing("—", with: "-")
        let edition = Normalised.identifier(cells.optional("edition", most: 10))
        if !code.isEmpty, code.wholeMatch(of: /\d-\d{2}-\d{2}-\d{2}/) == nil {
            cells.problem("occupationCode", "certificate.historic-occupation-code")
        }
        if !edition.isEmpty, edition.wholeMatch(of: /[12]\d{3}/) == nil {
            cells.problem("edition", "certificate.historic-edition")
        }
        let issuedOn = cells.day("issuedOn")
        if let issuedOn, issuedOn > today {
            cells.problem("issuedOn", "certificate.historic-future")
        }
        if let number, !levels.contains(number.level) {
            cells.problem("number", "certificate.historic-level", ["level": String(number.level)])
        }
        if let number, let issuedOn, number.year != issuedOn.year {
            cells.problem("number", "certificate.historic-year", ["year": String(number.year)])
        }
        let document = cells.optionalIdentifier("documentNumber") { text throws(IdentifierError) in
            try CitizenID(text)
        }
        identity = document.map { PersonIdentity(documentType: "居民身份证", documentNumber: $0.text) }
        certificateNumber = number
        self.creditCode = creditCode?.text
        problems = cells.problems
        record =
            if let number, let creditCode, let issuedOn, cells.problems.isEmpty {
                HistoricRecord(
                    number: number,
                    name: name,
                    unit: unit,
                    occupation: Occupation(
                        code: code,
                        edition: edition.isEmpty ? "2022" : edition,
                        name: occupationName,
                        specialty: ["", "--", "—", "——", "-", "/", "无"].contains(specialty) ? nil : specialty
                    ),
                    creditCode: creditCode.text,
                    issuerName: issuerName,
                    issuedOn: issuedOn,
                    source: .init(file: file, row: row.number)
                )
            } else {
                nil
            }
    }

    /// Adds what only the register knows.
    mutating func refuse(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
        problems.append(FieldProblem(field: field, code: code, arguments: arguments))
    }
}
