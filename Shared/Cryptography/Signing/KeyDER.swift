import Foundation

/// Keys of elliptic curves as files hold them: PKCS #8 and SubjectPublicKeyInfo (RFC 5915, RFC 5480), in DER.
///
/// Both curves have numbers of 32 bytes and identifiers of equal length, so that what stands around the numbers is fixed.
enum KeyDER {
    private static let ecPublicKey: [UInt8] = [0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]

    private static func algorithm(_ algorithm: SignatureAlgorithm) -> [UInt8] {
        [0x30, 0x13] + ecPublicKey + algorithm.curve
    }

    /// A private key as PKCS #8, with its public half where that is given.
    static func privateKey(_ scalar: [UInt8], point: [UInt8]?, of algorithm: SignatureAlgorithm) -> [UInt8] {
        // The public half stands in `[1] BIT STRING`.
        let half = point.map { [0xA1, 0x44, 0x03, 0x42, 0x00] + $0 } ?? []
        let key = [0x30, UInt8(5 + 32 + half.count), 0x02, 0x01, 0x01, 0x04, 0x20] + scalar + half
        let inner = [0x02, 0x01, 0x00] + Self.algorithm(algorithm) + [0x04] + length(key.count) + key
        return [0x30] + length(inner.count) + inner
    }

    /// A public key as SubjectPublicKeyInfo.
    static func publicKey(_ point: [UInt8], of algorithm: SignatureAlgorithm) -> [UInt8] {
        [0x30, 0x59] + Self.algorithm(algorithm) + [0x03, 0x42, 0x00] + point
    }

    /// The algorithm and number of a private key in PKCS #8, nil where it is no key of ours.
    static func scalar(in der: [UInt8]) -> (SignatureAlgorithm, [UInt8])? {
        for algorithm in SignatureAlgorithm.allCases {
            let named = Self.algorithm(algorithm)
            // SEQUENCE, version, algorithm, OCTET STRING, SEQUENCE, version 1, OCTET STRING of 32 bytes.
            guard let at = range(of: [0x02, 0x01, 0x00] + named, in: der), at.lowerBound <= 4,
                let number = range(of: [0x02, 0x01, 0x01, 0x04, 0x20], in: der), number.lowerBound > at.upperBound,
                number.lowerBound <= at.upperBound + 6, der.count >= number.upperBound + 32
            else { continue }
            return (algorithm, Array(der[number.upperBound..<number.upperBound + 32]))
        }
        return nil
    }

    /// The algorithm and point of a public key, nil where it is no key of ours.
    static func point(in der: [UInt8]) -> (SignatureAlgorithm, [UInt8])? {
        for algorithm in SignatureAlgorithm.allCases {
            let head = publicKey([], of: algorithm)
            guard der.count == head.count + 65, Array(der.prefix(head.count)) == head else { continue }
            return (algorithm, Array(der.suffix(65)))
        }
        return nil
    }

    /// Bytes between the lines of a PEM block.
    static func bytes(ofPEM text: String, _ label: String) -> [UInt8]? {
        guard let begin = text.range(of: "-----BEGIN \(label)-----"),
            let end = text.range(of: "-----END \(label)-----", range: begin.upperBound..<text.endIndex)
        else { return nil }
        let inner = text[begin.upperBound..<end.lowerBound].filter { !$0.isWhitespace }
        return Data(base64Encoded: String(inner)).map(Array.init)
    }

    /// A PEM block of bytes.
    static func pem(_ bytes: [UInt8], _ label: String) -> String {
        let text = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN \(label)-----\n\(text)\n-----END \(label)-----\n"
    }

    private static func length(_ count: Int) -> [UInt8] {
        count < 128 ? [UInt8(count)] : [0x81, UInt8(count)]
    }

    private static func range(of pattern: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
        guard bytes.count >= pattern.count else { return nil }
        for start in 0...(bytes.count - pattern.count)
        where bytes[start] == pattern[0] && Array(bytes[start..<start + pattern.count]) == pattern {
            return start..<start + pattern.count
        }
        return nil
    }
}
