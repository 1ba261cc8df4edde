import CQREncode
import Glibc
import Synchronization

/// A QR code (ISO/IEC 18004): the modules of a text, without the quiet zone.
package struct QRCode: Hashable, Sendable {
    /// How much of the code may be dirty or torn and still be read.
    package enum Correction: Hashable, Sendable {
        /// 15 %.
        case medium
        /// 25 %.
        case quartile

        var level: QRecLevel {
            switch self {
            case .medium: QR_ECLEVEL_M
            case .quartile: QR_ECLEVEL_Q
            }
        }
    }

    /// The white around a code, in modules, without which readers may not find it (ISO/IEC 18004 6.3.8).
    package static let quietZone = 4

    /// Modules on one side: 21, 25, … 177.
    package let size: Int
    /// Row by row from the upper left.
    private let modules: [Bool]

    /// Encodes a text in the smallest version that holds it; digits and capitals take less room than other text.
    ///
    /// A NUL is refused: it would end the text silently.
    package init(_ text: String, correction: Correction = .medium) throws(DocumentError) {
        guard !text.unicodeScalars.contains("\0") else { throw .unprintable("\0") }
        guard !text.isEmpty else { throw .malformed("a QR code of nothing") }
        if let known = Self.known.withLock({ $0[Said(text: text, correction: correction)] }) {
            self = known
            return
        }
        let made = unsafe text.withCString { text in
            unsafe QRcode_encodeString(text, 0, correction.level, QR_MODE_8, 1)
        }
        try unsafe self.init(taking: made, byteCount: text.utf8.count)
        let code = self
        guard text.utf8.count <= Self.mostKnownBytes else { return }
        Self.known.withLock { known in
            if known.count >= Self.mostKnown { known = [:] }
            known[Said(text: text, correction: correction)] = code
        }
    }

    private struct Said: Hashable {
        let text: String
        let correction: Correction
    }

    /// Short texts encoded lately: the form's own code is the same on every certificate.
    private static let known = Mutex<[Said: QRCode]>([:])
    private static let mostKnown = 64
    private static let mostKnownBytes = 100

    /// Encodes a text that looks like chance, such as a signed statement, without looking for the best of the eight masks.
    ///
    /// Which mask is best is a matter of texts with a pattern; of these each is as good, and looking costs more than all the
    /// rest of a printed page. Readers read the mask from the code. Where the library does not lend its way to say which, this
    /// is `init(_:)`.
    package init(dense text: String, correction: Correction = .medium) throws(DocumentError) {
        guard let encode = unsafe Self.encodeMasked, !text.isEmpty, !text.unicodeScalars.contains("\0") else {
            try self.init(text, correction: correction)
            return
        }
        let bytes = Array(text.utf8)
        guard bytes.count < 4096, let input = unsafe QRinput_new2(0, correction.level) else {
            throw .codeTooLong(byteCount: bytes.count)
        }
        defer { unsafe QRinput_free(input) }
        let outcome = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes.baseAddress)
        }
        guard outcome == 0 else { throw .library("libqrencode: error \(errno)") }
        try unsafe self.init(taking: encode(input, 3), byteCount: bytes.count)
    }

    /// What encodes with the mask it is told: part of the library, and not of its header.
    private static let encodeMasked:
        (@convention(c) (OpaquePointer?, Int32) -> UnsafeMutablePointer<CQREncode.QRcode>?)? = {
            guard let found = unsafe dlsym(nil, "QRcode_encodeMask") else { return nil }
            return unsafe unsafeBitCast(
                found,
                to: (@convention(c) (OpaquePointer?, Int32) -> UnsafeMutablePointer<CQREncode.QRcode>?).self
            )
        }()

    /// Encodes bytes, such as a compact signed statement.
    package init(bytes: [UInt8], correction: Correction = .medium) throws(DocumentError) {
        guard !bytes.isEmpty else { throw .malformed("a QR code of nothing") }
        guard bytes.count < 4096 else { throw .codeTooLong(byteCount: bytes.count) }
        let made = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe QRcode_encodeData(Int32(bytes.count), bytes.baseAddress, 0, correction.level)
        }
        try unsafe self.init(taking: made, byteCount: bytes.count)
    }

    @unsafe
    private init(taking made: UnsafeMutablePointer<CQREncode.QRcode>?, byteCount: Int) throws(DocumentError) {
        guard let made = unsafe made else {
            throw errno == ERANGE ? .codeTooLong(byteCount: byteCount) : .library("libqrencode: error \(errno)")
        }
        defer { unsafe QRcode_free(made) }
        let width = Int(unsafe made.pointee.width)
        size = width
        // The lowest bit of each byte is the colour; the others say which part of the symbol it belongs to.
        modules = unsafe UnsafeBufferPointer(start: made.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// Whether a module is dark; what lies outside the code is light.
    package func isDark(row: Int, column: Int) -> Bool {
        guard (0..<size).contains(row), (0..<size).contains(column) else { return false }
        return modules[row * size + column]
    }

    /// The dark modules as runs from left to right, row by row: what has to be drawn.
    func darkRuns(_ body: (_ row: Int, _ column: Int, _ length: Int) -> Void) {
        for row in 0..<size {
            var column = 0
            while column < size {
                let start = column
                while column < size, modules[row * size + column] { column += 1 }
                if column > start { body(row, start, column - start) }
                column += 1
            }
        }
    }
}
