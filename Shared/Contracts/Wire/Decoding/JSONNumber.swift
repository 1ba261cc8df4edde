/// What the text of a number says.
enum JSONNumber {
    /// The whole number, nil where it is none or does not fit; `2.0` and `2e0` are whole.
    static func whole<Number: FixedWidthInteger>(_ signs: ArraySlice<UInt8>) -> Number? {
        var value: Number = 0
        var digits = signs
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return roundabout(signs) }
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let unit = Number(truncatingIfNeeded: digit - 0x30)
            let (sum, isOver) =
                isNegative ? tens.subtractingReportingOverflow(unit) : tens.addingReportingOverflow(unit)
            guard !isTooLarge, !isOver else { return nil }
            value = sum
        }
        return value
    }

    /// The number with a fraction, nil where there is none so large.
    static func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ signs: ArraySlice<UInt8>
    ) -> Number? {
        guard let number = Number(String(decoding: signs, as: UTF8.self)), number.isFinite else { return nil }
        return number
    }

    private static func roundabout<Number: FixedWidthInteger>(_ signs: ArraySlice<UInt8>) -> Number? {
        fraction(signs).flatMap { (number: Double) in Number(exactly: number) }
    }
}
