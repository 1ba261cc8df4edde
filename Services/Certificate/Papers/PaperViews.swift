import Attachments
import CertificateDomain
import Cryptography
import Documents
import Foundation
import Kernel
import Messaging

/// A photo that is kept.
struct PhotoView: Encodable {
    let sha256: String
    let size: Int
    /// What may be better about it: `coarse`, `ratio`, `background`.
    let hints: [IdentityPhoto.Hint]

    init(_ record: AttachmentRecord, hints: [IdentityPhoto.Hint]) {
        self.hints = hints
        sha256 = record.sha256
        size = record.declared.size
    }
}

/// What a copy is asked for.
struct CopyBody: Decodable {
    let purpose: String
    /// The last day it is good.
    let through: LocalDate
}

/// A copy made for a purpose.
struct CopyView: Encodable {
    let id: ID<CopyForPurpose>
    let purpose: String
    let through: LocalDate
    let madeOn: LocalDate
    /// Whether its link still leads to it.
    let isGood: Bool
    /// Told once, when it is made; nobody can find it again.
    let link: String?

    init?(_ copy: Stored<CopyForPurpose>, today: LocalDate, link: String?) {
        guard let made = copy.state.made else { return nil }
        id = ID(copy.id)
        purpose = made.purpose
        through = made.through
        madeOn = made.on
        isGood = copy.state.isGood(on: today)
        self.link = link
    }
}

/// What a link to a copy ends with: 160 bits nobody guesses.
enum CopyToken {
    static func new() -> String {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        return Digest.hex(bytes)
    }
}
