/// The rows of a CSV file (RFC 4180), separated by commas, semicolons or tabs.
final class CSVRows: RowSource {
    private let text: CSVText
    private let limits: ReadingLimits
    private var separator: UInt8
    private var piece: [UInt8] = []
    private var place = 0
    private var number = 0
    private var isAtEnd = false

    init(_ file: SpreadsheetFile, limits: ReadingLimits) throws(SpreadsheetError) {
        let (separator, isTold) = try Self.separator(of: file)
        self.separator = separator
        self.limits = limits
        text = try CSVText(file)
        if isTold { _ = try record() }
    }

    func next() throws(SpreadsheetError) -> Row? {
        while let fields = try record() {
            let cells = fields.enumerated().compactMap { column, field in
                Self.value(field).map { Cell(column: column, value: $0) }
            }
            if !cells.isEmpty { return Row(number: number, cells: cells) }
        }
        return nil
    }

    /// A field as a value; nil where it is blank.
    private static func value(_ bytes: [UInt8]) -> CellValue? {
        var text = String(decoding: bytes, as: UTF8.self)
        if text.utf8.contains(0) { text = text.replacing("\0", with: "") }
        // ="0012" is how systems keep Excel from turning a text into a number.
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 2 { text = String(text.dropFirst(2).dropLast()) }
        return text.allSatisfy(\.isWhitespace) ? nil : .text(text)
    }

    private func byte() throws(SpreadsheetError) -> UInt8? {
        if place == piece.count {
            guard !isAtEnd else { return nil }
            piece = try text.next()
            place = 0
            guard !piece.isEmpty else {
                isAtEnd = true
                return nil
            }
        }
        place += 1
        return piece[place - 1]
    }

    private func peek() throws(SpreadsheetError) -> UInt8? {
        guard let byte = try byte() else { return nil }
        place -= 1
        return byte
    }

    /// The fields up to the end of a row; nil at the end of the file.
    private func record() throws(SpreadsheetError) -> [[UInt8]]? {
        guard try peek() != nil else { return nil }
        number += 1
        var fields: [[UInt8]] = []
        while true {
            let (field, isLast) = try field(column: fields.count)
            if fields.count < limits.columns {
                fields.append(field)
            } else if !field.isEmpty {
                throw .tooManyColumns(
                    most: limits.columns,
                    CellPlace(sheet: nil, row: number, column: limits.columns)
                )
            }
            if isLast { return fields }
        }
    }

    private func field(column: Int) throws(SpreadsheetError) -> (bytes: [UInt8], isLast: Bool) {
        if try peek() == Self.quote { return try quoted(column: column) }
        var field: [UInt8] = []
        while let byte = try byte() {
            if byte == separator { return (field, false) }
            if try isLineEnd(byte) { return (field, true) }
            try append(byte, to: &field, column)
        }
        return (field, true)
    }

    private func quoted(column: Int) throws(SpreadsheetError) -> (bytes: [UInt8], isLast: Bool) {
        _ = try byte()
        var field: [UInt8] = []
        while true {
            guard let byte = try byte() else { throw .quotes(row: number) }
            guard byte == Self.quote else {
                try append(byte, to: &field, column)
                continue
            }
            if try peek() == Self.quote {
                _ = try self.byte()
                try append(byte, to: &field, column)
                continue
            }
            // Behind the closing quotation mark only spaces may stand.
            while let after = try self.byte() {
                if after == separator { return (field, false) }
                if try isLineEnd(after) { return (field, true) }
                guard after == UInt8(ascii: " ") else { throw .quotes(row: number) }
            }
            return (field, true)
        }
    }

    private func append(_ byte: UInt8, to field: inout [UInt8], _ column: Int) throws(SpreadsheetError) {
        guard field.count < limits.cellBytes else {
            throw .cellTooLong(CellPlace(sheet: nil, row: number, column: column))
        }
        field.append(byte)
    }

    /// Whether a byte ends a line: LF, CR, or both as one.
    private func isLineEnd(_ byte: UInt8) throws(SpreadsheetError) -> Bool {
        guard byte == 0x0D else { return byte == 0x0A }
        if try peek() == 0x0A { _ = try self.byte() }
        return true
    }

    private static let quote = UInt8(ascii: "\"")

    /// What separates the fields of the first row, and whether a row `sep=;` before it tells so, as Excel writes it.
    private static func separator(of file: SpreadsheetFile) throws(SpreadsheetError) -> (UInt8, isTold: Bool) {
        let text = try CSVText(file)
        let head = try text.next().prefix(8192)
        if head.starts(with: Array("sep=".utf8)), head.count > 4 { return (head[head.startIndex + 4], true) }
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in head {
            if byte == quote { isQuoted.toggle() }
            guard !isQuoted else { continue }
            // Lines above the headings may have no separator at all.
            if byte == 0x0A || byte == 0x0D, !counts.isEmpty { break }
            if separators.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return (separators.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? separators[0], false)
    }

    /// Of those that are equally frequent the last is taken; so the usual one stands there.
    private static let separators: [UInt8] = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
}
