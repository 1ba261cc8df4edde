/// Whether bytes that come piece by piece are a text, and in which encoding.
struct TextProbe {
    enum Encoding: String {
        case utf8 = "utf-8"
        case gb18030
    }

    private var utf8 = UTF8State()
    private var gb18030 = GB18030State()
    private var hasControls = false

    /// The encoding of all that came, UTF-8 before GB18030; nil where it is no text.
    var encoding: Encoding? {
        guard !hasControls else { return nil }
        if utf8.isWhole { return .utf8 }
        return gb18030.isWhole ? .gb18030 : nil
    }

    /// Whether it can still be a text, in whatever encoding.
    var isPossible: Bool { !hasControls && !(utf8.isWrong && gb18030.isWrong) }

    mutating func take(_ bytes: [UInt8]) {
        for byte in bytes {
            // Of the control characters a text has tabs, line and page ends; a text of people has no zero byte.
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0C, byte != 0x0D { hasControls = true }
            guard !hasControls else { return }
            utf8.take(byte)
            gb18030.take(byte)
        }
    }

    /// RFC 3629, without the forms that are too long, and without surrogates.
    private struct UTF8State {
        private(set) var isWrong = false
        private var missing = 0
        private var next: ClosedRange<UInt8> = 0x80...0xBF

        var isWhole: Bool { !isWrong && missing == 0 }

        mutating func take(_ byte: UInt8) {
            guard !isWrong else { return }
            if missing > 0 {
                isWrong = !next.contains(byte)
                missing -= 1
                next = 0x80...0xBF
                return
            }
            switch byte {
            case 0x00...0x7F: break
            case 0xC2...0xDF: missing = 1
            case 0xE0: (missing, next) = (2, 0xA0...0xBF)
            case 0xE1...0xEC, 0xEE, 0xEF: missing = 2
            case 0xED: (missing, next) = (2, 0x80...0x9F)
            case 0xF0: (missing, next) = (3, 0x90...0xBF)
            case 0xF1...0xF3: missing = 3
            case 0xF4: (missing, next) = (3, 0x80...0x8F)
            default: isWrong = true
            }
        }
    }

    /// GB 18030: one byte, two, or four.
    private struct GB18030State {
        private enum Place { case start, second, third, fourth, wrong }
        private var place = Place.start

        var isWhole: Bool { place == .start }
        var isWrong: Bool { place == .wrong }

        mutating func take(_ byte: UInt8) {
            switch (place, byte) {
            case (.start, 0x00...0x7F): break
            case (.start, 0x81...0xFE): place = .second
            case (.second, 0x40...0x7E), (.second, 0x80...0xFE): place = .start
            case (.second, 0x30...0x39): place = .third
            case (.third, 0x81...0xFE): place = .fourth
            case (.fourth, 0x30...0x39): place = .start
            default: place = .wrong
            }
        }
    }
}
