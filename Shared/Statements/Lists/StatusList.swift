import Cryptography
import Foundation
import Kernel

/// The certificates that are issued and not in force; every other one whose statement holds is.
///
/// Nobody can read from it who is on it: an entry is found with the signature of the statement, which only a holder of the code has.
package struct StatusList: Hashable, Sendable, Codable {
    /// A statement about a certificate that is not in force.
    package struct Entry: Hashable, Sendable, Codable {
        /// ``StatusList/mark(signature:)``.
        package let mark: String
        package let status: CertificateStatus
        /// Since that day.
        package let on: LocalDate
        package let reason: StatusReason

        /// An entry.
        package init(mark: String, status: CertificateStatus, on: LocalDate, reason: StatusReason) {
            self.mark = mark
            self.status = status
            self.on = on
            self.reason = reason
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

    /// The entry of a statement, nil where its certificate is in force.
    package func entry(of signed: SignedStatement) -> Entry? {
        let mark = Self.mark(signature: signed.signature)
        return entries.first { $0.mark == mark }
    }
}
