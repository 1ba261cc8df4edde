import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Who votes on whom in a round.
struct Electors: Sendable {
    let panels: PanelRegister

    /// The accounts of the panel as it is now.
    func accounts(of round: Stored<Round>, in tx: borrowing Transaction) throws -> [String] {
        try panels.seats(of: round, in: tx).members.map(\.account)
    }

    /// The panel as it is now, each with the candidates the member stands aside from.
    func electors(of round: Stored<Round>, on candidates: [UUID], in tx: borrowing Transaction) throws -> [Elector] {
        let seats = try panels.seats(of: round, in: tx)
        return seats.members.map { member in
            Elector(
                account: member.account,
                name: member.name,
                unit: member.unit,
                recusedFrom: candidates.filter { !seats.mayJudge(member.account, $0) }
            )
        }
    }
}
