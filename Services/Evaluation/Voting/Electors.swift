import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Who votes on whom in a round.
struct Electors: Sendable {
    let panels: PanelRegister
    let experts: ExpertStore

    /// The accounts of the panel as it is now.
    func accounts(of round: Stored<Round>, in tx: borrowing Transaction) throws -> [String] {
        try panels.seats(of: round, in: tx).members.map(\.account)
    }

    /// Who the members of the panel are, as far as the enterprise's pool knows.
    func persons(of round: Stored<Round>, in tx: borrowing Transaction) throws -> [VotePerson] {
        let members = try panels.seats(of: round, in: tx).members
        let records = try experts.read(members.compactMap(\.expert), in: tx).compactMap(\.state.record)
        let persons = Dictionary(records.map { ($0.account, $0.person) }) { first, _ in first }
        return members.map { VotePerson(account: $0.account, name: $0.name, person: persons[$0.account] ?? nil) }
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
