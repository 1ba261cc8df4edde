/// Writes array parameters.
enum ArrayWriter {
    /// The binary form: dimensions, null flag, element type, then length and bytes of each element.
    static func binary(_ elements: [[UInt8]?], of type: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.reduce(0) { $0 + 4 + ($1?.count ?? 0) })
        bytes.append(bigEndian: Int32(elements.isEmpty ? 0 : 1))
        bytes.append(bigEndian: Int32(elements.contains { $0 == nil } ? 1 : 0))
        bytes.append(bigEndian: type)
        guard !elements.isEmpty else { return bytes }
        bytes.append(bigEndian: Int32(elements.count))
        bytes.append(bigEndian: Int32(1))
        for element in elements {
            guard let element else {
                bytes.append(bigEndian: Int32(-1))
                continue
            }
            bytes.append(bigEndian: Int32(element.count))
            bytes += element
        }
        return bytes
    }

    /// The binary form of elements that are never null and all of one length, which `write` appends.
    static func binary<Element>(
        _ elements: [Element],
        of type: UInt32,
        length: Int,
        write: (Element, inout [UInt8]) -> Void
    ) -> [UInt8] {
        guard !elements.isEmpty else { return binary([], of: type) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(20 + elements.count * (4 + length))
        bytes.append(bigEndian: Int32(1))
        bytes.append(bigEndian: Int32(0))
        bytes.append(bigEndian: type)
        bytes.append(bigEndian: Int32(elements.count))
        bytes.append(bigEndian: Int32(1))
        for element in elements {
            bytes.append(bigEndian: Int32(length))
            write(element, &bytes)
        }
        return bytes
    }

    /// The text form, `{"a","b",NULL}`; every element is quoted, so that none can be taken for NULL or for a separator.
    static func literal(_ elements: [[UInt8]?], isNested: Bool) -> [UInt8] {
        var bytes = [UInt8(ascii: "{")]
        bytes.reserveCapacity(2 + elements.reduce(0) { $0 + 4 + ($1?.count ?? 0) })
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let element else {
                bytes += "NULL".utf8
                continue
            }
            if isNested {
                bytes += element
                continue
            }
            quote(element, into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    /// The text form of texts that are never null.
    static func literal(_ elements: [String]) -> [UInt8] {
        var bytes = [UInt8(ascii: "{")]
        bytes.reserveCapacity(2 + elements.reduce(0) { $0 + 3 + $1.utf8.count })
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            quote(element.utf8, into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }

    private static func quote(_ element: some Collection<UInt8>, into bytes: inout [UInt8]) {
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        bytes.append(quote)
        if element.contains(where: { $0 == quote || $0 == backslash }) {
            for byte in element {
                if byte == quote || byte == backslash { bytes.append(backslash) }
                bytes.append(byte)
            }
        } else {
            bytes += element
        }
        bytes.append(quote)
    }
}

extension [UInt8] {
    mutating func append<Value: FixedWidthInteger>(bigEndian value: Value) {
        unsafe Swift.withUnsafeBytes(of: value.bigEndian) { unsafe append(contentsOf: $0) }
    }
}
