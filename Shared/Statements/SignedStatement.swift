import Cryptography
import Kernel

/// A statement with the signature of the enterprise that makes it.
///
/// Compact form: the signature's 64 bytes, then the statement's; about 220 bytes, 300 with long names.
package struct SignedStatement: Hashable, Sendable {
    package let statement: CertificateStatement
    package let algorithm: SignatureAlgorithm
    /// The key it says it is signed by (``VerifyingKey/id``).
    package let key: String
    package let signature: [UInt8]

    /// Signs a statement.
    ///
    /// - Throws: `CryptographyError` where the library fails.
    package init(_ statement: CertificateStatement, signing key: SigningKey) throws {
        self.statement = statement
        algorithm = key.algorithm
        self.key = key.verifier.id
        signature = try key.sign(statement.bytes(signedBy: key.verifier.id, key.algorithm.rawValue))
    }

    /// A statement from its compact form; nil where it is none, as after something was cut off.
    package init?(compact: [UInt8]) {
        let length = SignatureAlgorithm.signatureLength
        guard compact.count > length, let read = CertificateStatement.read(Array(compact.dropFirst(length))),
            let algorithm = SignatureAlgorithm(rawValue: read.algorithm)
        else { return nil }
        statement = read.statement
        self.algorithm = algorithm
        key = read.key
        signature = Array(compact.prefix(length))
    }

    /// A statement from what a QR code says, with or without the address before `#`; nil where it is none.
    package init?(text: String) {
        var coded = text.unicodeScalars[...]
        while coded.last?.properties.isWhitespace ?? false { coded.removeLast() }
        if let mark = coded.lastIndex(of: "#") {
            coded = coded[coded.index(after: mark)...]
        } else {
            coded = coded.drop { $0.properties.isWhitespace }
        }
        guard let bytes = Base64URL.bytes(of: Substring(coded)) else { return nil }
        self.init(compact: bytes)
    }

    /// The compact form.
    package var compact: [UInt8] { signature + signed }

    /// What is signed.
    var signed: [UInt8] { statement.bytes(signedBy: key, algorithm.rawValue) }

    /// What the QR code says: the address of the page that checks it, and behind `#`, which no browser sends on, all it needs.
    ///
    /// The address is without `#`: `https://gs.example.gov.cn/verify`.
    package func qrText(address: String) -> String { "\(address)#\(Base64URL.text(of: compact))" }

    /// Whether the signature is this key's.
    package func isSigned(by key: VerifyingKey) -> Bool {
        key.algorithm == algorithm && key.id == self.key && key.verifies(signature, over: signed)
    }
}
