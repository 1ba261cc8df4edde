import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Reads on which days which bands are below what they are measured against, for many appointments at once.
struct GapStore {
    /// Which appointments of an enterprise.
    enum Scope {
        case some([UUID])
        /// By their ids, the first not included.
        case range(after: UUID, through: UUID)
    }

    /// An appointment and its person.
    struct Subject: Hashable {
        let appointment: UUID
        let person: UUID
    }

    /// The days short of each, of what is in force; those with none are missing.
    func gaps(
        _ scope: Scope,
        of creditCode: String,
        _ lines: [Parity.Line],
        today: LocalDate,
        in tx: borrowing Transaction
    ) throws -> [Subject: [Parity.Gap]] {
        let declared = lines.compactMap(\.band)
        let rows = try tx.query(
            """
            SELECT one.id, one.person, line.place, greatest(paid.from_day, line.from_day)::text AS from_day,
                least(paid.until_day, line.until_day, one.last_day)::text AS until_day
            FROM appointment AS one
            JOIN appointment_band AS paid ON paid.appointment = one.id
            JOIN unnest(
                \(Array(lines.indices))::int[], \(lines.map(\.band))::text[], \(lines.map(\.from.description))::date[],
                \(lines.map(\.through.description))::date[], \(lines.map(\.measure.declaration.band.minimum.fen))::bigint[])
                AS line(place, band, from_day, until_day, minimum)
                ON (line.band = paid.band OR line.band IS NULL AND paid.band <> ALL (\(declared)::text[]))
                AND line.from_day <= least(paid.until_day, one.last_day) AND line.until_day >= paid.from_day
                AND paid.minimum_fen < line.minimum
                -- Pay that begins, or a step that is taken, behind the last day is never due.
                AND greatest(paid.from_day, line.from_day) <= least(paid.until_day, line.until_day, one.last_day)
            WHERE one.credit_code = \(creditCode) AND one.certificate IS NOT NULL AND \(Self.condition(scope, "one.id"))
            ORDER BY one.id, from_day
            """
        )
        var gaps: [Subject: [Parity.Gap]] = [:]
        for row in rows {
            let measure = lines[try row.decode("place", as: Int.self)].measure
            let until = LocalDate(try row.decode("until_day", as: String.self)) ?? today
            let gap = Parity.Gap(
                from: LocalDate(try row.decode("from_day", as: String.self)) ?? today,
                through: until < today ? until : .latest,
                against: measure.id,
                minimum: measure.declaration.band.minimum,
                required: measure.declaration.band.code
            )
            let subject = Subject(appointment: try row.decode("id"), person: try row.decode("person"))
            gaps[subject, default: []].append(gap)
        }
        return gaps
    }

    /// The shortfalls that reach to a day or beyond: those running, locked, and the days that were made good.
    func known(
        _ scope: Scope,
        of creditCode: String,
        since: LocalDate,
        in tx: borrowing Transaction
    ) throws -> (running: [Subject: [(Stored<Shortfall>, Parity.Gap)]], madeGood: [UUID: [Parity.Gap]]) {
        let rows = try tx.query(
            """
            SELECT shortfall.id, shortfall.version, shortfall.state::text AS state, is_made_good,
                until_day::text AS until_day, coalesce(benchmark.minimum_fen, 0) AS minimum
            FROM shortfall LEFT JOIN benchmark ON benchmark.id = shortfall.against
            WHERE shortfall.credit_code = \(creditCode) AND source = 'benchmark'
              AND (stage <> 'settled' OR is_made_good) AND \(Self.condition(scope, "shortfall.appointment"))
              AND (until_day IS NULL OR until_day >= \(since.adding(days: -1).description)::text::date)
            ORDER BY shortfall.id FOR UPDATE OF shortfall
            """
        )
        var running: [Subject: [(Stored<Shortfall>, Parity.Gap)]] = [:]
        var madeGood: [UUID: [Parity.Gap]] = [:]
        for row in rows {
            let shortfall = try row.stored(Shortfall.self)
            guard let finding = shortfall.state.finding else { continue }
            let until: String? = try row.decode("until_day")
            let gap = Parity.Gap(
                from: finding.since,
                through: until.flatMap(LocalDate.init) ?? .latest,
                against: finding.against,
                minimum: Money(fen: try row.decode("minimum")),
                required: finding.required
            )
            if try row.decode("is_made_good") {
                madeGood[finding.appointment, default: []].append(gap)
            } else {
                let subject = Subject(appointment: finding.appointment, person: finding.person)
                running[subject, default: []].append((shortfall, gap))
            }
        }
        return (running, madeGood)
    }

    private static func condition(_ scope: Scope, _ column: SQL) -> SQL {
        switch scope {
        case .some(let ids): "\(column) = ANY (\(ids)::uuid[])"
        case .range(let after, let last): "\(column) > \(after)::uuid AND \(column) <= \(last)::uuid"
        }
    }
}
