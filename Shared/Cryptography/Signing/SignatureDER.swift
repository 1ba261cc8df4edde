/// A signature as OpenSSL writes it: SEQUENCE of the integers r and s, in DER.
enum SignatureDER {
    /// r and s as 32 bytes each, nil where the bytes are no signature over a curve of 256 bits.
    static func raw(_ der: [UInt8]) -> [UInt8]? {
        guard der.count >= 8, der[0] == 0x30, Int(der[1]) == der.count - 2 else { return nil }
        var rest = der[2...]
        guard let r = integer(&rest), let s = integer(&rest), rest.isEmpty else { return nil }
        return r + s
    }

    /// The DER form of r and s.
    static func der(_ raw: [UInt8]) -> [UInt8] {
        let numbers = [raw.prefix(32), raw.suffix(32)].map { number -> [UInt8] in
            var bytes = Array(number.drop { $0 == 0 })
            if bytes.isEmpty || bytes[0] >= 0x80 { bytes.insert(0, at: 0) }
            return [0x02, UInt8(bytes.count)] + bytes
        }
        let inner = numbers[0] + numbers[1]
        return [0x30, UInt8(inner.count)] + inner
    }

    private static func integer(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        guard rest.count >= 2, rest[rest.startIndex] == 0x02 else { return nil }
        let length = Int(rest[rest.startIndex + 1])
        guard length > 0, rest.count >= 2 + length else { return nil }
        let bytes = rest.dropFirst(2).prefix(length).drop { $0 == 0 }
        rest = rest.dropFirst(2 + length)
        guard bytes.count <= 32 else { return nil }
        return Array(repeating: 0, count: 32 - bytes.count) + bytes
    }
}
