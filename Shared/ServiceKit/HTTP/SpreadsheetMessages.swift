/// What refusals of spreadsheets say; a service that reads them takes these in with `MessageCatalogue.including`.
///
/// The Chinese sentence comes with the refusal: what is to be done differs with what was found.
package let spreadsheetMessages: MessageCatalogue = [
    .init("spreadsheet.too-large", 413, zh: "{sentence}", en: "The file is too large."),
    .init("spreadsheet.empty", 422, zh: "{sentence}", en: "There is nothing in the file."),
    .init("spreadsheet.not-a-spreadsheet", 422, zh: "{sentence}", en: "Neither an Excel workbook nor CSV."),
    .init("spreadsheet.legacy-workbook", 422, zh: "{sentence}", en: "An .xls workbook; save it as .xlsx."),
    .init("spreadsheet.binary-workbook", 422, zh: "{sentence}", en: "An .xlsb workbook; save it as .xlsx."),
    .init("spreadsheet.open-document", 422, zh: "{sentence}", en: "An .ods file; save it as .xlsx."),
    .init("spreadsheet.web-page", 422, zh: "{sentence}", en: "A web page or XML called .xls; save it as .xlsx."),
    .init("spreadsheet.encrypted", 422, zh: "{sentence}", en: "The workbook is protected by a password."),
    .init("spreadsheet.damaged", 422, zh: "{sentence}", en: "The file is damaged or cut off."),
    .init("spreadsheet.bomb", 422, zh: "{sentence}", en: "The file unpacks to far more than it is."),
    .init("spreadsheet.entities", 422, zh: "{sentence}", en: "The file declares entities."),
    .init("spreadsheet.no-sheet", 422, zh: "{sentence}", en: "There is no such sheet."),
    .init("spreadsheet.too-many-rows", 422, zh: "{sentence}", en: "Too many rows for one file."),
    .init("spreadsheet.too-many-columns", 422, zh: "{sentence}", en: "Too many columns."),
    .init("spreadsheet.cell-too-long", 422, zh: "{sentence}", en: "A cell holds more text than Excel allows."),
    .init("spreadsheet.encoding", 422, zh: "{sentence}", en: "Neither UTF-8 nor GB18030."),
    .init("spreadsheet.quotes", 422, zh: "{sentence}", en: "Quotation marks do not match."),
    .init("spreadsheet.no-headings", 422, zh: "{sentence}", en: "The row of headings was not found."),
    .init("spreadsheet.columns-missing", 422, zh: "{sentence}", en: "Columns are missing."),
    .init("spreadsheet.column-twice", 422, zh: "{sentence}", en: "A column stands there twice."),
    .init("spreadsheet.not-written", 500, zh: "{sentence}", en: "The workbook could not be written."),
]
