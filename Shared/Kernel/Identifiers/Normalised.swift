/// What people type, brought to one form.
package enum Normalised {
    /// An identifier in half-width characters and capital letters, without any space.
    ///
    /// Full-width forms come from Chinese input methods, invisible ones (U+200B, U+FEFF …) from pasted tables.
    package static func identifier(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isSpace(scalar) {
            result.append(capital(halfWidth(scalar)))
        }
        return String(result)
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x20, 0x7F: true
        case ..<0x80: false
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF: true
        default: scalar.properties.isWhitespace
        }
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
        return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    }

    private static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard ("a"..."z").contains(scalar) else { return scalar }
        return Unicode.Scalar(scalar.value - 0x20) ?? scalar
    }
}
