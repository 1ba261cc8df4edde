import Kernel

/// A paper is not printed because of one of its characters: no font of this machine has it, or it prints nothing.
///
/// Its content came from people, so they are told; every other ``DocumentError`` is a fault of ours.
package struct UnprintableCharacter: Rejection, Hashable {
    package let code: String
    /// What is wrong with which character, by code point.
    package let sentence: String

    package var arguments: [String: String] { ["sentence": sentence] }

    /// Nil for an error that is not about a character.
    package init?(_ error: DocumentError) {
        switch error {
        case .missingGlyph, .unprintable:
            code = error.code
            sentence = error.sentence
        case .fontNotInstalled, .unreadableImage, .codeTooLong, .doesNotFit, .malformed, .library: return nil
        }
    }
}

extension PaperDocument {
    /// The PDF of what people have written.
    ///
    /// - Throws: ``UnprintableCharacter``; `DocumentError` for a fault of ours.
    package func printed() throws -> [UInt8] {
        do {
            return try pdf()
        } catch {
            throw UnprintableCharacter(error) ?? error as any Error
        }
    }
}
