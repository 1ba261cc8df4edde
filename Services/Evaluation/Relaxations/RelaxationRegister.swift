import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Relaxations as officers count them: one row a proposal, written with the application it is of.
struct RelaxationRegister: Sendable {
    /// Writes the proposals of applications as they stand now.
    func keep(_ applications: [Stored<Application>], under terms: PlanTerms, in tx: borrowing Transaction) throws {
        let rows = applications.flatMap { application in
            (application.state.assessment?.relaxations ?? []).enumerated().map { (application, $0, $1) }
        }
        guard !rows.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO relaxation
                (application, number, round, credit_code, enterprise_name, condition, ground, standing, proposed_on,
                 decided_on)
            SELECT application, number, round, \(terms.filing.enterprise.creditCode), \(terms.filing.enterpriseName),
                condition, ground, standing, proposed_on::date, decided_on::date
            FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.1))::int[], \(rows.map { $0.0.state.entry?.round })::uuid[],
                \(rows.map { $0.2.condition.rawValue })::text[],
                \(rows.map { $0.2.groundWords ?? "其他" })::text[], \(rows.map { $0.2.state.rawValue })::text[],
                \(rows.map { $0.2.proposedOn.description })::text[],
                \(rows.map { $0.2.signature?.on.description })::text[]
            ) AS new (application, number, round, condition, ground, standing, proposed_on, decided_on)
            ON CONFLICT (application, number)
                DO UPDATE SET standing = excluded.standing, decided_on = excluded.decided_on
            """
        )
    }

    /// How many relaxations of an enterprise stand where, by condition and ground.
    struct Count: Encodable {
        let creditCode: String
        let enterpriseName: String
        let condition: String
        let ground: String
        let standing: RelaxationCase.State
        let count: Int
    }

    /// The counts of one enterprise or of all, by year of the proposal where one is asked for.
    func counts(of creditCode: String?, year: Int?, in tx: borrowing Transaction) throws -> [Count] {
        try tx.query(
            """
            SELECT credit_code, max(enterprise_name) AS enterprise_name, condition, ground, standing,
                count(*)::int AS number
            FROM relaxation
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode))
              AND (\(year)::int IS NULL OR extract(year FROM proposed_on)::int = \(year))
            GROUP BY credit_code, condition, ground, standing
            ORDER BY credit_code, condition, ground, standing
            """
        ).compactMap { row in
            guard let standing = RelaxationCase.State(rawValue: try row.decode("standing")) else { return nil }
            return try Count(
                creditCode: row.decode("credit_code"),
                enterpriseName: row.decode("enterprise_name"),
                condition: row.decode("condition"),
                ground: row.decode("ground"),
                standing: standing,
                count: row.decode("number")
            )
        }
    }
}
