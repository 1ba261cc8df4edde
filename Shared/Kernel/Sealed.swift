/// A value only one service can open.
///
/// It is encrypted to the public key of the service that needs it, so a fact can carry what no other hearer may read.
/// The type parameter says what is inside; `Cryptography` seals and opens.
package struct Sealed<Value: Codable & Sendable>: Hashable, Sendable, Codable {
    /// The key that opens it: `<service>-<number>`.
    package let key: String

    /// The HPKE encapsulated key followed by the ciphertext, in base64.
    package let box: String

    /// Puts together what `Cryptography` made.
    package init(key: String, box: String) {
        self.key = key
        self.box = box
    }
}
