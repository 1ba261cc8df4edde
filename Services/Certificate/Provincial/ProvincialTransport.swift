import CertificateDomain
import Foundation

/// A way of handing records to the provincial system and hearing what it says; the rest of the service knows no other.
///
/// A workbook is carried by a person and hears nothing by itself: what is said comes by `POST /upload-receipts`.
protocol ProvincialTransport: Sendable {
    /// Whether what is at the other end only plays the provincial system.
    var isSandbox: Bool { get }

    /// Hands a delivery over, the same as often as it takes: the other side knows it by its id.
    func deliver(_ parcel: Parcel) async -> Heard<[ProvinceWire.Told?]>

    /// What was said after a place in the province's sequence.
    func receipts(after place: Int, at now: Date) async -> Heard<ProvinceWire.ReceiptPage>

    /// Counts and digests of all the province has.
    func summary(at now: Date) async -> Heard<[ProvinceWire.Group]>

    /// The records of an enterprise's determinations in a month.
    func records(of creditCode: String, month: String, at now: Date) async -> Heard<[ProvinceWire.Kept]>
}

/// Records on their way, with the real time they are sent at.
struct Parcel: Sendable {
    let delivery: UUID
    /// The rows as they were made, each JSON.
    let rows: [[UInt8]]
    /// The revision each upload is sent at.
    let uploads: [UUID: Int]
    let attempts: Int
    let now: Date
}

/// What came of asking the province.
enum Heard<Value: Sendable>: Sendable {
    case answered(Value)
    case failed(ProvinceTrouble)
}

/// Why there is no answer.
struct ProvinceTrouble: Error, Hashable, Sendable {
    /// What kind it is.
    enum Kind: String, Sendable {
        /// Nobody answered in time, or said to come again.
        case unreachable
        /// The province does not take it as it is.
        case refused
        /// Not what was agreed: no JSON, another shape.
        case unreadable
        /// Not signed, or not by the province.
        case signature
        /// Longer than anything agreed.
        case oversize
        /// A sandbox answered where the province was asked, or the other way round.
        case sandbox
    }

    let kind: Kind
    /// For the operator; nothing of the content.
    let words: String
    /// SHA-256 of what was answered, where anything was.
    var digest: String?
    /// The HTTP status and the province's own words, where it signed that it does not take it.
    var status: Int?
    var said: String?

    /// Whether it was refused for what is in it; what is refused for how it was asked for is asked again.
    var isOfRows: Bool {
        guard kind == .refused, let status else { return false }
        return ![401, 403, 404, 405, 408, 425, 429].contains(status)
    }

    /// Why a record was not taken in, for officers.
    var chinese: String {
        "省系统未受理(HTTP \(status ?? 0))" + (said.map { ":\($0)" } ?? "")
    }

    /// Whether the answer is put aside with its reason.
    var isParked: Bool { kind != .unreachable }
}
