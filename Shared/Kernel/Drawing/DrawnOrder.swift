import Foundation

/// The order in which lots come out of a draw (抽取); anybody with the numbers can draw again and compare.
package enum DrawnOrder {
    /// All ids in a drawn order: sorted, then shuffled from the end (Fisher–Yates); every order is as likely as every other.
    package static func of(_ ids: [UUID], using generator: inout some RandomNumberGenerator) -> [UUID] {
        var order = ids.sorted { $0.uuidString < $1.uuidString }
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, Int(number(below: UInt64(last + 1), using: &generator)))
        }
        return order
    }

    /// A number below a bound; numbers that would favour the small ones are thrown away.
    private static func number(below bound: UInt64, using generator: inout some RandomNumberGenerator) -> UInt64 {
        let limit = UInt64.max - UInt64.max % bound
        while true {
            let number = generator.next()
            if number < limit { return number % bound }
        }
    }
}
