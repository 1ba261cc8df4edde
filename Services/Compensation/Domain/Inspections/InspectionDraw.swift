import Foundation
import Kernel

/// Draws whose papers an inspector asks for (抽取); anybody with the record can draw again and compare.
package enum InspectionDraw {
    /// What the record calls this way of drawing; another way gets another name.
    package static let algorithm = "sha256-counter/fisher-yates/first/1"

    /// All ids in a drawn order: sorted, then shuffled from the end (Fisher–Yates); every order is as likely as every other.
    package static func order(of ids: [UUID], using generator: inout some RandomNumberGenerator) -> [UUID] {
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
