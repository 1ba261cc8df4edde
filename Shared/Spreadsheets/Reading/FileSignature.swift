/// What a file is by its first bytes, whatever it is called.
enum FileSignature {
    case zip
    case text

    /// Tells a workbook from text.
    ///
    /// - Throws: ``SpreadsheetError`` naming what it is where it is neither.
    static func of(_ file: SpreadsheetFile) throws(SpreadsheetError) -> FileSignature {
        let head = Array(try file.pieces().next())
        guard !head.isEmpty else { throw .empty }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
        if head.starts(with: [0x50, 0x4B]) { throw .damaged("zip without a first part") }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw try isEncrypted(file) ? .encrypted : .legacyWorkbook
        }
        for (sign, name) in others where head.starts(with: sign) { throw .notASpreadsheet(name) }
        let start = String(decoding: head.prefix(2048), as: UTF8.self).lowercased()
            .trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
        if ["<html", "<!doctype", "<table", "<?xml", "<head", "<meta", "mime-version:"].contains(where: start.hasPrefix)
        {
            throw .webPage
        }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
        guard !head.contains(0) else { throw .notASpreadsheet(nil) }
        return .text
    }

    private static let others: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47], "PNG 图片"), ([0xFF, 0xD8, 0xFF], "JPEG 图片"),
        (Array("GIF8".utf8), "GIF 图片"), (Array("Rar!".utf8), "RAR 压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "7z 压缩包"),
        ([0x1F, 0x8B], "gzip 压缩包"), (Array("{\\rtf".utf8), "RTF 文档"), (Array("MZ".utf8) + [0x90], "程序"),
        ([0x7F, 0x45, 0x4C, 0x46], "程序"),
    ]

    /// A workbook with a password is a compound file with a stream `EncryptedPackage`; an old workbook has `Workbook`.
    private static func isEncrypted(_ file: SpreadsheetFile) throws(SpreadsheetError) -> Bool {
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { (byte: UInt8) -> [UInt8] in [byte, 0] }
        let pieces = try file.pieces()
        var rest: [UInt8] = []
        while true {
            let piece = try pieces.next()
            guard !piece.isEmpty else { return false }
            let bytes = rest + piece
            if bytes.firstRange(of: name) != nil { return true }
            rest = Array(bytes.suffix(name.count - 1))
        }
    }
}
