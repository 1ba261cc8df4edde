/// A citizen identity number of 18 characters (GB 11643-1999).
///
/// The address code is advisory: numbers given before 2000 carry codes that no longer exist (3723 in Binzhou), so no county is ever a reason to refuse.
/// It is not `Codable` and describes itself masked, for it may not leave in clear.
package struct CitizenID: Hashable, Sendable {
    /// The 18 characters in capitals: personal data.
    package let text: String
    /// The date of birth it carries.
    package let birthDate: LocalDate

    /// Reads a number as people type it; throws what is wrong with it.
    package init(_ text: String) throws(IdentifierError) {
        let text = Normalised.identifier(text)
        guard !text.isEmpty else { throw .empty }
        guard !ExcelRounding.isScientific(text) else { throw .roundedByExcel }
        guard text.count == 18 else {
            let isOld = text.count == 15 && text.allSatisfy { ("0"..."9").contains($0) }
            throw isOld ? .firstGeneration : .length(expected: 18, found: text.count)
        }
        var digits: [Int] = []
        for (index, character) in text.enumerated() {
            guard let digit = character.digit else {
                guard index == 17, character == "X" else { throw .character(at: index + 1) }
                break
            }
            digits.append(digit)
        }
        let expected = Self.checkCharacter(of: digits)
        guard text.last == expected || !ExcelRounding.hasLostDigits(text) else { throw .roundedByExcel }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        guard let date = LocalDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) else {
            throw .date
        }
        guard text.last == expected else { throw .checkCharacter(expected: expected) }
        self.text = text
        birthDate = date
    }

    /// The first and last four characters, the rest as asterisks.
    package var masked: String { text.prefix(4) + String(repeating: "*", count: 10) + text.suffix(4) }

    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

    /// The last character that belongs to the first 17 digits (GB 11643, ISO 7064 MOD 11-2).
    private static func checkCharacter(of digits: [Int]) -> Character {
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
        return Array("10X98765432")[sum % 11]
    }
}

extension CitizenID: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { masked }
    package var debugDescription: String { masked }
}
