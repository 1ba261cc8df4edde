import Cryptography
import Foundation
import Kernel
import ServiceKit

/// What a page's form carries to show that this service handed it out, to somebody who could see the page.
///
/// It is made of an hour and a keyed hash and tells nothing about who asked. A form that another site sends has none.
struct FormToken {
    /// A form is good for a day: nobody writes longer.
    private static let seconds = 86_400.0

    let keys: KeyRing

    /// A token for the form of a notice; each form has its own.
    func make(for notice: UUID, at now: Date) -> String {
        let until = String(Int((now.timeIntervalSince1970 + Self.seconds).rounded()), radix: 36)
        let nonce = String(UInt64.random(in: .min ... .max), radix: 36)
        return "\(until)-\(nonce)-\(Digest.hex(hash(notice, "\(until)-\(nonce)")))"
    }

    /// Whether a token was made for the form of this notice, not too long ago.
    func isGood(_ token: String, for notice: UUID, at now: Date) -> Bool {
        guard let end = token.lastIndex(of: "-"), let until = token.split(separator: "-").first,
            let seconds = Int(until, radix: 36)
        else { return false }
        let isOurs = Digest.hex(hash(notice, String(token[..<end]))).isSame(
            as: String(token[token.index(after: end)...])
        )
        return isOurs && Double(seconds) >= now.timeIntervalSince1970
    }

    /// What a form that was filled in is known by: the same token with the same content is the same click.
    ///
    /// Somebody who goes back and writes something else objects again.
    func key(of form: Form) -> String {
        var content: [UInt8] = []
        for field in form.fields {
            content += Array("\(field.name.utf8.count) \(field.name) \(field.value.utf8.count) \(field.value) ".utf8)
        }
        for file in form.files { content += Array("\(file.fileName ?? "") \(file.bytes.count) ".utf8) + file.bytes }
        return Digest.hex(keys.index.of("form content \(Digest.sha256Hex(content))"))
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
