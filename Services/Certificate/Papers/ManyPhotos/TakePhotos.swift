import Attachments
import CertificateDomain
import Contracts
import Documents
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets

/// Takes photos of a registration's persons from one archive: whom a file is of is told by its name, or by a list beside the files.
///
/// Good files are kept in one transaction, the others named; of an archive that is refused nothing is kept.
struct TakePhotos {
    /// The largest archive, in bytes.
    static let mostBytes = 64 << 20
    /// The most files of one archive.
    static let mostFiles = 1_000
    /// The most pixels that are decoded for one request; further files are refused.
    static let mostPixels = 300_000_000

    let photos: Photos
    let vault: IdentityVault

    /// What became of one file.
    struct FileOutcome {
        /// Its name, without the middle of document numbers: answers are kept for repeated requests.
        let name: String
        var holder: PhotoHolder?
        var hints: [IdentityPhoto.Hint] = []
        var problem: FieldProblem?
    }

    /// What became of an archive.
    struct Outcome {
        let files: [FileOutcome]
        /// Lines of the list that name files which are not there, by the number of the row.
        let missing: [(row: Int, file: String)]
        /// Who has no photo, neither from before nor from this archive.
        let without: [PhotoHolder]
    }

    /// Reads an archive and keeps what is good.
    ///
    /// - Parameters:
    ///   - bytes: A zip archive.
    ///   - registration: Whose persons the photos are of.
    ///   - isRehearsal: Whether only what would come of it is told.
    ///   - cause: Who does it.
    ///   - tx: The transaction.
    /// - Returns: What became of each file.
    /// - Throws: ``PhotosRefusal`` for the archive, `SpreadsheetError` for its list.
    func callAsFunction(
        _ bytes: [UInt8],
        of registration: UUID,
        isRehearsal: Bool,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Outcome {
        let archive = try Self.open(bytes)
        let list = try PhotoList(in: archive)
        let holders = try PhotoHolders(of: registration, vault, in: tx)
        let files = archive.files.filter { $0 != list.file }
        guard !files.isEmpty else { throw PhotosRefusal.empty }
        var outcomes = files.map { file in
            var outcome = FileOutcome(name: PhotoHolders.masked(file.path ?? "?"))
            switch holders.find(list.keys(of: file) ?? PhotoHolders.keys(of: file)) {
            case .one(let holder): outcome.holder = holder
            case .nobody: outcome.problem = FieldProblem(field: "file", code: "certificate.photos-nobody")
            case .several: outcome.problem = FieldProblem(field: "file", code: "certificate.photos-several")
            }
            return outcome
        }
        refuseTwice(&outcomes)
        let decoded = try decode(files, &outcomes, archive)
        let places = decoded.keys.sorted { lhs, rhs in
            // Rows are locked in one order, whatever the files are called.
            (outcomes[lhs].holder?.certificate ?? .lowest).lowercase
                < (outcomes[rhs].holder?.certificate ?? .lowest).lowercase
        }
        for place in places where !isRehearsal {
            guard let photo = decoded[place], let holder = outcomes[place].holder else { continue }
            _ = try ReissueStore().lock(holder.certificate, in: tx)
            try photos.keep(
                photo,
                name: "photo",
                of: holder.certificate,
                by: cause.actor,
                because: cause,
                in: tx
            )
        }
        let taken = Set(places.compactMap { outcomes[$0].holder?.certificate })
        let owners = holders.all.map(\.certificate).filter { !taken.contains($0) }
        let without = try photos.missing(owners, in: tx)
        return Outcome(
            files: outcomes,
            missing: list.missing(from: files),
            without: holders.all.filter { without.contains($0.certificate) && $0.needsPhoto }
        )
    }

    /// Opens an archive.
    private static func open(_ bytes: [UInt8]) throws(PhotosRefusal) -> PackedFiles {
        var limits = ReadingLimits()
        limits.fileBytes = mostBytes
        limits.unpackedBytes = 4 * mostBytes
        do throws(SpreadsheetError) {
            return try PackedFiles(bytes, most: mostFiles, limits: limits)
        } catch {
            throw PhotosRefusal(error)
        }
    }

    /// Nobody can say which of two photos of a person is meant.
    private func refuseTwice(_ outcomes: inout [FileOutcome]) {
        let places = Dictionary(grouping: outcomes.indices.filter { outcomes[$0].holder != nil }) {
            outcomes[$0].holder?.certificate
        }
        for same in places.values where same.count > 1 {
            for place in same {
                let other = same.first { $0 != place }.map { outcomes[$0].name } ?? ""
                outcomes[place].problem = FieldProblem(
                    field: "file",
                    code: "certificate.photos-twice",
                    arguments: ["other": other]
                )
            }
        }
    }

    /// The photos of the files that have a holder and are photos, by place.
    private func decode(
        _ files: [PackedFiles.File],
        _ outcomes: inout [FileOutcome],
        _ archive: PackedFiles
    ) throws -> [Int: IdentityPhoto] {
        var decoded: [Int: IdentityPhoto] = [:]
        var pixels = 0
        for (place, file) in files.enumerated() where outcomes[place].problem == nil {
            do {
                guard let bytes = try Self.bytes(of: file, in: archive) else {
                    throw AttachmentRefusal.tooLarge(most: Photos.purpose.mostBytes)
                }
                // One that is too large by itself is refused before it is decoded, and takes nothing from the others.
                let size = IdentityPhoto.pixels(of: bytes) ?? 0
                if size <= IdentityPhoto.mostPixels { pixels += size }
                guard pixels <= Self.mostPixels else { throw PhotosRefusal.tooManyPixels }
                let photo = try Photos.read(bytes)
                decoded[place] = photo
                outcomes[place].hints = photo.hints
            } catch let refusal as PhotosRefusal where refusal != .tooManyPixels {
                throw refusal
            } catch let rejection as any Rejection {
                outcomes[place].problem = FieldProblem(
                    field: "file",
                    code: rejection.code,
                    arguments: rejection.arguments
                )
            }
        }
        return decoded
    }

    private static func bytes(of file: PackedFiles.File, in archive: PackedFiles) throws -> [UInt8]? {
        do throws(SpreadsheetError) {
            return try archive.bytes(of: file, most: Photos.purpose.mostBytes)
        } catch {
            if case .damaged = error { throw PhotoUnreadable() }
            throw PhotosRefusal(error)
        }
    }
}

/// Why an archive of photos is refused as a whole, or a file of it for how many there are.
enum PhotosRefusal: Rejection, Hashable {
    /// No zip archive, or a damaged one.
    case noArchive
    /// There is no photo in it.
    case empty
    case encrypted
    /// It unpacks to far more than photos do.
    case bomb
    case tooLarge(most: Int)
    case tooMany(most: Int)
    /// More than one list lies beside the photos.
    case severalLists
    /// The photos together have more pixels than one request may ask for.
    case tooManyPixels

    init(_ error: SpreadsheetError) {
        self =
            switch error {
            case .encrypted: .encrypted
            case .bomb: .bomb
            case .tooLarge(let most): .tooLarge(most: most)
            case .tooManyRows(let most): .tooMany(most: most)
            default: .noArchive
            }
    }

    var code: String {
        switch self {
        case .noArchive: "certificate.photos-no-archive"
        case .empty: "certificate.photos-empty"
        case .encrypted: "certificate.photos-encrypted"
        case .bomb: "certificate.photos-bomb"
        case .tooLarge: "certificate.photos-too-large"
        case .tooMany: "certificate.photos-too-many"
        case .severalLists: "certificate.photos-lists"
        case .tooManyPixels: "certificate.photos-pixels"
        }
    }

    var arguments: [String: String] {
        switch self {
        case .tooLarge(let most): ["most": String(most >> 20)]
        case .tooMany(let most): ["most": String(most)]
        default: [:]
        }
    }
}
