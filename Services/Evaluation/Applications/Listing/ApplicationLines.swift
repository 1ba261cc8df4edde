import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The lines of a round's list: searched, filtered and counted without reading a single application.
struct ApplicationLines: Sendable {
    /// Which lines are asked for; nil takes all.
    struct Filter: Sendable {
        var stage: Application.Stage?
        var occupation: String?
        var unit: String?
        /// Words that all have to stand in a line, in small letters.
        var words: [String] = []
    }

    /// A line as the list shows it.
    struct Line: Sendable {
        let application: UUID
        let person: UUID
        let name: String
        let stage: Application.Stage
        let isConfirmed: Bool
        let unit: String
        let workshop: String
        let position: String
        let occupationCode: String
        let occupationName: String
        let specialty: String?
        let wantsRelaxation: Bool
        let approvals: Int?
        let present: Int?
        let version: Int
    }

    /// Writes the lines of applications that changed.
    func keep(_ changed: [Stored<Application>], in tx: borrowing Transaction) throws {
        let rows = changed.compactMap { one in one.state.entry.map { (one: one, entry: $0) } }
        guard !rows.isEmpty else { return }
        try tx.send(
            """
            INSERT INTO application_line AS line (round, application, person, stage, is_confirmed, name, unit, workshop,
                position, occupation_code, occupation_name, specialty, wants_relaxation, approvals, present, version, words)
            SELECT n.round, n.application, n.person, n.stage, n.is_confirmed, person.name, n.unit, n.workshop, n.position,
                n.code, n.occupation, n.specialty, n.relaxation, n.approvals, n.present, n.version,
                lower(concat_ws(' ', person.name, n.unit, n.workshop, n.position, n.occupation, n.specialty))
            FROM unnest(
                \(rows.map(\.entry.round))::uuid[], \(rows.map(\.one.id))::uuid[], \(rows.map(\.entry.person))::uuid[],
                \(rows.map { $0.one.state.stage?.rawValue ?? "" })::text[],
                \(rows.map { $0.entry.isConfirmed })::boolean[],
                \(rows.map(\.entry.particulars.unit))::text[], \(rows.map(\.entry.particulars.workshop))::text[],
                \(rows.map(\.entry.particulars.position))::text[],
                \(rows.map(\.entry.particulars.occupation.code))::text[],
                \(rows.map(\.entry.particulars.occupation.name))::text[],
                \(rows.map(\.entry.particulars.occupation.specialty))::text[],
                \(rows.map { $0.entry.particulars.relaxation != nil })::boolean[],
                \(rows.map { $0.one.state.tally?.approvals })::int[],
                \(rows.map { $0.one.state.tally?.present })::int[],
                \(rows.map(\.one.newVersion))::int[]
            ) AS n (round, application, person, stage, is_confirmed, unit, workshop, position, code, occupation, specialty,
                relaxation, approvals, present, version)
            JOIN person ON person.id = n.person
            ON CONFLICT (round, application) DO UPDATE SET stage = excluded.stage, is_confirmed = excluded.is_confirmed,
                unit = excluded.unit, workshop = excluded.workshop, position = excluded.position,
                occupation_code = excluded.occupation_code, occupation_name = excluded.occupation_name,
                specialty = excluded.specialty, wants_relaxation = excluded.wants_relaxation,
                approvals = excluded.approvals, present = excluded.present, version = excluded.version,
                words = excluded.words
            """
        )
    }

    /// A page of lines, in the order the applications were handed in.
    func page(
        of round: UUID,
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Line] {
        let stage: SQL = filter.stage.map { "AND stage = \($0.rawValue)" } ?? ""
        return try tx.query(
            "SELECT * FROM application_line WHERE round = \(round) AND application > \(after ?? .lowest)::uuid "
                + stage + Self.condition(filter) + " ORDER BY application LIMIT \(limit)"
        ).map(Self.line)
    }

    /// How many lines a filter finds in each state; its own state is left out of account.
    func totals(of round: UUID, _ filter: Filter, in tx: borrowing Transaction) throws -> [Application.Stage: Int] {
        let rows = try tx.query(
            "SELECT stage, count(*)::int AS number FROM application_line WHERE round = \(round) "
                + Self.condition(filter) + " GROUP BY stage"
        )
        var totals: [Application.Stage: Int] = [:]
        for row in rows {
            if let stage = Application.Stage(rawValue: try row.decode("stage")) {
                totals[stage] = try row.decode("number")
            }
        }
        return totals
    }

    private static func condition(_ filter: Filter) -> SQL {
        var condition: SQL = ""
        if let occupation = filter.occupation { condition += " AND occupation_code = \(occupation)" }
        if let unit = filter.unit { condition += " AND unit = \(unit)" }
        for word in filter.words { condition += " AND position(\(word)::text in words) > 0" }
        return condition
    }

    private static func line(_ row: Row) throws -> Line {
        Line(
            application: try row.decode("application"),
            person: try row.decode("person"),
            name: try row.decode("name"),
            stage: Application.Stage(rawValue: try row.decode("stage")) ?? .submitted,
            isConfirmed: try row.decode("is_confirmed"),
            unit: try row.decode("unit"),
            workshop: try row.decode("workshop"),
            position: try row.decode("position"),
            occupationCode: try row.decode("occupation_code"),
            occupationName: try row.decode("occupation_name"),
            specialty: try row.decode("specialty"),
            wantsRelaxation: try row.decode("wants_relaxation"),
            approvals: try row.decode("approvals"),
            present: try row.decode("present"),
            version: try row.decode("version")
        )
    }
}
