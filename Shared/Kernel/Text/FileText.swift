import Foundation
import Glibc

/// The text of a file as Excel saves it: UTF-8 with or without a mark, or GB18030 from a Chinese Windows.
package enum FileText {
    /// The text without a mark, or nil where the bytes are neither.
    package static func decode(_ bytes: [UInt8]) -> String? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.starts(with: mark) { return String(validating: bytes.dropFirst(3), as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self) ?? fromGB18030(bytes)
    }

    /// By the C library, which knows GB18030 in full, four-byte characters like U+2CB4E included.
    private static func fromGB18030(_ bytes: [UInt8]) -> String? {
        let converter = unsafe iconv_open("UTF-8", "GB18030")
        guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
        defer { _ = unsafe iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character grows beyond twice its bytes: two of GB18030 become three of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
        let capacity = output.count
        var inputLeft = input.count
        var outputLeft = capacity
        let outcome = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                var source = from.baseAddress
                var target = to.baseAddress
                return unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
            }
        }
        guard outcome != -1, inputLeft == 0 else { return nil }
        return String(validating: output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
