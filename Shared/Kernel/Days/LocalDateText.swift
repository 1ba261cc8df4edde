extension LocalDate: LosslessStringConvertible, CustomStringConvertible {
    /// Reads "2026-09-30": four digits, two, two, nothing else; nil for any other form or a day that does not exist.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day as "2026-09-30".
    package var description: String {
        let date = CivilCalendar.date(ofDayNumber: dayNumber)
        return String(10_000 + date.year).dropFirst() + "-" + String(100 + date.month).dropFirst() + "-"
            + String(100 + date.day).dropFirst()
    }

    /// The day as a notice prints it, "2026年9月30日".
    package var chinese: String {
        let date = CivilCalendar.date(ofDayNumber: dayNumber)
        return "\(date.year)年\(date.month)月\(date.day)日"
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }
}

extension LocalDate: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = LocalDate(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day like 2026-09-30")
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
