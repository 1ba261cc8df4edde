import Documents
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Photos of many at once.
    var photoRoutes: [Route] {
        [
            Route("POST /registrations/{id}/photos", mostBytes: TakePhotos.mostBytes + (64 << 10)) { call, tx in
                guard let registration = try RegistrationRegister().find(call.id(), in: tx) else {
                    throw NotFound("registration")
                }
                try requireOwn(registration, call)
                let upload = try ImportUpload(call)
                let take = TakePhotos(photos: printCertificates.photos, vault: printCertificates.vault)
                let outcome = try take(
                    upload.bytes,
                    of: registration.id,
                    isRehearsal: upload.isRehearsal,
                    because: call.cause,
                    in: tx
                )
                return try .ok(PhotosTakenView(outcome, isRehearsal: upload.isRehearsal))
            }
        ]
    }

    /// Of photos of many at once.
    static let photoMessages: [MessageCatalogue.Message] = [
        .init("certificate.photos-no-archive", 422, zh: "不是完整的 zip 压缩包,请重新打包", en: "Not a whole zip archive."),
        .init("certificate.photos-empty", 422, zh: "压缩包中没有照片", en: "There is no photo in the archive."),
        .init(
            "certificate.photos-encrypted",
            422,
            zh: "压缩包设有密码,请去掉密码后重新打包",
            en: "The archive is protected by a password."
        ),
        .init("certificate.photos-bomb", 422, zh: "压缩包解压后过大,不予处理", en: "The archive unpacks to far too much."),
        .init("certificate.photos-too-large", 413, zh: "压缩包最大 {most} MB,请分批上传", en: "At most {most} MB an archive."),
        .init(
            "certificate.photos-too-many",
            422,
            zh: "一个压缩包最多 {most} 个文件,请分批上传",
            en: "At most {most} files an archive."
        ),
        .init(
            "certificate.photos-lists",
            422,
            zh: "压缩包中有多份清单,请只保留一份",
            en: "More than one list lies beside the photos."
        ),
        .init(
            "certificate.photos-pixels",
            422,
            zh: "本次照片的像素总量过大,请缩小照片或分批上传",
            en: "The photos of this archive have too many pixels together."
        ),
        .init(
            "certificate.photos-nobody",
            422,
            zh: "文件名(或清单)中没有本批次人员的证书编号或证件号码",
            en: "Neither its name nor the list has a number of somebody of this registration."
        ),
        .init("certificate.photos-several", 422, zh: "文件名(或清单)指向多人", en: "Its name or the list means several persons."),
        .init(
            "certificate.photos-twice",
            422,
            zh: "同一人有多张照片(另见 {other}),请只保留一张",
            en: "There is another photo of this person: {other}."
        ),
    ]
}

/// What became of an archive of photos.
struct PhotosTakenView: Encodable {
    /// One file.
    struct File: Encodable {
        let file: String
        let certificate: String?
        let name: String?
        /// Whether it is kept, or would be.
        let isTaken: Bool
        let hints: [IdentityPhoto.Hint]
        let code: String?
        let sentence: String?
    }

    /// A line of the list whose file is not there.
    struct Missing: Encodable {
        let row: Int
        let file: String
    }

    /// Somebody without a photo.
    struct Without: Encodable {
        let certificate: String
        let name: String
    }

    let dryRun: Bool
    let taken: Int
    let refused: Int
    let files: [File]
    let missing: [Missing]
    let withoutPhoto: [Without]

    init(_ outcome: TakePhotos.Outcome, isRehearsal: Bool) {
        dryRun = isRehearsal
        taken = outcome.files.count { $0.problem == nil }
        refused = outcome.files.count - taken
        files = outcome.files.map { file in
            File(
                file: file.name,
                certificate: file.holder?.certificate.lowercase,
                name: file.holder?.name,
                isTaken: file.problem == nil,
                hints: file.hints,
                code: file.problem?.code,
                sentence: file.problem.map { Main.messages.chinese($0.code, $0.arguments) }
            )
        }
        missing = outcome.missing.map { Missing(row: $0.row, file: PhotoHolders.masked($0.file)) }
        withoutPhoto = outcome.without.map { Without(certificate: $0.certificate.lowercase, name: $0.name) }
    }
}
