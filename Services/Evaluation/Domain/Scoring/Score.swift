/// Points as they are reckoned: whole hundredths, never floating point.
package enum Score {
    /// 100 points.
    package static let full = 100_00

    /// `8550` as 85.50.
    package static func text(_ hundredths: Int) -> String {
        let (points, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(hundredths < 0 ? "-" : "")\(points).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A share of two numbers, to the nearest; a half goes up, as everywhere where points are given.
    package static func rounded(_ numerator: Int, by denominator: Int) -> Int {
        guard denominator > 0 else { return 0 }
        return (2 * numerator + denominator) / (2 * denominator)
    }
}

extension Method {
    /// The pass mark in hundredths of a point.
    package var passHundredths: Int { Int((passMark * 100).rounded()) }

    /// The weight in hundredths.
    package var weightHundredths: Int { Int((weight * 100).rounded()) }
}
