import Crypto

/// Makes a protected value findable by equality: HMAC-SHA256 under the service's own key.
///
/// Without the key the few billion citizen ids cannot be tried one by one; another service's hash of the same text differs.
package struct KeyedHash: Sendable {
    private let key: SymmetricKey

    init(key: SymmetricKey) { self.key = key }

    /// The 32 bytes a text is found by; the text must be in its one form already.
    package func of(_ text: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
    }
}

extension KeyedHash: CustomReflectable {
    /// Nothing, so that no dump shows a key.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
