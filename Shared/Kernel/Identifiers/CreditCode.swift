/// A unified social credit code of 18 characters (GB 32100-2015).
///
/// Only the alphabet and the check character are reasons to refuse; what the registering authority's code says about the seat is not.
package struct CreditCode: Hashable, Sendable {
    /// The 18 characters in capitals.
    package let text: String

    /// Reads a code as people type it; throws what is wrong with it.
    package init(_ text: String) throws(IdentifierError) {
        let text = Normalised.identifier(text)
        guard !text.isEmpty else { throw .empty }
        guard !ExcelRounding.isScientific(text) else { throw .roundedByExcel }
        guard text.count == 18 else { throw .length(expected: 18, found: text.count) }
        var sum = 0
        var weight = 1
        for (index, character) in text.enumerated() {
            guard let value = Self.values[character] else { throw .character(at: index + 1) }
            guard index < 17 else { break }
            sum += weight * value
            weight = weight * 3 % 31
        }
        let expected = Self.alphabet[(31 - sum % 31) % 31]
        guard text.last == expected else {
            throw ExcelRounding.hasLostDigits(text) ? .roundedByExcel : .checkCharacter(expected: expected)
        }
        self.text = text
    }

    /// Digits and capitals without I, O, S, V and Z, which are read as others.
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    private static let values = Dictionary(uniqueKeysWithValues: zip(alphabet, 0...))
}

extension CreditCode: CustomStringConvertible {
    package var description: String { text }
}

extension CreditCode: TextIdentifier {}
