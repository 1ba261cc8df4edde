import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Puts the eligible before the panel (四（二）: 专家评审委员会进行评审).
struct OpenVoting {
    let stores: Stores
    let standAside: StandAside

    func callAsFunction(
        _ round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        var round = round
        let applications = try stores.applicationRegister.all(of: round.id, in: tx)
        var eligible = applications.filter { $0.state.stage == .eligible }.map(\.id)
        let waiting = applications.count { $0.state.stage == .needsPerson }
        if round.state.stage == .judged, waiting == 0, !eligible.isEmpty {
            eligible = try stores.scoreBoard.passed(of: round, among: eligible, in: tx)
            _ = try standAside.prepare(round, for: eligible, because: cause, in: tx)
        }
        try round.handle(
            .openVoting(
                eligible: eligible,
                waiting: waiting
            )
        )
        try stores.rounds.save([round], because: cause, in: tx)
        return round
    }
}
