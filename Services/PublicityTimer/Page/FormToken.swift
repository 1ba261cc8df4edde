import Cryptography
import Foundation
import Kernel

/// What a page's form carries to show that this service handed it out, to somebody who could see the page.
///
/// It is made of an hour and a keyed hash and tells nothing about who asked. A form that another site sends has none.
struct FormToken {
    /// A form is good for a day: nobody writes longer.
    private static let seconds = 86_400.0

    let keys: KeyRing

    /// A token for the form of a notice.
    func make(for notice: UUID, at now: Date) -> String {
        let until = String(Int((now.timeIntervalSince1970 + Self.seconds).rounded()), radix: 36)
        return "\(until)-\(Digest.hex(hash(notice, until)))"
    }

    /// Whether a token was made for the form of this notice, not too long ago.
    func isGood(_ token: String, for notice: UUID, at now: Date) -> Bool {
        let parts = token.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2, let until = Int(parts[0], radix: 36) else { return false }
        let isOurs = Digest.hex(hash(notice, parts[0])).isSame(as: parts[1])
        return isOurs && Double(until) >= now.timeIntervalSince1970
    }

    private func hash(_ notice: UUID, _ until: String) -> [UInt8] {
        Array(keys.index.of("form \(notice.lowercase) \(until)").prefix(16))
    }
}

extension Collection<UInt8> {
    /// Whether both are equal, in a time that does not tell where they differ.
    func isSame(as other: some Collection<UInt8>) -> Bool {
        guard count == other.count else { return false }
        return zip(self, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension String {
    /// Whether both are equal, in a time that does not tell where they differ.
    func isSame(as other: String) -> Bool { utf8.isSame(as: other.utf8) }
}
