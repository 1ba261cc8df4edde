import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of ``Question``.
struct QuestionStore: Sendable {
    /// One question, locked.
    ///
    /// - Throws: `NotFound`.
    func open(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Question> {
        let row = try tx.query("SELECT id, version, state FROM question WHERE id = \(id) FOR UPDATE").first
        guard let row else { throw NotFound("question") }
        return try Self.stored(row)
    }

    /// One question.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Question> {
        guard let row = try tx.query("SELECT id, version, state FROM question WHERE id = \(id)").first else {
            throw NotFound("question")
        }
        return try Self.stored(row)
    }

    /// The question a code was given for; nil where it was given for none.
    func find(code: [UInt8], in tx: borrowing Transaction) throws -> Stored<Question>? {
        try tx.query("SELECT id, version, state FROM question WHERE code = \(code)").first.map(Self.stored)
    }

    /// How many questions came from a place today, which is in its hash; who asks at the same time waits.
    func count(from source: [UInt8], in tx: borrowing Transaction) throws -> Int {
        let lock = Data(source).base64EncodedString()
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(lock)::text, 4))")
        return try tx.query("SELECT count(*) AS n FROM question WHERE source = \(source)").first?.decode("n") ?? 0
    }

    /// Which questions a list is of.
    struct Filter {
        /// The authority they are with; nil for all.
        var authority: Authority.Kind?
        var phase: Question.Phase?
        /// Those still open that were due before this day.
        var dueBefore: LocalDate?
    }

    /// A page of questions after an id.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Question>] {
        let (kind, phase, day) = (filter.authority?.rawValue, filter.phase?.rawValue, filter.dueBefore?.description)
        return try tx.query(
            """
            SELECT id, version, state FROM question
            WHERE (\(kind)::text IS NULL OR authority = (SELECT id FROM authority WHERE kind = \(kind)::text))
              AND (\(phase)::text IS NULL OR phase = \(phase)::text)
              AND (\(day)::text IS NULL OR (phase = 'open' AND due_on < \(day)::text::date))
              AND (\(after)::uuid IS NULL OR id > \(after)::uuid)
            ORDER BY id LIMIT \(limit)
            """
        ).map(Self.stored)
    }

    /// Adds a question.
    func add(
        _ question: Stored<Question>,
        code: [UInt8],
        source: [UInt8],
        askedAt: Date,
        in tx: borrowing Transaction
    ) throws {
        guard let inquiry = question.state.inquiry else { return }
        try tx.execute(
            """
            INSERT INTO question (id, version, code, source, phase, authority, asked_at, due_on, state)
            VALUES (\(question.id), \(question.newVersion), \(code), \(source), \(question.state.phase.rawValue),
                (SELECT id FROM authority WHERE kind = \(inquiry.desk.authority.rawValue)), \(askedAt),
                \(inquiry.dueOn.description)::text::date, \(try StateText.of(question.state))::jsonb)
            """
        )
    }

    /// Writes what was decided.
    ///
    /// - Throws: `VersionMismatch` where the row is not at the version it was loaded at.
    func save(_ question: Stored<Question>, in tx: borrowing Transaction) throws {
        guard !question.events.isEmpty, let inquiry = question.state.inquiry else { return }
        let written = try tx.execute(
            """
            UPDATE question SET version = \(question.newVersion), phase = \(question.state.phase.rawValue),
                authority = (SELECT id FROM authority WHERE kind = \(inquiry.desk.authority.rawValue)),
                state = \(try StateText.of(question.state))::jsonb
            WHERE id = \(question.id) AND version = \(question.version)
            """
        )
        guard written == 1 else { throw Conflict.of([question]) }
    }

    private static func stored(_ row: Row) throws -> Stored<Question> {
        Stored(id: try row["id"], version: try row["version"], state: try row.json("state"))
    }
}
