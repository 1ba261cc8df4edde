extension Character {
    /// The value of an ASCII digit, nil for any other character.
    var digit: Int? {
        guard let value = asciiValue, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value) else { return nil }
        return Int(value - UInt8(ascii: "0"))
    }
}
