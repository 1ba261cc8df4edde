import CertificateDomain
import Foundation
import Kernel
import Messaging

/// A number of the ledger as officers see it.
struct NumberView: Encodable {
    let number: CertificateNumber
    let standing: NumberStanding
    let standingName: String
    let source: NumberSource
    let sourceName: String
    /// Why it came to nothing, or from where it was entered.
    let reason: String?
    let reasonName: String?
    /// The day it came to stand so.
    let notedOn: String
    let certificate: String?
    let certificateState: String?
    let registration: String?

    init(_ line: NumberRegister.Line) {
        let entry = line.entry
        number = entry.number
        standing = entry.standing
        standingName = entry.standing.chinese
        source = entry.source
        sourceName = entry.source.chinese
        reason = entry.reason
        reasonName = entry.reason.map { VoidReason(rawValue: $0)?.chinese ?? $0 }
        notedOn = line.notedOn
        certificate = entry.certificate?.lowercase
        certificateState = line.stage
        registration = entry.registration?.lowercase
    }
}

/// A page of the ledger; its numbers are what it is paged by.
struct NumberPage: Encodable {
    let items: [NumberView]
    let next: String?

    private enum Keys: CodingKey {
        case items, next
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(items, forKey: .items)
        try container.encode(next, forKey: .next)
    }
}

/// What was counted.
struct RecountView: Encodable {
    struct Series: Encodable {
        let series: String
        let agencyCode: String
        let year: Int
        let level: String
        let first: Int?
        let last: Int?
        let reserved: Int
        let given: Int
        let void: Int
        let entered: Int
        let passedOver: [SerialRun]
        let gaps: [SerialRun]

        init(_ counted: RecountNumbers.Series) {
            series = counted.series.text
            agencyCode = counted.series.agency.text
            year = counted.series.year
            level = String(counted.series.level)
            first = counted.taken?.first
            last = counted.taken?.last
            reserved = counted.reserved
            given = counted.given
            void = counted.void
            entered = counted.entered
            passedOver = counted.passedOver
            gaps = counted.gaps
        }
    }

    let isSound: Bool
    let series: [Series]
    let contradictions: [String]

    init(_ findings: RecountNumbers.Findings) {
        isSound = findings.isSound
        series = findings.series.map(Series.init)
        contradictions = findings.contradictions
    }
}
