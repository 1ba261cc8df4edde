import Contracts
import Cryptography

/// Which trust list is meant: a status list names the one that was current, so that nobody is shown an older one beside it.
package struct TrustListReference: Hashable, Sendable, Codable {
    /// ``TrustList/version``.
    package let version: Int
    /// SHA-256 over the list's bytes as they are signed, in hex.
    package let digest: String

    /// A reference.
    package init(version: Int, digest: String) {
        self.version = version
        self.digest = digest
    }

    /// The reference to a published trust list; nil where that is none.
    package init?(_ signed: SignedList) {
        guard signed.kind == .trust, let bytes = Base64URL.bytes(of: signed.payload),
            let list = try? WireFormat.decode(TrustList.self, from: bytes)
        else { return nil }
        self.init(version: list.version, digest: Digest.sha256Hex(bytes))
    }

    /// What is to be held of another trust list beside the status list that names this one; a newer one may be there already.
    func problem(_ list: TrustList, digest: String) -> Finding? {
        if list.version < version { return .trustListOutdated(version: list.version, current: version) }
        if list.version == version, digest != self.digest { return .trustListContradicted(version: version) }
        return nil
    }
}
