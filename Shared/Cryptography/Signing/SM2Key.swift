import CLibCrypto

/// Owns one `EVP_PKEY` of the curve SM2, freed exactly once.
///
/// OpenSSL does not change a key after it was made, so it may be used from any thread.
@safe final class SM2Key: @unchecked Sendable {
    /// The identity that is signed along where nothing else is agreed (GB/T 35276-2017).
    private static let identity = Array("1234567812345678".utf8)

    private let raw: OpaquePointer

    private init(_ raw: OpaquePointer) { unsafe self.raw = unsafe raw }

    deinit { unsafe EVP_PKEY_free(raw) }

    /// A private key, from PKCS #8; nil where it is none.
    convenience init?(privateKey der: [UInt8]) {
        let key = unsafe der.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return unsafe d2i_AutoPrivateKey(nil, &place, bytes.count)
        }
        guard let key = unsafe key else { return nil }
        unsafe self.init(key)
    }

    /// A public key, from SubjectPublicKeyInfo; nil where its point is not on the curve.
    convenience init?(publicKey der: [UInt8]) {
        let key = unsafe der.withUnsafeBufferPointer { bytes in
            var place = bytes.baseAddress
            return unsafe d2i_PUBKEY(nil, &place, bytes.count)
        }
        guard let key = unsafe key else { return nil }
        unsafe self.init(key)
    }

    /// The public half as SubjectPublicKeyInfo.
    var publicDER: [UInt8] {
        let length = Int(unsafe i2d_PUBKEY(raw, nil))
        guard length > 0 else { return [] }
        return unsafe [UInt8](unsafeUninitializedCapacity: length) { bytes, count in
            var place = bytes.baseAddress
            count = max(0, Int(unsafe i2d_PUBKEY(raw, &place)))
        }
    }

    /// A signature in DER; nil where OpenSSL fails.
    func sign(_ message: [UInt8]) -> [UInt8]? {
        unsafe withContext { context in
            guard unsafe EVP_DigestSignInit(context, nil, EVP_sm3(), nil, raw) == 1 else { return nil }
            var length = 0
            guard
                unsafe message.withUnsafeBufferPointer({
                    unsafe EVP_DigestSign(context, nil, &length, $0.baseAddress, $0.count)
                }) == 1
            else { return nil }
            var signature = [UInt8](repeating: 0, count: length)
            let made = unsafe message.withUnsafeBufferPointer { message in
                unsafe signature.withUnsafeMutableBufferPointer { signature in
                    unsafe EVP_DigestSign(context, signature.baseAddress, &length, message.baseAddress, message.count)
                }
            }
            return made == 1 ? Array(signature.prefix(length)) : nil
        }
    }

    /// Whether a signature in DER is this key's over a message.
    func verifies(_ signature: [UInt8], over message: [UInt8]) -> Bool {
        let answer = unsafe withContext { context -> Bool? in
            guard unsafe EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, raw) == 1 else { return nil }
            return unsafe message.withUnsafeBufferPointer { message in
                unsafe signature.withUnsafeBufferPointer { signature in
                    unsafe EVP_DigestVerify(
                        context,
                        signature.baseAddress,
                        signature.count,
                        message.baseAddress,
                        message.count
                    )
                } == 1
            }
        }
        // What failed stays on OpenSSL's list of errors of this thread, where the next caller would find it.
        ERR_clear_error()
        return answer ?? false
    }

    /// Lends a digest context that signs the usual identity along; nil where there is no memory for one.
    private func withContext<Value>(_ body: (OpaquePointer) -> Value?) -> Value? {
        guard let key = unsafe EVP_PKEY_CTX_new(raw, nil) else { return nil }
        defer { unsafe EVP_PKEY_CTX_free(key) }
        guard let context = unsafe EVP_MD_CTX_new() else { return nil }
        defer { unsafe EVP_MD_CTX_free(context) }
        let isNamed = unsafe Self.identity.withUnsafeBytes { identity in
            unsafe EVP_PKEY_CTX_set1_id(key, identity.baseAddress, Int32(identity.count))
        }
        guard isNamed > 0 else { return nil }
        unsafe EVP_MD_CTX_set_pkey_ctx(context, key)
        return unsafe body(context)
    }
}
