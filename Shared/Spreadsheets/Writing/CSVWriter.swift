/// Rows as CSV for Excel: UTF-8 with a mark, lines that end in CRLF.
package enum CSVWriter {
    /// What a file begins with, so that Excel takes it as UTF-8.
    package static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The bytes of a row.
    package static func row(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field, to: &bytes)
        }
        bytes += [0x0D, 0x0A]
        return bytes
    }

    private static func append(_ field: String, to bytes: inout [UInt8]) {
        // A text that begins like a formula would be one in Excel; the apostrophe says that it is none.
        let isFormula = field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let text = isFormula ? "'" + field : field
        guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
