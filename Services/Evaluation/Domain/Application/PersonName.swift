/// A person's name in its one form, so that the same name is always the same text.
package enum PersonName {
    /// Trims; takes out the spaces forms put between Chinese characters (冯  军 → 冯军); keeps one between Latin words.
    ///
    /// Characters beyond the basic plane, like U+2CB4E, are kept as they are.
    package static func normalised(_ text: String) -> String {
        let words = text.unicodeScalars
            .split { $0.properties.isWhitespace || isInvisible($0) }
            .map { String(String.UnicodeScalarView($0)) }
        guard var result = words.first else { return "" }
        for word in words.dropFirst() {
            let joins = isChinese(result.unicodeScalars.last) && isChinese(word.unicodeScalars.first)
            result += joins ? word : " " + word
        }
        return result
    }

    private static func isChinese(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.properties.isIdeographic || $0 == "·" || $0 == "•" } ?? false
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
