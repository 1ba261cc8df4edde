/// The headers of a message as one run of bytes, in the order they came.
///
/// A dictionary of texts would be most of what a message costs to make and to give up again, and hardly any of its texts is
/// ever wanted as one.
package struct HeaderFields: Sendable {
    private enum Kind: UInt8 {
        case text, int, bool
    }

    /// One field after the other: the name behind its length, the kind, the value behind its length.
    private var bytes: [UInt8] = []

    /// No headers.
    package init() {}

    init(_ headers: [String: HeaderValue]) {
        for (name, value) in headers {
            var name = name
            name.withUTF8 { name in unsafe append(UnsafeRawBufferPointer(name), value) }
        }
    }

    /// Adds a text under a name that is not there yet.
    package mutating func append(_ name: StaticString, _ text: String) {
        unsafe append(name.utf8, .string(text))
    }

    /// Adds a text; name and text are copied.
    mutating func append(_ name: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer) {
        unsafe append(name)
        bytes.append(Kind.text.rawValue)
        unsafe append(text)
    }

    /// Adds a value; the name is copied.
    mutating func append(_ name: UnsafeRawBufferPointer, _ value: HeaderValue) {
        switch value {
        case .string(var text):
            text.withUTF8 { text in unsafe append(name, text: UnsafeRawBufferPointer(text)) }
        case .int(let number):
            unsafe append(name)
            bytes.append(Kind.int.rawValue)
            unsafe withUnsafeBytes(of: number) { number in unsafe append(number) }
        case .bool(let flag):
            unsafe append(name)
            bytes.append(Kind.bool.rawValue)
            unsafe withUnsafeBytes(of: flag) { flag in unsafe append(flag) }
        }
    }

    private mutating func append(_ piece: UnsafeRawBufferPointer) {
        unsafe withUnsafeBytes(of: UInt32(clamping: piece.count)) { count in unsafe bytes.append(contentsOf: count) }
        unsafe bytes.append(contentsOf: piece)
    }

    // MARK: Reading

    /// Where a field lies in `bytes`.
    private struct Field {
        let name: Range<Int>
        let kind: Kind?
        let value: Range<Int>
    }

    private func field(at offset: Int) -> Field {
        let name = piece(at: offset)
        return Field(
            name: name,
            kind: Kind(rawValue: bytes[name.upperBound]),
            value: piece(at: name.upperBound + 1)
        )
    }

    private func piece(at offset: Int) -> Range<Int> {
        let count = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
        return offset + 4..<offset + 4 + Int(count)
    }

    /// The bytes of a text; nil where there is none of that name.
    package func text(_ name: StaticString) -> ArraySlice<UInt8>? {
        var offset = 0
        while offset < bytes.count {
            let field = field(at: offset)
            if field.kind == .text, unsafe bytes[field.name].elementsEqual(name.utf8) { return bytes[field.value] }
            offset = field.value.upperBound
        }
        return nil
    }

    /// Shows one after the other.
    func forEach<Failure>(_ body: (_ name: String, _ value: HeaderValue) throws(Failure) -> Void) throws(Failure) {
        var offset = 0
        while offset < bytes.count {
            let field = field(at: offset)
            try body(String(decoding: bytes[field.name], as: UTF8.self), value(of: field))
            offset = field.value.upperBound
        }
    }

    private func value(of field: Field) -> HeaderValue {
        switch field.kind {
        case .int:
            .int(unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: field.value.lowerBound, as: Int64.self))
        case .bool: .bool(bytes[field.value.lowerBound] != 0)
        case .text, nil: .string(String(decoding: bytes[field.value], as: UTF8.self))
        }
    }

    /// All of them by name.
    var byName: [String: HeaderValue] {
        var byName: [String: HeaderValue] = [:]
        forEach { name, value in byName[name] = value }
        return byName
    }
}

/// Equal where they say the same, in whatever order.
extension HeaderFields: Hashable {
    package static func == (left: HeaderFields, right: HeaderFields) -> Bool {
        left.bytes == right.bytes || left.byName == right.byName
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(byName)
    }
}

extension StaticString {
    /// The bytes of the literal.
    fileprivate var utf8: UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
