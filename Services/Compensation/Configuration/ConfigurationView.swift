import CompensationDomain
import Contracts
import Cryptography
import Foundation
import Kernel

/// A dated document as people see it.
struct ConfigurationView: Encodable {
    let kind: ConfigurationKind
    let kindName: String
    /// SHA-256 of its canonical bytes, in hex.
    let digest: String
    let inForceFrom: LocalDate
    /// Whether it is the one followed today.
    var isInForce = false
    /// Who laid it down and when; nil for what the service brings along.
    let laidDownBy: String?
    let laidDownOn: LocalDate?
    let document: Shown

    /// Any document, encoded as itself.
    struct Shown: Encodable {
        let document: any DatedDocument

        func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }
    }

    init(_ read: LayDownConfiguration.Readable) {
        self.init(read, by: nil, on: nil)
    }

    /// One that was laid down.
    init(_ row: ConfigurationStore.Row) throws {
        guard case .laidDown(let kind, _, _, let account, let day) = row.record else { throw NotFound("configuration") }
        self.init(try LayDownConfiguration.Readable(kind.document, Array(row.document.utf8)), by: account, on: day)
    }

    /// The one the service brings along.
    init(builtIn kind: ConfigurationKind) throws {
        self.init(try LayDownConfiguration.Readable(kind.document, BuiltInConfiguration.bytes(kind)), by: nil, on: nil)
    }

    private init(_ read: LayDownConfiguration.Readable, by account: String?, on day: LocalDate?) {
        kind = read.kind
        kindName = read.kind.chinese
        digest = read.digest
        inForceFrom = read.inForceFrom
        laidDownBy = account
        laidDownOn = day
        document = Shown(document: read.document)
    }
}
