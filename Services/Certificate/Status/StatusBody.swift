import CertificateDomain
import Foundation
import Kernel

/// Why and since when a certificate is another's status.
struct StatusBody: Decodable {
    static let longestNote = 1000

    let reason: String?
    let since: LocalDate?
    let note: String?

    /// The change, with everything that is wrong with it at once.
    ///
    /// - Parameters:
    ///   - status: What it shall be; the reason has to be one of that status.
    ///   - account: Who decides.
    ///   - today: The first day of the status where none is said.
    /// - Returns: The change.
    /// - Throws: `InvalidInput`.
    func change(to status: CertificateStatus, by account: String, today: LocalDate) throws -> StatusChange {
        var problems: [FieldProblem] = []
        let reasons = StatusReason.allCases.filter { $0.status == status && $0 != .filing }
        let reason = reason.flatMap(StatusReason.init(rawValue:)).flatMap { reasons.contains($0) ? $0 : nil }
        if reason == nil {
            let known = reasons.map { "\($0.rawValue)(\($0.chinese))" }.joined(separator: "、")
            problems.append(
                FieldProblem(field: "reason", code: "certificate.unknown-status-reason", arguments: ["known": known])
            )
        }
        let note = (note ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        if note.isEmpty { problems.append(FieldProblem(field: "note", code: "certificate.why-missing")) }
        if note.count > Self.longestNote {
            problems.append(
                FieldProblem(
                    field: "note",
                    code: "certificate.reason-too-long",
                    arguments: ["limit": String(Self.longestNote)]
                )
            )
        }
        guard problems.isEmpty, let reason else { throw InvalidInput(problems) }
        return StatusChange(reason: reason, since: since ?? today, by: account, note: note)
    }
}
