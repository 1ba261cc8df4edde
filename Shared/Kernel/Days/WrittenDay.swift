/// A day as people and workbooks write it: 2005-07-01, 2004/7/1, 2004.7.1, 2004年7月1日, in full-width digits too.
package enum WrittenDay {
    /// The day, or nil where the text is none; a year has four digits.
    package static func read(_ text: String) -> LocalDate? {
        if text.utf8.count == 10, let day = LocalDate(text) { return day }
        // A workbook may add a time of midnight to a day.
        let words = text.split(whereSeparator: \.isWhitespace)
        let midnight = words.count == 2 && words[1].contains(":")
        let normalised = Normalised.identifier(midnight ? String(words[0]) : text)
        let parts = normalised.split(omittingEmptySubsequences: false) { "-/.年月日".contains($0) }
        let numbers = normalised.hasSuffix("日") ? parts.dropLast() : parts[...]
        guard numbers.count == 3, numbers.allSatisfy({ $0.allSatisfy(\.isASCII) }), numbers[0].count == 4,
            (1...2).contains(numbers[1].count), (1...2).contains(numbers[2].count),
            let year = Int(numbers[0]), let month = Int(numbers[1]), let day = Int(numbers[2])
        else { return nil }
        return LocalDate(year: year, month: month, day: day)
    }
}
