/// What may stand in a text that is printed.
enum PrintableText {
    /// The text as it is set: line ends are line feeds.
    ///
    /// Invisible characters that only guide line breaks are let through. One that no reader would see and that changes
    /// what is read is refused: a name must not look different from what it is.
    static func check(_ text: String) throws(DocumentError) -> String {
        var hasReturn = false
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x20, scalar.value < 0x7F { continue }
            switch scalar.value {
            case 0x0A, 0x09: continue
            case 0x0D: hasReturn = true
            case 0x00...0x1F, 0x7F...0x9F: throw .unprintable(scalar)
            // Marks, embeddings, overrides and isolates of the direction of writing.
            case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F: throw .unprintable(scalar)
            // Interlinear annotations, the object replacement, tags.
            case 0xFFF9...0xFFFC, 0xE0000...0xE007F: throw .unprintable(scalar)
            // Private use: a font that happens to have it shows another character than the one that was meant.
            case 0xE000...0xF8FF, 0xF0000...0x10FFFF: throw .unprintable(scalar)
            default:
                if scalar.value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= scalar.value { throw .unprintable(scalar) }
            }
        }
        guard hasReturn else { return text }
        var plain = ""
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                plain.unicodeScalars.append("\n")
            } else if scalar != "\n" || !isAfterReturn {
                plain.unicodeScalars.append(scalar)
            }
            isAfterReturn = scalar == "\r"
        }
        return plain
    }
}
