import Contracts
import Crypto

/// A fact as it was read from the queue.
///
/// An object, because it is handed on from array to array, and an envelope has a dozen parts to be counted each time.
final class Readable: Sendable {
    let envelope: Envelope
    let body: [UInt8]
    /// SHA-256 of the body.
    let digest: [UInt8]
    /// What the body says, where that was read ahead of the transaction.
    let fact: (any Fact)?

    init(envelope: Envelope, body: [UInt8], fact: (any Fact)? = nil) {
        self.envelope = envelope
        self.body = body
        self.fact = fact
        var hash = SHA256()
        unsafe body.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        digest = unsafe hash.finalize().withUnsafeBytes { unsafe Array($0) }
    }
}
