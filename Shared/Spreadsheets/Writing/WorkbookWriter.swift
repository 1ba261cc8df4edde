import CXLSXWriter
import Foundation
import Kernel

/// Writes a workbook row by row; memory does not grow with the rows, and equal content gives equal bytes.
@safe package final class WorkbookWriter {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: WorkbookFormats
    private var sheet: UnsafeMutablePointer<lxw_worksheet>?
    private var layout: SheetLayout?
    private var row: UInt32 = 0
    private var lists: [[String]] = []
    private var names: Set<String> = []
    private var isFinished = false

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - path: Where it is written; a file there is replaced.
    ///   - title: What the file says it is.
    ///   - created: The business time of what it tells, never the time of writing.
    /// - Throws: ``SpreadsheetError/notWritten(_:)``.
    package init(path: String, title: String, created: Date) throws(SpreadsheetError) {
        var options = unsafe lxw_workbook_options()
        unsafe options.constant_memory = 1
        unsafe options.use_zip64 = 0
        guard let made = unsafe workbook_new_opt(path, &options) else { throw .notWritten("no workbook") }
        unsafe book = unsafe made
        formats = unsafe WorkbookFormats(made)
        unsafe CText.lend(title) { title in
            var properties = unsafe lxw_doc_properties()
            unsafe properties.title = title
            unsafe properties.created = max(1, Int(created.timeIntervalSince1970))
            _ = unsafe workbook_set_properties(made, &properties)
        }
    }

    deinit { if !isFinished { unsafe lxw_workbook_free(book) } }

    /// Begins the next sheet; rows go there from now on.
    package func begin(_ layout: SheetLayout) throws(SpreadsheetError) {
        let made = unsafe try add(sheetName(layout.name))
        unsafe sheet = unsafe made
        self.layout = layout
        row = 0
        // Widths and formats first: each row goes out as soon as the next begins.
        for (index, column) in layout.columns.enumerated() {
            let style = WorkbookFormats.Style(kind: column.kind)
            unsafe try check(
                worksheet_set_column(made, UInt16(index), UInt16(index), column.shownWidth, formats[style])
            )
        }
        if layout.columns.isEmpty { unsafe try check(worksheet_set_column(made, 0, 0, 100, nil)) }
        for (index, line) in layout.above.enumerated() {
            let style = WorkbookFormats.Style(kind: .wrapped, role: index == 0 ? .title : .plain)
            // Lines above headings run over the cells beside them; those of a page to read are broken.
            try put(.text(line), column: 0, layout.columns.isEmpty ? style : .init(kind: .text, role: style.role))
            row += 1
        }
        guard !layout.columns.isEmpty else { return }
        try headings(layout)
    }

    private func headings(_ layout: SheetLayout) throws(SpreadsheetError) {
        for (index, column) in layout.columns.enumerated() {
            let role: WorkbookFormats.Role = column.isRequired ? .requiredHeading : .heading
            try put(.text(column.heading), column: index, .init(kind: .wrapped, role: role))
            if let hint = column.hint { try comment(hint, column: index) }
            if !column.choices.isEmpty { try offer(column.choices, column: index) }
        }
        row += 1
        unsafe worksheet_freeze_panes(sheet, row, UInt16(layout.frozenColumns))
    }

    /// Writes a row, a cell for each column; those behind the last stay blank.
    ///
    /// - Throws: ``SpreadsheetError/notWritten(_:)``, also where the sheet is full.
    package func append(_ cells: [WrittenCell]) throws(SpreadsheetError) {
        guard let layout, unsafe sheet != nil, row < 1_048_576 else { throw .notWritten("no room for a row") }
        for (index, cell) in cells.enumerated() {
            let kind = index < layout.columns.count ? layout.columns[index].kind : .text
            try put(cell.content, column: index, .init(kind: kind, role: cell.isWrong ? .wrong : .plain))
            if let text = cell.comment { try comment(text, column: index) }
        }
        row += 1
    }

    /// Ends the workbook and writes the file.
    package func finish() throws(SpreadsheetError) {
        for (index, list) in lists.enumerated() { try writeList(list, index) }
        isFinished = true
        let outcome = unsafe workbook_close(book)
        guard outcome == LXW_NO_ERROR else { throw .notWritten(Self.words(outcome)) }
    }

    private func put(
        _ content: WrittenCell.Content,
        column: Int,
        _ style: WorkbookFormats.Style
    ) throws(SpreadsheetError) {
        let place = UInt16(clamping: column)
        switch content {
        case .blank:
            guard style.role == .wrong else { return }
            unsafe try check(worksheet_write_blank(sheet, row, place, formats[style]))
        case .text(let text):
            let format = unsafe formats[style.kind == .wrapped ? style : .init(kind: .text, role: style.role)]
            let outcome = unsafe CText.lend(text) { unsafe worksheet_write_string(sheet, row, place, $0, format) }
            try check(outcome)
        case .number(let number):
            guard number.isFinite else { return try put(.text("\(number)"), column: column, style) }
            let format = unsafe formats[.init(kind: .number, role: style.role)]
            unsafe try check(worksheet_write_number(sheet, row, place, number, format))
        case .truth(let isTrue):
            unsafe try check(worksheet_write_boolean(sheet, row, place, isTrue ? 1 : 0, formats[style]))
        case .day(let day, let seconds):
            guard day.year >= 1900 else { return try put(.text(day.description), column: column, style) }
            var moment = lxw_datetime(
                year: Int32(day.year),
                month: Int32(day.month),
                day: Int32(day.day),
                hour: Int32(seconds / 3600),
                min: Int32(seconds / 60 % 60),
                sec: Double(seconds % 60)
            )
            let format = unsafe formats[.init(kind: .day, role: style.role, hasTime: seconds > 0)]
            unsafe try check(worksheet_write_datetime(sheet, row, place, &moment, format))
        }
    }

    private func comment(_ text: String, column: Int) throws(SpreadsheetError) {
        let lines = text.split(separator: "\n").reduce(0) { $0 + 1 + $1.count / 18 }
        let outcome = unsafe CText.lend(text) { text in
            var options = unsafe lxw_comment_options()
            unsafe options.width = 260
            unsafe options.height = UInt16(clamping: 24 + 22 * lines)
            return unsafe worksheet_write_comment_opt(sheet, row, UInt16(column), text, &options)
        }
        try check(outcome)
    }

    /// A list to choose from, for the rows people fill.
    private func offer(_ choices: [String], column: Int) throws(SpreadsheetError) {
        var validation = unsafe lxw_data_validation()
        unsafe validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
        // Others than those of the list are warned of, not forbidden: they are told when the file comes back.
        unsafe validation.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
        let (first, last) = (row + 1, row + 10_000)
        let outcome: lxw_error
        if Self.isLong(choices) {
            let index = lists.firstIndex(of: choices) ?? lists.count
            if index == lists.count { lists.append(choices) }
            unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
            outcome = unsafe CText.lend("='\(Self.listName(index))'!$A$1:$A$\(choices.count)") { formula in
                unsafe validation.value_formula = formula
                return unsafe worksheet_data_validation_range(
                    sheet,
                    first,
                    UInt16(column),
                    last,
                    UInt16(column),
                    &validation
                )
            }
        } else {
            unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
            outcome = unsafe CText.lend(choices) { list in
                unsafe validation.value_list = list
                return unsafe worksheet_data_validation_range(
                    sheet,
                    first,
                    UInt16(column),
                    last,
                    UInt16(column),
                    &validation
                )
            }
        }
        try check(outcome)
    }

    /// Excel takes 255 characters in place; a longer list stands on a hidden sheet.
    private static func isLong(_ list: [String]) -> Bool {
        list.reduce(list.count) { $0 + $1.utf16.count } > 250 || list.contains { $0.contains(",") }
    }

    private static func listName(_ index: Int) -> String { "选项\(index + 1)" }

    private func writeList(_ list: [String], _ index: Int) throws(SpreadsheetError) {
        let made = unsafe try add(Self.listName(index))
        unsafe sheet = unsafe made
        for (number, choice) in list.enumerated() {
            row = UInt32(number)
            try put(.text(choice), column: 0, .init(kind: .text))
        }
        unsafe worksheet_hide(made)
    }

    private func add(_ name: String) throws(SpreadsheetError) -> UnsafeMutablePointer<lxw_worksheet> {
        guard let made = unsafe CText.lend(name, { unsafe workbook_add_worksheet(book, $0) }) else {
            throw .notWritten("the sheet \(names.count) was refused")
        }
        return unsafe made
    }

    /// A name that Excel takes and no other sheet has.
    private func sheetName(_ name: String) -> String {
        var base = String(name.filter { !"[]:*?/\\".contains($0) }.prefix(28))
        while base.hasPrefix("'") { base.removeFirst() }
        while base.hasSuffix("'") { base.removeLast() }
        if base.isEmpty { base = "Sheet" }
        var result = base
        var number = 2
        while !names.insert(result.lowercased()).inserted {
            result = "\(base)\(number)"
            number += 1
        }
        return result
    }

    private func check(_ outcome: lxw_error) throws(SpreadsheetError) {
        guard outcome == LXW_NO_ERROR else { throw .notWritten(Self.words(outcome)) }
    }

    private static func words(_ outcome: lxw_error) -> String {
        guard let words = unsafe lxw_strerror(outcome) else { return "error \(outcome.rawValue)" }
        return unsafe String(cString: words)
    }
}
