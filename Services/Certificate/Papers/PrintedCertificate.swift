import Foundation
import Kernel

/// Everything one certificate prints beside its template; equal values give equal files.
struct PrintedCertificate: Hashable {
    let number: String
    let name: String
    /// 证件类型 and 证件号码.
    let documentType: String
    let documentNumber: String
    let occupation: String
    /// 工种/职业方向; nil is printed as `--`, never left empty.
    let specialty: String?
    let issuerName: String
    let issuedOn: LocalDate
    /// PNG or JPEG; nil leaves an empty place for one.
    let photo: [UInt8]?
    /// The signed statement, as a code reads it; nil where there is none.
    let statement: String?
    /// What a re-issue notes at the foot: its print serial and why.
    let remark: String?
    /// What a copy was made for and until when it is good; stands across the page.
    let watermark: String?
}
