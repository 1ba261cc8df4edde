import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A denial as one side sees it.
///
/// The enterprise sees what it has to answer and no more; what a person added for the authority alone is not in it.
struct DenialView: Encodable {
    /// Who looks.
    enum Side { case person, enterprise, authority }

    let id: String
    /// The number on the receipt.
    let receipt: String
    let appointment: String
    let creditCode: String
    let month: Month
    let ground: Denial.Ground
    let text: String
    /// For the person and the authority alone.
    let confidential: String?
    let state: Denial.Phase
    let receivedOn: LocalDate
    /// The day by whose end the enterprise or the authority has to act.
    let dueOn: LocalDate?
    let isOverdue: Bool
    let answer: Answer?
    let outcome: Denial.Outcome?
    let finding: String?
    let closedOn: LocalDate?

    struct Answer: Encodable {
        let concedes: Bool
        let text: String
        let on: LocalDate
    }

    init?(_ denial: Stored<Denial>, for side: Side, today: LocalDate, desk: HandleDenials) throws {
        guard let claim = denial.state.claim else { return nil }
        id = denial.id.lowercase
        receipt = Self.receipt(claim, denial.id)
        appointment = claim.appointment.lowercase
        creditCode = claim.creditCode
        month = claim.month
        ground = claim.ground
        text = try desk.open(claim.told, of: denial.id)
        confidential = side == .enterprise ? nil : try claim.confidential.map { try desk.open($0, of: denial.id) }
        state = denial.state.phase
        receivedOn = claim.on
        dueOn = denial.state.dueOn
        isOverdue = denial.state.dueOn.map { $0 < today } ?? false
        answer = try denial.state.reply.map {
            Answer(concedes: $0.concedes, text: try desk.open($0.text, of: denial.id), on: $0.on)
        }
        outcome = denial.state.closing?.outcome
        finding = try denial.state.closing?.finding.map { try desk.open($0, of: denial.id) }
        closedOn = denial.state.closing?.on
    }

    private static func receipt(_ claim: Denial.Claim, _ id: UUID) -> String {
        "DY" + claim.on.description.replacing("-", with: "") + "-" + id.lowercase.suffix(8).uppercased()
    }
}
