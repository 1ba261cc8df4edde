import Cryptography
import Foundation
import Kernel

/// The statements about certificates that are not in force, and those that a corrected one replaced; every other one that holds is good.
///
/// Nobody can read from it who is on it: an entry is found with the signature of the statement, which only a holder of the code has.
package struct StatusList: Hashable, Sendable, Codable {
    /// A statement that is not to be relied on as it is.
    package struct Entry: Hashable, Sendable {
        /// How it stands.
        package enum Standing: Hashable, Sendable {
            /// Its certificate is not in force.
            case notInForce(CertificateStatus, StatusReason)
            /// Its certificate was corrected after issue and states something else now.
            case superseded
        }

        /// ``StatusList/mark(signature:)``.
        package let mark: String
        package let standing: Standing
        /// Since that day.
        package let on: LocalDate

        /// An entry.
        package init(mark: String, _ standing: Standing, on: LocalDate) {
            self.mark = mark
            self.standing = standing
            self.on = on
        }

        /// The certificate's status; nil for a statement that was replaced by another about the same certificate.
        package var status: CertificateStatus? {
            guard case .notInForce(let status, _) = standing else { return nil }
            return status
        }

        /// Why the certificate is not in force; nil for a statement that was replaced.
        package var reason: StatusReason? {
            guard case .notInForce(_, let reason) = standing else { return nil }
            return reason
        }
    }

    /// How far the list reaches.
    package enum Reach: String, Hashable, Sendable, Codable {
        /// Certificates that were issued here, whose statements are signed; those entered from before have none, and are asked for
        /// by number and name.
        case issuedHere = "issued-here"
    }

    /// Counted up from 1.
    package let version: Int
    package let issuedAt: Date
    /// After that it does not tell what is in force.
    package let validUntil: Date
    package let reach: Reach
    /// The trust list that was current; nil before the first.
    package let trust: TrustListReference?
    /// By mark.
    package let entries: [Entry]

    /// A list.
    package init(
        version: Int,
        issuedAt: Date,
        validUntil: Date,
        reach: Reach = .issuedHere,
        trust: TrustListReference?,
        entries: [Entry]
    ) {
        self.version = version
        self.issuedAt = issuedAt
        self.validUntil = validUntil
        self.reach = reach
        self.trust = trust
        self.entries = entries
    }

    /// What a statement is found by: the first 16 bytes of SHA-256 over the first half of its signature, in hex.
    ///
    /// Only the first half (r): anybody can write the other half of an ES256 signature in a second way that holds, and a holder must not
    /// leave the list by that.
    package static func mark(signature: [UInt8]) -> String {
        let half = signature.prefix(SignatureAlgorithm.signatureLength / 2)
        return String(Digest.sha256Hex(Array("gongjiang status 2\n".utf8) + half).prefix(32))
    }

    /// The entry of a statement, nil where it is the one that stands and its certificate is in force.
    package func entry(of signed: SignedStatement) -> Entry? {
        let mark = Self.mark(signature: signed.signature)
        return entries.first { $0.mark == mark }
    }
}

extension StatusList.Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case mark, status, on, reason
    }

    /// What `status` says of a statement that was replaced.
    private static let superseded = "superseded"

    package init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: CodingKeys.self)
        let isSuperseded = try members.decode(String.self, forKey: .status) == Self.superseded
        self.init(
            mark: try members.decode(String.self, forKey: .mark),
            isSuperseded
                ? .superseded
                : .notInForce(
                    try members.decode(CertificateStatus.self, forKey: .status),
                    try members.decode(StatusReason.self, forKey: .reason)
                ),
            on: try members.decode(LocalDate.self, forKey: .on)
        )
    }

    package func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(mark, forKey: .mark)
        try members.encode(on, forKey: .on)
        switch standing {
        case .superseded: try members.encode(Self.superseded, forKey: .status)
        case .notInForce(let status, let reason):
            try members.encode(status, forKey: .status)
            try members.encode(reason, forKey: .reason)
        }
    }
}
