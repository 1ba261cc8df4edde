import Attachments
import Foundation

/// Files as small as they can be.
enum Samples {
    static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)
    static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF".utf8) + [0, 0xFF, 0xD9]
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    static let word = ZipBuilder.word().bytes

    /// A compound file with these names in its directory.
    static func compound(_ names: String...) -> [UInt8] {
        var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        for name in names {
            let text = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
            bytes += text + [UInt8](repeating: 0, count: 128 - text.count)
        }
        return bytes
    }

    /// An ISO base media file of a brand.
    static func media(_ brand: String) -> [UInt8] { [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0] }

    /// 「公示」 in GB 18030.
    static let chinese: [UInt8] = [0xB9, 0xAB, 0xCA, 0xBE]

    /// A PDF of some length whose bytes differ from place to place.
    static func pdf(length: Int) -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        bytes.reserveCapacity(length)
        var state: UInt32 = 1
        while bytes.count < length {
            state = state &* 1_664_525 &+ 1_013_904_223
            bytes.append(UInt8(truncatingIfNeeded: state >> 24))
        }
        return bytes
    }
}
