import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Who sits on a round's panel, and whom it would judge.
struct PanelRegister: Sendable {
    let panels: PanelStore

    /// Who sits now, and who may judge whom; the seats of the plan where the round's panel was never formed.
    func seats(of round: Stored<Round>, in tx: borrowing Transaction) throws -> Seats {
        try panels.read(of: round.id, in: tx).state.seats ?? Seats(plan: round.state.terms?.panel ?? [])
    }

    /// Those of a round's applications that may come before its panel.
    func candidates(of round: UUID, in tx: borrowing Transaction) throws -> [PanelCandidate] {
        let stages = [Application.Stage.eligible, .needsPerson].map(\.rawValue)
        return try tx.query(
            """
            SELECT application.id, application.version, application.state, person.name
            FROM application JOIN person ON person.id = application.person
            WHERE application.round = \(round) AND application.stage = ANY(\(stages)::text[])
            ORDER BY application.id
            """
        ).compactMap(Self.candidate)
    }

    /// These applications as candidates.
    func candidates(_ applications: [UUID], in tx: borrowing Transaction) throws -> [PanelCandidate] {
        try tx.query(
            """
            SELECT application.id, application.version, application.state, person.name
            FROM application JOIN person ON person.id = application.person
            WHERE application.id = ANY(\(applications)::uuid[]) ORDER BY application.id
            """
        ).compactMap(Self.candidate)
    }

    /// Everybody who applied in a round under one of these names or as one of these persons, in whatever state.
    func applicants(
        of round: UUID,
        like experts: [ExpertRecord],
        in tx: borrowing Transaction
    ) throws -> [PanelCandidate] {
        try tx.query(
            """
            SELECT application.id, application.version, application.state, person.name
            FROM application JOIN person ON person.id = application.person
            WHERE application.round = \(round)
              AND (person.name = ANY(\(experts.map(\.name))::text[])
                OR person.id = ANY(\(experts.compactMap(\.person))::uuid[]))
            ORDER BY application.id
            """
        ).compactMap(Self.candidate)
    }

    /// The application of a person in a round; nil where they did not apply.
    func application(of person: UUID, in round: UUID, _ tx: borrowing Transaction) throws -> UUID? {
        try tx.query(
            """
            SELECT id FROM application
            WHERE round = \(round) AND person = \(person) AND stage <> \(Application.Stage.withdrawn.rawValue)
            ORDER BY id DESC LIMIT 1
            """
        ).first?.decode("id")
    }

    private static func candidate(_ row: Row) throws -> PanelCandidate? {
        let application = try ApplicationStore.stored(row)
        guard let entry = application.state.entry else { return nil }
        return PanelCandidate(
            application: application.id,
            person: entry.person,
            name: try row.decode("name"),
            unit: entry.particulars.unit,
            workshop: entry.particulars.workshop,
            team: entry.particulars.team
        )
    }
}
