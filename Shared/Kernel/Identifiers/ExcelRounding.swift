/// The traces Excel leaves on a number it could not hold: it keeps 15 digits and shows long ones as `3.72323E+17`.
enum ExcelRounding {
    /// Whether normalised text is a number in scientific form: one digit, a fraction or none, `E`, an exponent.
    static func isScientific(_ text: String) -> Bool {
        let parts = text.split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].first, isDigit(first) else { return false }
        let fraction = parts[0].dropFirst()
        guard fraction.isEmpty || (fraction.first == "." && fraction.dropFirst().allSatisfy(isDigit)) else {
            return false
        }
        let exponent = parts[1].first == "+" ? parts[1].dropFirst() : parts[1]
        return (1...2).contains(exponent.count) && exponent.allSatisfy(isDigit)
    }

    /// Whether 18 digits end as they do when the last three were lost.
    static func hasLostDigits(_ text: String) -> Bool {
        text.utf8.count == 18 && text.hasSuffix("000") && text.allSatisfy(isDigit)
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
