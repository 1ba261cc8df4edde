import CompensationDomain
import Spreadsheets

/// What is kept of a file until it has been entered and given back: the known columns of its one sheet, and nothing else.
///
/// Other sheets, lines above the headings, running numbers and what stands outside the columns never reach the database, so
/// that no payslip leaves the enterprise with them.
struct KeptFile: Sendable {
    /// What a kept file begins with; a file of a version before was kept as it came.
    private static let mark = Array("gongjiang-attestations-1\n".utf8)
    /// The largest kept file, in bytes.
    private static let mostBytes = 32 << 20

    /// The file as it is stored.
    let bytes: [UInt8]
    private var place: Int

    /// Keeps the known columns of a sheet, which is read to its end.
    ///
    /// - Throws: `SpreadsheetError` where it cannot be read to its end or has too much in it.
    init(_ sheet: AttestationSheet) throws(SpreadsheetError) {
        var bytes = Self.mark
        while let row = try sheet.next() {
            bytes += row.line.utf8
            guard bytes.count <= Self.mostBytes else { throw .tooLarge(most: Self.mostBytes) }
        }
        self.bytes = bytes
        place = Self.mark.count
    }

    /// A kept file that was stored; nil where the bytes are a file as it came.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.mark) else { return nil }
        self.bytes = bytes
        place = Self.mark.count
    }

    /// The next row; nil at the end.
    mutating func next() -> KeptRow? {
        while place < bytes.count {
            let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
            defer { place = end + 1 }
            if let row = KeptRow(line: Substring(decoding: bytes[place..<end], as: UTF8.self)) { return row }
        }
        return nil
    }
}
