import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The appointments.
struct AppointmentStore {
    /// A page, oldest first, of one enterprise where given.
    func page(
        creditCode: String?,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// One of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Appointment> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM appointment WHERE id = \(id) FOR UPDATE")
        guard let row = rows.first else { throw NotFound("appointment") }
        return try row.stored()
    }

    /// One of an id, to be read.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Appointment> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM appointment WHERE id = \(id)")
        guard let row = rows.first else { throw NotFound("appointment") }
        return try row.stored()
    }

    /// The enterprise an appointment is of; it never changes.
    ///
    /// - Throws: `NotFound`.
    func employer(of id: UUID, in tx: borrowing Transaction) throws -> String {
        guard let row = try tx.query("SELECT credit_code FROM appointment WHERE id = \(id)").first else {
            throw NotFound("appointment")
        }
        return try row.decode("credit_code")
    }

    /// Locks the posts of appointments, before anything of their persons is.
    func lockPosts(of ids: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            SELECT id FROM post WHERE id IN (SELECT post FROM appointment WHERE id = ANY (\(ids)))
            ORDER BY id FOR UPDATE
            """
        )
    }

    /// The same of the appointments that rest on certificates.
    func lockPosts(ofCertificates certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            SELECT id FROM post WHERE id IN (
                SELECT post FROM appointment WHERE certificate = ANY (\(certificates))
                UNION ALL
                SELECT post FROM appointment JOIN holder ON holder.person = appointment.person
                WHERE holder.certificate = ANY (\(certificates)) AND appointment.certificate IS NULL)
            ORDER BY id FOR UPDATE
            """
        )
    }

    /// Locks the appointments that rest on certificates, after posts and holders, in the order of their ids as everybody does.
    func lock(ofCertificates certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            "SELECT id FROM appointment WHERE certificate = ANY (\(certificates)) ORDER BY id FOR UPDATE"
        )
    }

    /// Locks all that is known of the persons of appointments, after their posts and before the appointments.
    func lockHolders(of ids: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            SELECT id FROM holder WHERE person IN (SELECT person FROM appointment WHERE id = ANY (\(ids)))
            ORDER BY id FOR UPDATE
            """
        )
    }

    /// The same of the persons of certificates.
    func lockHolders(ofCertificates certificates: [UUID], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            SELECT id FROM holder WHERE person IN (SELECT person FROM holder WHERE certificate = ANY (\(certificates)))
            ORDER BY id FOR UPDATE
            """
        )
    }

    /// All that rest on a certificate or wait for it, locked.
    func ofCertificate(_ certificate: UUID, in tx: borrowing Transaction) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE certificate = \(certificate) OR certificate IS NULL AND EXISTS (
                SELECT FROM holder WHERE holder.person = appointment.person AND holder.certificate = \(certificate)
                  AND holder.state -> 'appointed' -> '_2' @> jsonb_build_array(
                    jsonb_build_object('appointment', appointment.id)))
            ORDER BY id FOR UPDATE
            """
        ).map { try $0.stored() }
    }

    /// Those that wait for certificates of their persons that are there, locked, each with its certificate.
    func waiting(
        for certificates: [UUID],
        in tx: borrowing Transaction
    ) throws -> [(Stored<Appointment>, certificate: UUID)] {
        try tx.query(
            """
            SELECT appointment.id, appointment.version, appointment.state::text AS state, holder.certificate AS found
            FROM holder
            JOIN appointment ON appointment.person = holder.person AND appointment.certificate IS NULL
            WHERE holder.certificate = ANY (\(certificates))
              AND holder.state -> 'appointed' -> '_2' @> jsonb_build_array(
                jsonb_build_object('appointment', appointment.id))
            ORDER BY appointment.id FOR UPDATE OF appointment
            """
        ).map { (try $0.stored(), try $0.decode("found")) }
    }

    /// Those of an enterprise whose term ends, or whose person is expected to retire, up to a day; oldest day first.
    func ending(
        by day: LocalDate,
        creditCode: String?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE NOT is_ended AND (\(creditCode)::text IS NULL OR credit_code = \(creditCode)::text)
              AND least(through, expected_retirement) <= \(day.description)::text::date
            ORDER BY least(through, expected_retirement), id LIMIT \(limit)
            """
        ).map { try $0.stored() }
    }

    /// Writes a new one.
    func insert(_ appointment: Stored<Appointment>, in tx: borrowing Transaction) throws {
        guard let letter = appointment.state.letter else { return }
        try tx.execute(
            """
            INSERT INTO appointment (
                id, version, post, person, certificate, credit_code, through, band, band_minimum_fen, pay_from,
                last_day, state)
            VALUES
                (\(appointment.id), \(appointment.newVersion), \(letter.post), \(letter.person),
                 \(letter.certificate), \(letter.employer.creditCode), \(letter.term.through.description)::text::date,
                 \(letter.band.code), \(letter.band.minimum.fen), \(letter.payDay.description)::text::date,
                 \(letter.term.through.description)::text::date, \(try Column.text(appointment.state))::text::jsonb)
            """
        )
    }

    /// Those whose term was over before a day and that did not end yet, locked; what another replica has is passed over.
    func due(on day: LocalDate, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Appointment>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM appointment
            WHERE NOT is_ended AND through < \(day.description)::text::date
            ORDER BY through, id LIMIT \(limit) FOR UPDATE SKIP LOCKED
            """
        ).map { try $0.stored() }
    }

    /// Writes what was decided about some.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Appointment>], in tx: borrowing Transaction) throws {
        let changed = changed.filter { !$0.events.isEmpty }
        guard let first = changed.first else { return }
        let updated = try tx.execute(
            """
            UPDATE appointment SET version = t.version, is_ended = t.is_ended, certificate = t.certificate,
                last_day = t.last_day::date,
                expected_retirement = t.retirement::date, state = t.state::jsonb
            FROM unnest(
                \(changed.map(\.id))::uuid[], \(changed.map(\.version))::int[], \(changed.map(\.newVersion))::int[],
                \(changed.map { $0.state.end != nil })::bool[], \(changed.map(\.state.letter?.certificate))::uuid[],
                \(changed.map { $0.state.last?.description })::text[],
                \(changed.map { $0.state.course.retirement?.description })::text[],
                \(try changed.map { try Column.text($0.state) })::text[])
                AS t(id, loaded, version, is_ended, certificate, last_day, retirement, state)
            WHERE appointment.id = t.id AND appointment.version = t.loaded
            """
        )
        guard updated == changed.count else {
            throw VersionMismatch(expected: first.version, actual: first.newVersion)
        }
    }
}
