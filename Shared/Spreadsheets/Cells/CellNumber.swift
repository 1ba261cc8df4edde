import Foundation

/// A number of a cell.
package struct CellNumber: Hashable, Sendable, Codable {
    /// The number as Excel holds it.
    package let value: Double
    /// The digits the cell's format shows at least, as `000000` does for numbers that begin with zeros; 0 for none.
    package let leastDigits: Int

    /// A number, shown with at least so many digits.
    package init(_ value: Double, leastDigits: Int = 0) {
        self.value = value
        self.leastDigits = leastDigits
    }

    /// Whether it has more digits than the 15 Excel keeps, so that an identifier in it has lost its last ones.
    package var isRounded: Bool { value.magnitude >= 1e15 }

    /// The number in full, never in scientific form as long as it is no larger than identifiers are.
    package var text: String {
        guard value.rounded() == value, value.magnitude < 1e19 else { return shortest }
        let digits = isRounded ? kept : String(Int64(value.magnitude))
        let zeros = String(repeating: "0", count: max(0, leastDigits - digits.count))
        return (value < 0 ? "-" : "") + zeros + digits
    }

    /// The 15 digits Excel keeps and shows, with zeros for those it lost.
    private var kept: String {
        let parts = String(format: "%.14e", value.magnitude).split(separator: "e")
        let digits = parts[0].filter { $0 != "." }
        let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        return digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    }

    /// Excel keeps 15 digits: 0.1 + 0.2 is 0.3 to people.
    private var shortest: String {
        let text = "\(value)"
        guard text.count > 16, value.magnitude >= 1e-4, value.magnitude < 1e15 else { return text }
        let whole = value.magnitude < 1 ? 0 : String(Int64(value.magnitude)).count
        var scale = 1.0
        for _ in 0..<max(0, 15 - whole) { scale *= 10 }
        return "\((value * scale).rounded() / scale)"
    }
}
