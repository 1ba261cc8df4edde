import Contracts
import Foundation
import Kernel
import Postgres

/// Whose history a service has asked for and heard, and who has asked for its own.
enum HistoryBook {
    /// The speakers whose history has not been heard to its end.
    static func unheard(by service: ServiceName, in tx: borrowing Transaction) throws -> [ServiceName] {
        let speakers = Plan.heard(by: service)
        guard !speakers.isEmpty else { return [] }
        let rows = try tx.query("SELECT speaker FROM history_asked WHERE heard_at IS NOT NULL")
        let heard = Set(try rows.map { try $0.decode("speaker", as: String.self) })
        return speakers.filter { !heard.contains($0.rawValue) }
    }

    /// Notes that these speakers are being asked; answers what to ask them.
    ///
    /// One that was asked a moment ago is left out, so that of several replicas one asks. A request keeps its id until it is
    /// answered: the speaker goes on where it stands and does not begin again.
    static func ask(
        _ speakers: [ServiceName],
        again: Duration,
        in tx: borrowing Transaction
    ) throws -> [(speaker: ServiceName, request: UUID)] {
        let rows = try tx.query(
            """
            INSERT INTO history_asked AS asked (speaker, request, asked_at)
            SELECT speaker, request, clock_timestamp() FROM unnest(
                \(speakers.map(\.rawValue).sorted())::text[], \(speakers.map { _ in NewID.v7() })::uuid[])
                AS t(speaker, request)
            ON CONFLICT (speaker) DO UPDATE SET asked_at = excluded.asked_at
            WHERE asked.heard_at IS NULL
                AND asked.asked_at < clock_timestamp() - make_interval(secs => \(again / .seconds(1)))
            RETURNING speaker, request
            """
        )
        return try rows.compactMap { row in
            guard let speaker = ServiceName(rawValue: try row.decode("speaker")) else { return nil }
            return (speaker, try row.decode("request"))
        }
    }

    /// Takes what another service says about the telling of history.
    static func take(_ word: HistoryWord, in tx: borrowing Transaction) throws {
        switch word {
        case .wanted(let hearer, let request):
            try tx.execute(
                """
                INSERT INTO history_wanted AS wanted (hearer, request) VALUES (\(hearer.rawValue), \(request))
                ON CONFLICT (hearer) DO UPDATE SET request = excluded.request, wanted_at = excluded.wanted_at,
                    cursor = 0, sent = 0, told_at = NULL
                WHERE wanted.request <> excluded.request
                """
            )
        case .told(let speaker, let request):
            try tx.execute(
                """
                UPDATE history_asked SET heard_at = clock_timestamp()
                WHERE speaker = \(speaker.rawValue) AND request = \(request) AND heard_at IS NULL
                """
            )
        }
    }

    /// A hearer that waits for the rest of the history.
    struct Wanted {
        let hearer: ServiceName
        let request: UUID
        /// The last row of the archive it was sent.
        let cursor: Int
    }

    /// The hearer that has waited longest.
    static func next(in tx: borrowing Transaction) throws -> Wanted? {
        try tx.query(
            "SELECT hearer, request, cursor FROM history_wanted WHERE told_at IS NULL ORDER BY wanted_at LIMIT 1"
        ).first.flatMap { row in
            guard let hearer = ServiceName(rawValue: try row.decode("hearer")) else { return nil }
            return Wanted(hearer: hearer, request: try row.decode("request"), cursor: try row.decode("cursor"))
        }
    }

    /// Notes how far the history has been sent.
    static func note(_ wanted: Wanted, sent: Int, through cursor: Int, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE history_wanted SET cursor = \(cursor), sent = sent + \(sent)
            WHERE hearer = \(wanted.hearer.rawValue) AND request = \(wanted.request)
            """
        )
    }

    /// Notes that the history was told to its end.
    static func close(_ wanted: Wanted, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE history_wanted SET told_at = clock_timestamp()
            WHERE hearer = \(wanted.hearer.rawValue) AND request = \(wanted.request)
            """
        )
    }
}
