import Cryptography
import Foundation
import Kernel

/// The certificates that are issued and not in force; every other one whose statement holds is.
///
/// Nobody can read from it who is on it: an entry is found by number and name together.
package struct StatusList: Hashable, Sendable, Codable {
    /// A certificate that is not in force.
    package struct Entry: Hashable, Sendable, Codable {
        /// ``StatusList/mark(number:name:)``.
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

    /// Counted up from 1.
    package let version: Int
    package let issuedAt: Date
    /// After that it does not tell what is in force.
    package let validUntil: Date
    /// By mark.
    package let entries: [Entry]

    /// A list.
    package init(version: Int, issuedAt: Date, validUntil: Date, entries: [Entry]) {
        self.version = version
        self.issuedAt = issuedAt
        self.validUntil = validUntil
        self.entries = entries
    }

    /// What a certificate is found by: the first 16 bytes of SHA-256 over number and name as printed, in hex.
    package static func mark(number: CertificateNumber, name: String) -> String {
        String(Digest.sha256Hex(Array("gongjiang status\n\(number.text)\n\(name)".utf8)).prefix(32))
    }

    /// The entry of a certificate, nil where it is in force.
    package func entry(of statement: CertificateStatement) -> Entry? {
        let mark = Self.mark(number: statement.number, name: statement.name)
        return entries.first { $0.mark == mark }
    }
}
