import CertificateDomain

@testable import CertificateService

extension Refusals {
    static let provincial = Refusals(
        [
            Upload.Rejection.unknown, Upload.Rejection.underWay, Upload.Rejection.taken, Drift.Rejection.unknown,
            Drift.Rejection.reasonMissing, Drift.Rejection.closed, NothingToUpload(), UploadedByConnector(),
            NoProvince(), NotResendable(), NotAboutNumber(), ReceiptWorkbookUnreadable(sentence: "文件是空的。"),
        ],
        ofFields: []
    )
}
