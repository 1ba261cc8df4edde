import Attachments
import Documents
import Foundation
import Kernel
import Messaging
import Postgres

/// The holders' photos (一寸免冠照), encrypted at rest; a certificate has one, and a new one takes its place.
struct Photos: Sendable {
    /// A one-inch photo and what it is refused for.
    static let purpose = AttachmentPurpose(
        "photo",
        kinds: [.jpeg, .png],
        mostBytes: 2 << 20,
        mostFiles: 1,
        isSealed: true
    )
    /// The fewest pixels of width and height: 25 × 35 mm at 150 to the inch.
    static let least = (width: 148, height: 207)

    let attachments: AttachmentStore

    /// The bytes of a certificate's photo; nil where it has none.
    func bytes(of certificate: UUID, in tx: borrowing Transaction) throws -> [UInt8]? {
        guard let photo = try attachments.list(of: Self.owner(certificate), in: tx).last else { return nil }
        return try attachments.content(of: photo.id, most: Self.purpose.mostBytes, in: tx)
    }

    /// Keeps a photo that was read before in the place of the one before.
    @discardableResult
    func keep(
        _ photo: IdentityPhoto,
        name: String,
        of certificate: UUID,
        by account: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> AttachmentRecord {
        for before in try attachments.list(of: Self.owner(certificate), in: tx) {
            try attachments.discard(before.id, because: cause, in: tx)
        }
        return try attachments.add(
            photo.jpeg,
            name: "\(name.prefix(60)).jpg",
            purpose: Self.purpose.name,
            of: Self.owner(certificate),
            uploadedBy: account,
            because: cause,
            in: tx
        )
    }

    /// Which of these certificates have no photo.
    func missing(_ certificates: [UUID], in tx: borrowing Transaction) throws -> Set<UUID> {
        try Set(certificates.filter { try attachments.list(of: Self.owner($0), in: tx).isEmpty })
    }

    /// A picture, decoded whole, that is about 5 to 7; it takes a while, so it is read before anything is locked.
    ///
    /// - Throws: ``PhotoUnreadable``, ``PhotoShape``.
    static func read(_ bytes: [UInt8]) throws -> IdentityPhoto {
        let photo: IdentityPhoto
        do {
            photo = try IdentityPhoto(bytes)
        } catch {
            throw PhotoUnreadable()
        }
        let ratio = Double(photo.width) / Double(photo.height)
        guard photo.width >= least.width, photo.height >= least.height, (0.62...0.82).contains(ratio) else {
            throw PhotoShape(width: photo.width, height: photo.height)
        }
        return photo
    }

    private static func owner(_ certificate: UUID) -> AttachmentOwner { AttachmentOwner("certificate", certificate) }
}

/// The file is no whole JPEG or PNG picture.
struct PhotoUnreadable: Rejection, Hashable {
    var code: String { "certificate.photo-unreadable" }
}

/// The picture is no one-inch portrait.
struct PhotoShape: Rejection, Hashable {
    let width: Int
    let height: Int

    var code: String { "certificate.photo-shape" }
    var arguments: [String: String] {
        ["least": "\(Photos.least.width)×\(Photos.least.height)", "found": "\(width)×\(height)"]
    }
}
