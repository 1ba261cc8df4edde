import CertificateDomain
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres

/// Printing jobs, how far each is, and the pieces of their files.
struct PaperJobStore: Sendable {
    let keys: KeyRing

    /// How far a job is.
    struct Progress {
        var job: Stored<PaperJob>
        let certificates: [UUID]
        let done: Int
        let pages: Int
        let left: [PaperJob.Left]
        let press: UUID?
    }

    /// After so long without a step its process is taken for dead.
    static let patience = "30 seconds"

    /// Writes a job ordered just now.
    func insert(_ job: Stored<PaperJob>, _ certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            INSERT INTO paper_job (id, registration, stage, kept_through, certificates, state, version)
            VALUES (\(job.id), \(job.state.order?.registration), \(job.state.stage?.rawValue),
                \(job.state.order?.keptThrough.description)::date, \(certificates)::uuid[], \(JSON(job.state))::jsonb, \(job.newVersion))
            """
        )
    }

    /// A job, or nil; nothing is locked.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Progress? {
        try tx.query(
            "SELECT id, version, state, certificates, done, pages, left_out, press FROM paper_job WHERE id = \(id)"
        ).first.map(Self.progress)
    }

    /// The jobs of a registration, newest first, at most fifty.
    func list(of registration: UUID, in tx: borrowing Transaction) throws -> [Progress] {
        try tx.query(
            """
            SELECT id, version, state, certificates, done, pages, left_out, press FROM paper_job
            WHERE registration = \(registration) ORDER BY id DESC LIMIT 50
            """
        ).map(Self.progress)
    }

    /// The longest waiting job that this press goes on with, or takes over from one that is gone; locked.
    func next(for press: UUID, in tx: borrowing Transaction) throws -> Progress? {
        try tx.query(
            """
            SELECT id, version, state, certificates, done, pages, left_out, press FROM paper_job
            WHERE stage = 'printing'
              AND (press IS NULL OR press = \(press)
                OR pressed_at < clock_timestamp() - \(Self.patience)::interval)
            ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map(Self.progress)
    }

    /// Nothing is printed of a job: what another press left is taken away.
    func begin(_ job: UUID, on press: UUID, in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM paper_piece WHERE job = \(job)")
        try tx.execute(
            """
            UPDATE paper_job SET done = 0, pages = 0, left_out = '[]', press = \(press), pressed_at = clock_timestamp()
            WHERE id = \(job)
            """
        )
    }

    /// So far it is now.
    func advance(
        _ job: UUID,
        done: Int,
        pages: Int,
        left: [PaperJob.Left],
        in tx: borrowing Transaction
    ) throws {
        try tx.execute(
            """
            UPDATE paper_job SET done = \(done), pages = \(pages), left_out = \(JSON(left))::jsonb,
                pressed_at = clock_timestamp()
            WHERE id = \(job)
            """
        )
    }

    /// Writes what was decided about a job that is locked.
    func save(_ job: Stored<PaperJob>, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE paper_job SET stage = \(job.state.stage?.rawValue), state = \(JSON(job.state))::jsonb,
                version = \(job.newVersion), press = NULL
            WHERE id = \(job.id)
            """
        )
    }

    /// Adds a piece to a job's file.
    func add(_ bytes: [UInt8], to job: UUID, in tx: borrowing Transaction) throws {
        guard !bytes.isEmpty else { return }
        let place: Int =
            try tx.query(
                "SELECT coalesce(max(place) + 1, 0) AS place FROM paper_piece WHERE job = \(job)"
            ).first.map { try $0.decode("place") } ?? 0
        let sealed = try keys.fields.seal(bytes: bytes, of: Self.owner(job, place))
        try tx.execute(
            """
            INSERT INTO paper_piece (job, place, length, bytes) VALUES (\(job), \(place), \(bytes.count), \(sealed))
            """
        )
    }

    /// A piece of a job's file.
    ///
    /// - Throws: `NotFound` where it has gone meanwhile.
    func piece(_ place: Int, of job: UUID, in tx: borrowing Transaction) throws -> [UInt8] {
        let rows = try tx.query("SELECT bytes FROM paper_piece WHERE job = \(job) AND place = \(place)")
        guard let row = rows.first else { throw NotFound("paper-job") }
        return try keys.fields.open(bytes: row.decode("bytes", as: [UInt8].self), of: Self.owner(job, place))
    }

    /// How many pieces a job's file has, and how many bytes they are together.
    func size(of job: UUID, in tx: borrowing Transaction) throws -> (pieces: Int, bytes: Int) {
        let rows = try tx.query(
            "SELECT count(*)::int AS pieces, coalesce(sum(length), 0)::int AS bytes FROM paper_piece WHERE job = \(job)"
        )
        guard let row = rows.first else { return (0, 0) }
        return try (row.decode("pieces"), row.decode("bytes"))
    }

    /// The jobs whose files were kept for their time; locked.
    func old(on today: LocalDate, in tx: borrowing Transaction) throws -> [Stored<PaperJob>] {
        try tx.query(
            """
            SELECT id, version, state FROM paper_job
            WHERE stage = 'printed' AND kept_through < \(today.description)::date
            ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED
            """
        ).map(RegistrationStore.stored)
    }

    /// Takes a job's file away.
    func deletePieces(of job: UUID, in tx: borrowing Transaction) throws {
        try tx.execute("DELETE FROM paper_piece WHERE job = \(job)")
    }

    private static func owner(_ job: UUID, _ place: Int) -> String { "papers \(job.lowercase) \(place)" }

    private static func progress(_ row: Row) throws -> Progress {
        Progress(
            job: try RegistrationStore.stored(row),
            certificates: try row.decode("certificates"),
            done: try row.decode("done"),
            pages: try row.decode("pages"),
            left: try row.json("left_out"),
            press: try row.decode("press")
        )
    }
}
