/// The numbers of a draw, from a seed and the witness's word: SHA-256 over their digest and a counter.
///
/// The key is SHA-256 of `<seed>:<word>` as it is written. The n-th number, from 0, is the first eight bytes, big-endian, of SHA-256
/// over the key followed by n as eight bytes big-endian. Anybody can make them again with any SHA-256.
package struct DrawGenerator: RandomNumberGenerator {
    private let key: [UInt8]
    private var counter: UInt64 = 0

    /// The numbers of a seed and a word.
    package init(seed: String, word: String) {
        key = Digest.sha256(Array("\(seed):\(word)".utf8))
    }

    package mutating func next() -> UInt64 {
        let block = Digest.sha256(key + Self.bytes(counter))
        counter += 1
        return block.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A new seed, 32 bytes in hex.
    package static func newSeed() -> String {
        var system = SystemRandomNumberGenerator()
        return Digest.hex((0..<4).flatMap { _ in bytes(system.next()) })
    }

    /// What is published of a seed before the draw.
    package static func digest(of seed: String) -> String { Digest.sha256Hex(Array(seed.utf8)) }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }
}
