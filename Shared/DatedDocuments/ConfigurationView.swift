import Foundation
import Kernel

/// A dated document as people see it.
package struct ConfigurationView<Kind: BuiltInKind>: Encodable {
    package let kind: Kind
    package let kindName: String
    /// SHA-256 of its canonical bytes, in hex.
    package let digest: String
    package let inForceFrom: LocalDate
    /// Whether it is the one followed today.
    package var isInForce = false
    /// Who laid it down and when; nil for what the service brings along.
    package let laidDownBy: String?
    package let laidDownOn: LocalDate?
    package let document: Shown

    /// Any document, encoded as itself.
    package struct Shown: Encodable {
        package let document: any DatedDocument<Kind>

        package func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }
    }

    /// One that is laid down or looked through just now.
    init(_ read: ReadDocument<Kind>) {
        self.init(read, by: nil, on: nil)
    }

    /// One that was laid down.
    init(_ row: ConfigurationStore.Row<Kind>) throws {
        guard case .laidDown(let kind, _, _, let account, let day) = row.record else { throw NotFound("configuration") }
        self.init(try ReadDocument(kind.document, Array(row.document.utf8)), by: account, on: day)
    }

    /// The one the service brings along.
    ///
    /// - Throws: `InvalidInput` where it could not be followed; tests read each of them.
    package init(builtIn kind: Kind) throws {
        self.init(try ReadDocument(kind.document, kind.builtIn), by: nil, on: nil)
    }

    private init(_ read: ReadDocument<Kind>, by account: String?, on day: LocalDate?) {
        kind = read.kind
        kindName = read.kind.chinese
        digest = read.digest
        inForceFrom = read.inForceFrom
        laidDownBy = account
        laidDownOn = day
        document = Shown(document: read.document)
    }
}
