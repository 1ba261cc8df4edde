import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit

/// Who the accounts are that write for enterprises, as they last came.
struct AccountRegister: Sendable {
    /// Notes who an account is; nothing is written where it is known so.
    func note(_ caller: Caller, in tx: borrowing Transaction) throws {
        // Looked at first: a row that is written is locked, and one account can do several things at once.
        let known = try tx.query(
            """
            SELECT 1 AS one FROM known_account
            WHERE account = \(caller.subject) AND name = \(caller.name)
              AND person IS NOT DISTINCT FROM \(caller.person)::uuid
            """
        )
        guard known.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO known_account (account, name, person)
            VALUES (\(caller.subject), \(caller.name), \(caller.person)::uuid)
            ON CONFLICT (account) DO UPDATE SET name = excluded.name, person = excluded.person
            """
        )
    }

    /// Who these accounts are; those that never came are left out.
    func persons(of accounts: [String], in tx: borrowing Transaction) throws -> [VotePerson] {
        try tx.query(
            "SELECT account, name, person FROM known_account WHERE account = ANY(\(accounts)::text[]) ORDER BY account"
        ).map { row in
            VotePerson(
                account: try row.decode("account"),
                name: try row.decode("name"),
                person: try row.decode("person")
            )
        }
    }
}

extension Route {
    /// The same route; what an enterprise's people do by it is done by somebody who is known by more than the account.
    func noting(_ accounts: AccountRegister) -> Route {
        guard !key.hasPrefix("GET ") else { return self }
        return answering { handle, call, tx in
            let answer = try handle(call, tx)
            if call.caller.role == .enterpriseHR { try accounts.note(call.caller, in: tx) }
            return answer
        }
    }
}
