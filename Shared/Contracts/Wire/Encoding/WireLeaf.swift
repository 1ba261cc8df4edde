import Foundation
import Kernel

/// The values that are written without asking them: what a text, a number, a day, an instant or an identifier is.
enum WireLeaf {
    /// Writes a value if it is such a one; answers whether it was.
    ///
    /// - Throws: `EncodingError` where a number is none JSON has a text for.
    static func write<Value: Encodable>(
        _ value: Value,
        to bytes: inout [UInt8],
        at path: () -> [any CodingKey]
    ) throws -> Bool {
        if let text = same(value, as: String.self) {
            JSONText.write(text, to: &bytes)
        } else if let id = same(value, as: UUID.self) {
            JSONText.write(id, to: &bytes)
        } else if let number = same(value, as: Int.self) {
            JSONText.write(number, to: &bytes)
        } else if let date = same(value, as: Date.self) {
            JSONText.write(date, to: &bytes)
        } else if let day = same(value, as: LocalDate.self) {
            JSONText.write(day.description.utf8, quotedTo: &bytes)
        } else if let flag = same(value, as: Bool.self) {
            bytes.append(contentsOf: flag ? "true".utf8 : "false".utf8)
        } else {
            return try writeRarer(value, to: &bytes, at: path)
        }
        return true
    }

    private static func writeRarer<Value: Encodable>(
        _ value: Value,
        to bytes: inout [UInt8],
        at path: () -> [any CodingKey]
    ) throws -> Bool {
        if let number = same(value, as: Double.self) {
            try write(fraction: number, to: &bytes, at: path)
        } else if let number = same(value, as: Float.self) {
            try write(fraction: number, to: &bytes, at: path)
        } else if let data = same(value, as: Data.self) {
            JSONText.write(data.base64EncodedString().utf8, quotedTo: &bytes)
        } else if let address = same(value, as: URL.self) {
            JSONText.write(address.absoluteString, to: &bytes)
        } else if let amount = same(value, as: Decimal.self) {
            bytes.append(contentsOf: amount.description.utf8)
        } else {
            return writeOtherInteger(value, to: &bytes)
        }
        return true
    }

    private static func write(
        fraction: some BinaryFloatingPoint & CustomStringConvertible & Encodable,
        to bytes: inout [UInt8],
        at path: () -> [any CodingKey]
    ) throws {
        guard fraction.isFinite else {
            throw EncodingError.invalidValue(
                fraction,
                .init(codingPath: path(), debugDescription: "\(fraction) has no text in JSON")
            )
        }
        JSONText.write(fraction, to: &bytes)
    }

    // One by one: a loop or an inner function would have the runtime look up a type for each.
    private static func writeOtherInteger<Value: Encodable>(_ value: Value, to bytes: inout [UInt8]) -> Bool {
        if let number = same(value, as: Int64.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: Int32.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt64.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt32.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt8.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: Int16.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt16.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: Int8.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: Int128.self) {
            JSONText.write(number, to: &bytes)
        } else if let number = same(value, as: UInt128.self) {
            JSONText.write(number, to: &bytes)
        } else {
            return false
        }
        return true
    }
}
