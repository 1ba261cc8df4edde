import CertificateDomain
import Foundation
import Kernel

/// Values the tests of the provincial connector share.
enum UploadSamples {
    static let noon = Samples.day("2026-10-14").start.addingTimeInterval(12 * 3600)
    static let number = "Y00003716000126T000001"
    static let otherNumber = "Y00003716000126T000002"

    static let subject = Upload.Subject(
        certificate: Samples.uuid(40),
        person: Samples.uuid(20),
        creditCode: Samples.enterprise.creditCode,
        determinedOn: Samples.day("2026-10-14")
    )

    /// An upload of which these things were heard.
    static func upload(_ commands: [Upload.Command], number: String? = nil) throws -> Upload {
        var upload = Upload.initial
        let first = Upload.Command.queue(subject, digest: "a", number: number, at: noon)
        for command in [first] + commands {
            for event in try upload.decide(command) { upload.apply(event) }
        }
        return upload
    }

    static func receipt(_ outcome: Receipt.Outcome, revision: Int = 1, number: String? = nil) -> Receipt {
        Receipt(
            revision: revision,
            outcome: outcome,
            reason: outcome == .rejected ? "证件号码有误" : nil,
            number: number,
            source: .connector,
            at: noon
        )
    }
}
