/// An amount of renminbi in whole fen.
package struct Money: Hashable, Comparable, Codable, Sendable {
    /// The amount in fen, a hundredth of a yuan.
    package let fen: Int64

    /// So many fen.
    package init(fen: Int64) { self.fen = fen }

    /// So many yuan; an amount too large to hold gives the largest there is.
    package init(yuan: Int64) {
        let (fen, overflow) = yuan.multipliedReportingOverflow(by: 100)
        self.fen = overflow ? (yuan > 0 ? .max : .min) : fen
    }

    package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Money: CustomStringConvertible {
    /// The amount in yuan, "12345.60".
    package var description: String {
        let (yuan, fen) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
        return "\(self.fen < 0 ? "-" : "")\(yuan).\(String(100 + fen).dropFirst())"
    }
}
