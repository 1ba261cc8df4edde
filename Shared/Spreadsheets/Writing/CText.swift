/// Text lent to C.
enum CText {
    /// The longest text of a cell, in UTF-16 units.
    private static let most = 32_767

    /// Lends a text without what XML cannot hold, cut where a cell ends.
    static func lend<Value>(_ text: String, _ body: (UnsafeMutablePointer<CChar>) -> Value) -> Value {
        let copy = unsafe owned(text)
        defer { unsafe copy.deallocate() }
        return unsafe body(copy)
    }

    /// Lends a list of texts that ends with a null pointer.
    static func lend<Value>(
        _ texts: [String],
        _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: texts.count + 1)
        unsafe list.initialize(repeating: nil, count: texts.count + 1)
        for (index, text) in texts.enumerated() { unsafe list[index] = unsafe owned(text) }
        defer {
            for index in texts.indices { unsafe list[index]?.deallocate() }
            unsafe list.deallocate()
        }
        return unsafe body(list)
    }

    private static func owned(_ text: String) -> UnsafeMutablePointer<CChar> {
        let bytes = Array(printable(text).utf8)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
        for (index, byte) in bytes.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
        unsafe copy[bytes.count] = 0
        return unsafe copy
    }

    private static func printable(_ text: String) -> String {
        var text = text
        if text.unicodeScalars.contains(where: isForbidden) {
            text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isForbidden($0) }))
        }
        guard text.utf16.count > most else { return text }
        var cut = ""
        var length = 0
        for character in text {
            length += character.utf16.count
            guard length < most else { break }
            cut.append(character)
        }
        return cut + "…"
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
