import Foundation
import Kernel

/// Reads the values that are not asked to read themselves.
struct WireLeafReader {
    let json: JSONTokens
    let token: JSONTokens.Token
    let path: () -> [any CodingKey]

    /// The value if it is of such a type, nil where it has to read itself.
    ///
    /// - Throws: `DecodingError` where something else stands there.
    func value<Value>(_ type: Value.Type) throws -> Value? {
        if type == String.self { return same(try text(as: type), as: Value.self) }
        if type == UUID.self { return same(try id(), as: Value.self) }
        if type == Int.self { return same(try whole(Int.self), as: Value.self) }
        if type == Date.self { return same(try date(), as: Value.self) }
        if type == LocalDate.self { return same(try day(), as: Value.self) }
        if type == Bool.self { return same(try flag(), as: Value.self) }
        if type == Double.self { return same(try fraction(Double.self), as: Value.self) }
        if type == Float.self { return same(try fraction(Float.self), as: Value.self) }
        if type == Data.self { return same(try data(), as: Value.self) }
        if type == URL.self { return same(try address(), as: Value.self) }
        if type == Decimal.self { return same(try amount(), as: Value.self) }
        return try otherWhole(type)
    }

    private func otherWhole<Value>(_ type: Value.Type) throws -> Value? {
        if type == Int64.self { return same(try whole(Int64.self), as: Value.self) }
        if type == Int32.self { return same(try whole(Int32.self), as: Value.self) }
        if type == UInt64.self { return same(try whole(UInt64.self), as: Value.self) }
        if type == UInt32.self { return same(try whole(UInt32.self), as: Value.self) }
        if type == UInt.self { return same(try whole(UInt.self), as: Value.self) }
        if type == UInt8.self { return same(try whole(UInt8.self), as: Value.self) }
        if type == Int16.self { return same(try whole(Int16.self), as: Value.self) }
        if type == UInt16.self { return same(try whole(UInt16.self), as: Value.self) }
        if type == Int8.self { return same(try whole(Int8.self), as: Value.self) }
        if type == Int128.self { return same(try whole(Int128.self), as: Value.self) }
        if type == UInt128.self { return same(try whole(UInt128.self), as: Value.self) }
        return nil
    }

    /// Something else stands there, or nothing.
    func mismatch(_ type: any Any.Type) -> DecodingError {
        if token.kind == .null {
            return .valueNotFound(type, .init(codingPath: path(), debugDescription: "\(type) expected, null found"))
        }
        return .typeMismatch(type, .init(codingPath: path(), debugDescription: "\(type) expected, \(token.kind) found"))
    }

    private func corrupted(_ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(), debugDescription: reason))
    }

    private func text(as type: any Any.Type) throws -> String {
        guard token.kind == .text || token.kind == .escaped else { throw mismatch(type) }
        guard let text = json.text(of: token) else { throw corrupted("half of a surrogate pair") }
        return text
    }

    /// Reads an unescaped text from its bytes, any other from the text they make.
    private func read<Value>(
        _ plain: (ArraySlice<UInt8>) -> Value?,
        as type: any Any.Type = String.self,
        or reason: String
    ) throws -> Value {
        if token.kind == .text, let value = plain(json.signs(of: token)) { return value }
        guard let value = plain(Array(try text(as: type).utf8)[...]) else { throw corrupted(reason) }
        return value
    }

    private func id() throws -> UUID { try read({ UUID(utf8: $0.span) }, or: "not a UUID") }

    private func date() throws -> Date { try read(WireFormat.date(from:), or: "not an RFC 3339 instant") }

    private func day() throws -> LocalDate {
        try read({ LocalDate(String(decoding: $0, as: UTF8.self)) }, or: "not a day like 2026-09-30")
    }

    private func data() throws -> Data {
        try read({ Data(base64Encoded: String(decoding: $0, as: UTF8.self)) }, or: "not Base64")
    }

    private func address() throws -> URL {
        try read({ URL(string: String(decoding: $0, as: UTF8.self)) }, or: "not a URL")
    }

    private func flag() throws -> Bool {
        switch token.kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self)
        }
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard token.kind == .number else { throw mismatch(type) }
        guard let number: Number = JSONNumber.whole(json.signs(of: token)) else {
            throw corrupted("the number does not fit in \(type)")
        }
        return number
    }

    private func fraction<Number: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: Number.Type
    ) throws -> Number {
        guard token.kind == .number else { throw mismatch(type) }
        guard let number: Number = JSONNumber.fraction(json.signs(of: token)) else {
            throw corrupted("the number does not fit in \(type)")
        }
        return number
    }

    private func amount() throws -> Decimal {
        guard token.kind == .number else { throw mismatch(Decimal.self) }
        guard let number = Decimal(string: String(decoding: json.signs(of: token), as: UTF8.self)) else {
            throw corrupted("the number does not fit in Decimal")
        }
        return number
    }
}
