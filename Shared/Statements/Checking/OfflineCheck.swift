import Contracts
import Cryptography
import Foundation
import Kernel

/// Checks statements with nothing but two downloaded lists.
package struct OfflineCheck: Sendable {
    /// The lists, as far as they could be read.
    package let trust: List<TrustList>
    package let status: List<StatusList>
    private let now: Date

    /// A list a reader brought along.
    package enum List<Value: Hashable & Sendable & Codable>: Hashable, Sendable {
        /// `digest` is SHA-256 over the bytes that are signed, in hex.
        case readable(Value, signedBy: VerifyingKey, digest: String)
        case tampered
        case stranger

        init(_ list: SignedList?, _ kind: SignedList.Kind, trusting anchors: Set<String>?) {
            guard let list, list.kind == kind else {
                self = .tampered
                return
            }
            switch list.read(trusting: anchors) {
            case .tampered: self = .tampered
            case .stranger: self = .stranger
            case .signed(let key, let bytes):
                guard let value = try? WireFormat.decode(Value.self, from: bytes) else {
                    self = .tampered
                    return
                }
                self = .readable(value, signedBy: key, digest: Digest.sha256Hex(bytes))
            }
        }

        /// The list, where it is the bureau's.
        package var value: Value? {
            guard case .readable(let value, _, _) = self else { return nil }
            return value
        }
    }

    /// - Parameters:
    ///   - trust: The trust list as it was downloaded.
    ///   - status: The status list as it was downloaded.
    ///   - anchors: Fingerprints of keys the reader knows to be the bureau's; nil believes the trust list's own.
    ///   - now: What time it is.
    package init(trust: [UInt8], status: [UInt8], anchors: Set<String>?, now: Date) {
        self.now = now
        let lists = [trust, status].map { try? WireFormat.decode(SignedList.self, from: $0) }
        self.trust = List(lists[0], .trust, trusting: anchors)
        // The status list is the bureau's where the trust list says whose keys are.
        let bureau = self.trust.value.map { Set($0.bureauKeys.compactMap(\.fingerprint)) }
        self.status = List(lists[1], .status, trusting: bureau ?? anchors)
    }

    /// What is to be held of the text of a QR code.
    package func finding(_ text: String) -> Finding {
        guard let signed = SignedStatement(text: text) else { return .unreadable }
        let (list, digest): (TrustList, String)
        switch trust {
        case .tampered: return .trustListTampered
        case .stranger: return .trustListOfStranger
        case .readable(let value, _, let sum): (list, digest) = (value, sum)
        }
        // An older list may still vouch for a key that was revoked since.
        if let named = status.value?.trust, let problem = named.problem(list, digest: digest) { return problem }
        if let problem = Self.problem(signed, list) { return problem }
        guard list.validUntil >= now else { return .trustListStale(issuedAt: list.issuedAt) }
        guard let states = status.value else { return .statusListTampered }
        let (statement, entry) = (signed.statement, states.entry(of: signed))
        let isStale = states.validUntil < now
        // What is final stays so, however old the list is.
        if let entry, !isStale || entry.status != .suspended {
            switch entry.standing {
            case .superseded: return .superseded(statement, on: entry.on)
            case .notInForce(let status, let reason): return .notInForce(statement, status, on: entry.on, reason)
            }
        }
        return isStale ? .statusListStale(statement, issuedAt: states.issuedAt) : .valid(statement)
    }

    /// What is wrong with a signature and its key; nil where nothing is.
    package static func problem(_ signed: SignedStatement, _ list: TrustList) -> Finding? {
        guard let key = list.key(signed.key), let verifier = key.verifier, key.algorithm == signed.algorithm else {
            return .unknownKey
        }
        guard signed.isSigned(by: verifier) else { return .forged }
        guard key.creditCode == signed.statement.creditCode else { return .otherIssuer }
        if key.state == .revoked {
            return .keyRevoked(on: key.until ?? key.from, reason: key.reason ?? "")
        }
        // A later key may sign again what was issued before it was made; what was issued after it retired it cannot have signed.
        if let until = key.until, signed.statement.issuedOn > until { return .outsideKeyTime }
        return nil
    }
}
