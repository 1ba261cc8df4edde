/// Reads numbers of a fixed width from a text, strictly from left to right.
struct DigitReader {
    private var rest: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) {
        rest = text
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// A number of exactly so many digits.
    mutating func number(of width: Int) -> Int? {
        let digits = rest.prefix(width)
        guard digits.count == width, digits.allSatisfy(Self.isDigit) else { return nil }
        rest = rest.dropFirst(width)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// Whether this character stood there; it is behind us then.
    mutating func takes(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The fraction of a second; zero where there is none, nil where it is more than nine digits or no digit.
    mutating func fraction() -> Double? {
        guard takes(".") else { return 0 }
        let width = rest.prefix(while: Self.isDigit).count
        guard (1...9).contains(width), let digits = number(of: width) else { return nil }
        return Double(digits) / (0..<width).reduce(1.0) { power, _ in power * 10 }
    }

    /// The seconds an offset from UTC names, `Z` or `+08:00`.
    mutating func offset() -> Int? {
        if takes("Z") { return 0 }
        let isEast = takes("+")
        guard isEast || takes("-"), let hours = number(of: 2), hours < 24, takes(":"), let minutes = number(of: 2),
            minutes < 60
        else { return nil }
        return (isEast ? 1 : -1) * (hours * 3600 + minutes * 60)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
