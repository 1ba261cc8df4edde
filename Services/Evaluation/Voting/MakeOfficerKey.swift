import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Makes the key of an opening officer: its public half is kept, its code is in the answer and nowhere else.
struct MakeOfficerKey {
    let stores: Stores

    func callAsFunction(
        of account: String,
        name: String?,
        person: UUID?,
        for round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (voting: Stored<Voting>, code: String) {
        guard var voting = try stores.votings.newest(of: round.id, in: tx), let poll = voting.state.poll else {
            throw Voting.Rejection.notPrepared
        }
        guard let layer = BallotSeal.layer(of: account, in: poll) else { throw Voting.Rejection.notAnOfficer }
        let key = OpeningKey(for: BallotSeal.purpose(voting.id, layer: layer))
        let publicKey = Data(key.publicKey).base64EncodedString()
        try voting.handle(
            .takeKey(
                OfficerKey(account: account, person: person, name: name, publicKey: publicKey),
                panel: stores.electors.persons(of: round, in: tx)
            )
        )
        try stores.votings.save(voting, because: cause, in: tx)
        return (voting, key.code)
    }
}
