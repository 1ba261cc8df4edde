import CertificateDomain

@testable import CertificateService

extension Refusals {
    static let papers = Refusals(
        [
            NotOnPaper(), PaperOverfull(), PaperJobUnfinished(), PaperJobOver(), PhotoUnreadable(),
            PhotoShape(width: 1, height: 1), CopyForPurpose.Rejection.purposeMissing,
            CopyForPurpose.Rejection.endsBeforeToday, CopyForPurpose.Rejection.tooLong(days: 180),
            PhotosRefusal.noArchive, PhotosRefusal.empty, PhotosRefusal.encrypted, PhotosRefusal.bomb,
            PhotosRefusal.tooLarge(most: TakePhotos.mostBytes), PhotosRefusal.tooMany(most: TakePhotos.mostFiles),
            PhotosRefusal.severalLists, PhotosRefusal.tooManyPixels,
        ],
        ofFields: [
            "certificate.template-words", "certificate.template-issuer", "certificate.template-queries",
            "certificate.template-address", "certificate.template-official",
            "certificate.photos-nobody", "certificate.photos-several", "certificate.photos-twice",
        ]
    )
}
