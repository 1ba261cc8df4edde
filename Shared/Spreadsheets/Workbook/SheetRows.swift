/// The rows of a sheet of a workbook, read as they are asked for.
final class SheetRows: RowSource {
    private let part: ZipPart
    private let scanner: XMLScanner
    private let target: SheetTarget
    private var isAtEnd = false
    private var place = 0

    init(_ sheet: WorkbookParts.Sheet, context: SheetContext) throws(SpreadsheetError) {
        guard let part = try context.parts.archive.part(sheet.part) else { throw .damaged(sheet.part) }
        self.part = part
        target = SheetTarget(sheet: sheet.name, context: context)
        scanner = try XMLScanner(target, part: sheet.part)
    }

    func next() throws(SpreadsheetError) -> Row? {
        while place == target.rows.count {
            guard !isAtEnd else { return nil }
            target.rows.removeAll(keepingCapacity: true)
            place = 0
            let piece = try part.next()
            if piece.isEmpty {
                try scanner.finish()
                isAtEnd = true
            } else {
                try scanner.take(piece)
            }
        }
        place += 1
        return target.rows[place - 1]
    }
}

/// What the cells of all sheets need to be understood.
struct SheetContext {
    let parts: WorkbookParts
    let strings: SharedStrings
    let formats: NumberFormats
    let limits: ReadingLimits
}

/// Makes rows of the elements of a sheet.
private final class SheetTarget: XMLTarget {
    private enum Kind { case number, shared, text, truth, error, moment }

    var rows: [Row] = []
    private let sheet: String
    private let context: SheetContext
    private var isInData = false
    private var number = 0
    private var isHidden = false
    private var cells: [Cell] = []
    private var column = -1
    private var kind = Kind.number
    private var style = 0
    private var hasFormula = false
    private var isText = false
    private var phonetic = 0
    private var value: [UInt8] = []

    init(sheet: String, context: SheetContext) {
        self.sheet = sheet
        self.context = context
    }

    func begin(_ tag: XMLTag, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        switch tag {
        case .sheetData: isInData = true
        case .row where isInData:
            let next = attributes.number("r") ?? number + 1
            guard next > number, next <= 1_048_576 else { throw .damaged("rows out of order") }
            number = next
            isHidden = attributes.isTrue("hidden")
            column = -1
        case .c where isInData:
            let next = attributes.column("r") ?? column + 1
            guard next > column, next < 16_384 else { throw .damaged("cells out of order") }
            column = next
            style = attributes.number("s") ?? 0
            kind = unsafe attributes.bytes("t") { unsafe Self.kind($0) } ?? .number
            (hasFormula, isText) = (false, false)
            value.removeAll(keepingCapacity: true)
        case .f: hasFormula = true
        case .rPh: phonetic += 1
        case .v: isText = isInData
        case .t: isText = isInData && phonetic == 0
        default: break
        }
    }

    func end(_ tag: XMLTag) throws(SpreadsheetError) {
        switch tag {
        case .v, .t: isText = false
        case .rPh: phonetic -= 1
        case .c where isInData:
            guard let read = try read() else { return }
            guard column < context.limits.columns else { throw .tooManyColumns(most: context.limits.columns, place) }
            cells.append(Cell(column: column, value: read))
        case .row where isInData:
            guard !cells.isEmpty else { return }
            rows.append(Row(number: number, cells: cells, isHidden: isHidden))
            cells.removeAll(keepingCapacity: true)
        case .sheetData: isInData = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(SpreadsheetError) {
        guard isText else { return }
        unsafe value.append(contentsOf: bytes)
        guard value.count <= context.limits.cellBytes else { throw .cellTooLong(place) }
    }

    private var place: CellPlace { CellPlace(sheet: sheet, row: number, column: column) }

    private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> Kind {
        switch unsafe String(decoding: text, as: UTF8.self) {
        case "s": .shared
        case "str", "inlineStr": .text
        case "b": .truth
        case "e": .error
        case "d": .moment
        default: .number
        }
    }

    /// What the cell holds; nil where it is blank.
    private func read() throws(SpreadsheetError) -> CellValue? {
        guard !value.isEmpty else { return hasFormula && kind != .text ? .uncalculated : nil }
        switch kind {
        case .text: return Self.filled(EscapedText.plain(value[...]))
        case .shared:
            guard let index = Int(String(decoding: value, as: UTF8.self)), let text = context.strings[index] else {
                throw .damaged("shared string")
            }
            return Self.filled(text)
        case .truth: return .truth(value.first == UInt8(ascii: "1") || value.first == UInt8(ascii: "t"))
        case .error: return .error(String(decoding: value, as: UTF8.self))
        case .moment: return SerialDay.read(iso: String(decoding: value, as: UTF8.self))
        case .number: return number(String(decoding: value, as: UTF8.self))
        }
    }

    private static func filled(_ text: String) -> CellValue? {
        text.allSatisfy(\.isWhitespace) ? nil : .text(text)
    }

    private func number(_ text: String) -> CellValue? {
        guard let number = Double(text.trimmingPrefix(while: \.isWhitespace)), number.isFinite else {
            return Self.filled(text)
        }
        switch context.formats[style] {
        case .moment: return SerialDay.read(number, from1904: context.parts.countsFrom1904)
        case .number(let leastDigits): return .number(CellNumber(number, leastDigits: leastDigits))
        }
    }
}
