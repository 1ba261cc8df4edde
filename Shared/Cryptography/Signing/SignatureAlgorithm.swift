/// How a statement or a list is signed.
///
/// A signature is the two numbers r and s, 32 bytes each, whatever the algorithm.
package enum SignatureAlgorithm: String, Codable, Hashable, Sendable, CaseIterable {
    /// ECDSA over P-256 with SHA-256 (FIPS 186-5).
    case es256 = "ES256"
    /// SM2 over its own curve with SM3 (GB/T 32918.2-2016, GB/T 32905-2016), for the usual identity 1234567812345678.
    case sm2 = "SM2-SM3"

    /// The bytes of a signature.
    package static let signatureLength = 64

    /// The object identifier of the curve as it stands in a key file, with its tag and length.
    var curve: [UInt8] {
        switch self {
        case .es256: [0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]
        case .sm2: [0x06, 0x08, 0x2A, 0x81, 0x1C, 0xCF, 0x55, 0x01, 0x82, 0x2D]
        }
    }
}
