import FilingDomain
import Kernel

/// A county or zone as clients write it.
struct JurisdictionBody: Decodable {
    let code: String?
    let name: String?
    let parent: String?

    /// The line; nil with problems noted.
    func read(_ check: inout Check) -> Jurisdiction.Entry? {
        let code = check.text(code.map(Normalised.identifier), "code", most: 20)
        // A code of GB/T 2260, or a local one, which must not look like one: 3716xx numbers are not to be invented.
        if !code.isEmpty, code.wholeMatch(of: /\d{6}|[A-Z]{2,8}-[A-Z0-9]{1,10}/) == nil {
            check.problem("code", "filing.jurisdiction-code")
        }
        let name = check.text(name, "name", most: 50)
        let parent = check.text(parent.map(Normalised.identifier), "parent", most: 20)
        if !parent.isEmpty, parent.wholeMatch(of: /\d{6}/) == nil {
            check.problem("parent", "filing.jurisdiction-parent")
        }
        return check.problems.isEmpty ? Jurisdiction.Entry(code: code, name: name, parent: parent) : nil
    }

    /// The line, with everything that is wrong told at once.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> Jurisdiction.Entry {
        var check = Check()
        let entry = read(&check)
        return try check.done(entry)
    }
}

/// What an import did, or would do, row by row.
struct JurisdictionImportView: Encodable {
    struct RowView: Encodable {
        /// As Excel counts it.
        let row: Int
        let code: String
        /// `added`, `changed`, `same` or `refused`.
        let outcome: String
        let problems: [Problem]?
    }

    struct Problem: Encodable {
        let field: String
        let code: String
        let message: String
    }

    let isRehearsal: Bool
    let taken: Int
    let refused: Int
    let rows: [RowView]
}
