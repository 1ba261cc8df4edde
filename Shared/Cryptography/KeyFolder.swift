import Crypto
import Foundation

/// The keys of a system in one folder, kept outside every database.
///
/// ```
/// kind                          "development" where this tool made the keys
/// token/signing-1.pem           ES256, whoever issues tokens
/// token/jwks.json               its public half, everybody
/// seal/<service>-1.private      X25519, that service alone
/// seal/<service>-1.public       everybody
/// field/<service>-1.key         AES-256, that service alone
/// hash/<service>.key            HMAC-SHA256, that service alone
/// sign/bureau-1.pem             ES256 or SM2 (PKCS #8), the certificate service alone
/// sign/bureau-1.pub             everybody: whoever checks certificates
/// ```
///
/// A new key is a file with the next number; the highest number locks, all open.
package enum KeyFolder {
    /// The id of the token signing key in `token/jwks.json`.
    package static let tokenKeyID = "1"

    /// Makes whatever key is not there yet; folders are 0700 and files 0600.
    ///
    /// - Throws: ``CryptographyError``; a folder with keys that were not made by this is left alone.
    package static func create(at path: String, services: [String]) throws {
        let keys = KeyWriter(folder: path)
        guard !keys.exists("token") || isForDevelopment(path) else {
            throw CryptographyError.realKeys(folder: path)
        }
        for folder in ["", "token", "seal", "field", "hash", "sign"] { try keys.makeFolder(folder) }
        try keys.write("kind") { "development\n" }
        try keys.write("token/signing-1.pem") { P256.Signing.PrivateKey().pemRepresentation + "\n" }
        try keys.write("token/jwks.json") { try jwks(of: keys.read("token/signing-1.pem")) }
        try keys.write("sign/bureau-1.pem") { try SigningKey(new: .es256).pem }
        try keys.write("sign/bureau-1.pub") { try SigningKey(pem: keys.read("sign/bureau-1.pem")).verifier.pem }
        for service in services {
            try keys.write("field/\(service)-1.key") { KeyWriter.random }
            try keys.write("hash/\(service).key") { KeyWriter.random }
            try keys.write("seal/\(service)-1.private") {
                Curve25519.KeyAgreement.PrivateKey().rawRepresentation.base64EncodedString() + "\n"
            }
            try keys.write("seal/\(service)-1.public") { try publicKey(of: "seal/\(service)-1.private", in: keys) }
        }
    }

    /// Whether the keys were made by ``create(at:services:)``; only with such may a clock travel.
    package static func isForDevelopment(_ path: String) -> Bool {
        let kind = try? String(contentsOfFile: "\(path)/kind", encoding: .utf8)
        return kind?.trimmingCharacters(in: .whitespacesAndNewlines) == "development"
    }

    private static func publicKey(of file: String, in keys: KeyWriter) throws -> String {
        let text = try keys.read(file).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Data(base64Encoded: text),
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else { throw CryptographyError.unreadable(file: file) }
        return key.publicKey.rawRepresentation.base64EncodedString() + "\n"
    }

    /// The public half of a signing key as a JSON Web Key set (RFC 7517, RFC 7518 §6.2).
    private static func jwks(of pem: String) throws -> String {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: pem) else {
            throw CryptographyError.unreadable(file: "token/signing-1.pem")
        }
        let point = key.publicKey.rawRepresentation
        let (x, y) = (base64url(point.prefix(32)), base64url(point.suffix(32)))
        return """
            {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"\(tokenKeyID)","x":"\(x)","y":"\(y)"}]}

            """
    }

    private static func base64url(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
