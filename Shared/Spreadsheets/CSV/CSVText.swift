import Glibc

/// The text of a CSV file as UTF-8, piece by piece, whatever it was written in.
///
/// Excel writes UTF-8 with a mark, the code page of Chinese Windows (GB18030), or UTF-16 as “Unicode text”.
@safe final class CSVText {
    private let pieces: FilePieces
    private var converter: iconv_t?
    private var rest: [UInt8] = []
    private var mark: Int

    init(_ file: SpreadsheetFile) throws(SpreadsheetError) {
        pieces = try file.pieces()
        let (encoding, mark) = try Self.encoding(of: file)
        self.mark = mark
        guard let encoding else { return }
        let made = unsafe iconv_open("UTF-8", encoding)
        guard unsafe made != iconv_t(bitPattern: -1) else { throw .encoding }
        unsafe converter = unsafe made
    }

    deinit { if let converter = unsafe converter { _ = unsafe iconv_close(converter) } }

    /// The next bytes of UTF-8; empty at the end.
    func next() throws(SpreadsheetError) -> [UInt8] {
        while true {
            let piece = try pieces.next()
            let bytes = piece.dropFirst(mark)
            mark = max(0, mark - piece.count)
            guard unsafe converter != nil else {
                if bytes.isEmpty, !piece.isEmpty { continue }
                return Array(bytes)
            }
            let text = try converted(rest + bytes, isLast: piece.isEmpty)
            if !text.isEmpty || piece.isEmpty { return text }
        }
    }

    private func converted(_ bytes: [UInt8], isLast: Bool) throws(SpreadsheetError) -> [UInt8] {
        var input = bytes.map { CChar(bitPattern: $0) }
        // No character grows beyond twice its bytes: two of GB18030 become three of UTF-8.
        var output = [CChar](repeating: 0, count: bytes.count * 2 + 4)
        let capacity = output.count
        var (inputLeft, outputLeft) = (input.count, capacity)
        let outcome = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                var source = from.baseAddress
                var target = to.baseAddress
                let outcome = unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
                return outcome == -1 && errno != EINVAL
            }
        }
        guard !outcome, inputLeft == 0 || !isLast else { throw .encoding }
        rest = Array(bytes.suffix(inputLeft))
        return output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }
    }

    /// The encoding by iconv's name, nil for UTF-8, and the length of the mark before the text.
    private static func encoding(of file: SpreadsheetFile) throws(SpreadsheetError) -> (String?, Int) {
        let pieces = try file.pieces()
        var piece = try pieces.next()
        if piece.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
        if piece.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
        let mark = piece.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var check = UTF8Check()
        while !piece.isEmpty {
            guard check.take(piece) else { break }
            piece = try pieces.next()
        }
        if check.isWhole { return (nil, mark) }
        guard mark == 0 else { throw .encoding }
        return ("GB18030", 0)
    }
}

/// Whether bytes that come piece by piece are UTF-8.
struct UTF8Check {
    private var rest: [UInt8] = []
    private var isWrong = false

    var isWhole: Bool { !isWrong && rest.isEmpty }

    /// Whether all so far can be.
    mutating func take(_ piece: ArraySlice<UInt8>) -> Bool {
        let bytes = rest + piece
        // A character that is not complete yet: at most three bytes, the first of which says that more follow.
        var end = bytes.count
        for back in 1...3 where back <= bytes.count {
            let byte = bytes[bytes.count - back]
            guard byte & 0xC0 != 0x80 else { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            if length > back { end = bytes.count - back }
            break
        }
        rest = Array(bytes[end...])
        isWrong = String(validating: bytes[..<end], as: UTF8.self) == nil
        return !isWrong
    }
}
