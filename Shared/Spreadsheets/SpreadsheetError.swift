import Kernel

/// Why a spreadsheet cannot be read or written, told so that the person who has it knows what to do.
///
/// `description` never quotes a cell, which may be personal data.
package enum SpreadsheetError: Rejection, Hashable {
    /// The file has no bytes, or its sheet no filled cell.
    case empty
    /// The file is longer than may be read, in bytes.
    case tooLarge(most: Int)
    /// It is something else, like a PDF; the name of what it is where that is known.
    case notASpreadsheet(String?)
    /// An Excel 97–2003 workbook (.xls).
    case legacyWorkbook
    /// A binary workbook (.xlsb).
    case binaryWorkbook
    /// An OpenDocument spreadsheet (.ods).
    case openDocument
    /// A web page or XML file that is called .xls, as older systems export.
    case webPage
    /// Protected by a password.
    case encrypted
    /// Cut off or damaged; which part, for the log.
    case damaged(String)
    /// Unpacks to far more than any workbook of people.
    case bomb
    /// Declares entities or a document type, which no workbook has.
    case entities
    /// There is no sheet of this name; the names there are.
    case noSheet(String, known: [String])
    /// More filled rows than may be read.
    case tooManyRows(most: Int)
    /// A filled cell stands beyond the last column that may be read.
    case tooManyColumns(most: Int, CellPlace)
    /// A cell holds more characters than Excel allows.
    case cellTooLong(CellPlace)
    /// The bytes of a CSV file are neither UTF-8 nor GB18030.
    case encoding
    /// Quotation marks of a CSV file do not fit together in this row.
    case quotes(row: Int)
    /// No row has any of the headings that are looked for.
    case noHeadings(expected: [String])
    /// Columns that must be there are not.
    case columnsMissing([String])
    /// A column is there twice; its heading and both places.
    case columnTwice(String, CellPlace, CellPlace)
    /// The workbook could not be written; the library's own words.
    case notWritten(String)

    /// A stable code for catalogues of messages and for metrics.
    package var code: String {
        switch self {
        case .empty: "spreadsheet.empty"
        case .tooLarge: "spreadsheet.too-large"
        case .notASpreadsheet: "spreadsheet.not-a-spreadsheet"
        case .legacyWorkbook: "spreadsheet.legacy-workbook"
        case .binaryWorkbook: "spreadsheet.binary-workbook"
        case .openDocument: "spreadsheet.open-document"
        case .webPage: "spreadsheet.web-page"
        case .encrypted: "spreadsheet.encrypted"
        case .damaged: "spreadsheet.damaged"
        case .bomb: "spreadsheet.bomb"
        case .entities: "spreadsheet.entities"
        case .noSheet: "spreadsheet.no-sheet"
        case .tooManyRows: "spreadsheet.too-many-rows"
        case .tooManyColumns: "spreadsheet.too-many-columns"
        case .cellTooLong: "spreadsheet.cell-too-long"
        case .encoding: "spreadsheet.encoding"
        case .quotes: "spreadsheet.quotes"
        case .noHeadings: "spreadsheet.no-headings"
        case .columnsMissing: "spreadsheet.columns-missing"
        case .columnTwice: "spreadsheet.column-twice"
        case .notWritten: "spreadsheet.not-written"
        }
    }

    /// The whole sentence: what is to be done differs with what was found.
    package var arguments: [String: String] { ["sentence": sentence] }
}

extension SpreadsheetError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .damaged(let part): "spreadsheet.damaged: \(part)"
        case .notWritten(let words): "spreadsheet.not-written: \(words)"
        default: code
        }
    }
}
