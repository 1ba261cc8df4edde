import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What is to be measured again once a day has come.
struct ParityLook {
    let creditCode: String
    /// Nil for all of the enterprise.
    let appointment: UUID?
    /// The first day that is measured.
    let since: LocalDate
    /// The day it is done on.
    let due: LocalDate
}

extension ParityLook {
    /// All days an appointment is paid for, once it is; nil before it is made.
    init?(of appointment: Stored<Appointment>, today: LocalDate) {
        guard let letter = appointment.state.letter else { return nil }
        self.init(
            creditCode: letter.employer.creditCode,
            appointment: appointment.id,
            since: letter.payDay,
            due: max(letter.payDay, today)
        )
    }
}

extension ParityLook {
    /// The same, and each day to come on which what was told ahead of it comes: another band, the end of its pay.
    ///
    /// While it waited for its certificate it was not measured, so that what was told of it then added no look.
    static func all(of appointment: Stored<Appointment>, today: LocalDate) -> [ParityLook] {
        guard let whole = ParityLook(of: appointment, today: today) else { return [] }
        let ahead =
            appointment.state.paidBands.map(\.from) + [appointment.state.end?.on.adding(days: 1)].compactMap(\.self)
        return [whole]
            + ahead.filter { $0 > whole.due }.map { day in
                ParityLook(creditCode: whole.creditCode, appointment: whole.appointment, since: day, due: day)
            }
    }
}

/// The looks that are to be taken, durable: whoever adds one may die, and whoever takes it.
struct ParityLookStore {
    /// Adds some.
    func add(_ looks: [ParityLook], in tx: borrowing Transaction) throws {
        guard !looks.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO parity_look (id, credit_code, appointment, since, due)
            SELECT id, credit_code, appointment, since::date, due::date FROM unnest(
                \(looks.map { _ in NewID.v7() })::uuid[], \(looks.map(\.creditCode))::text[],
                \(looks.map(\.appointment))::uuid[], \(looks.map(\.since.description))::text[],
                \(looks.map(\.due.description))::text[]) AS t(id, credit_code, appointment, since, due)
            """
        )
    }

    /// One that is due, of an enterprise, locked, and how far it is; what another replica has is passed over.
    func next(on day: LocalDate, in tx: borrowing Transaction) throws -> Running? {
        try tx.query(
            """
            SELECT id, credit_code, since::text AS since, after FROM parity_look
            WHERE done_on IS NULL AND appointment IS NULL AND due <= \(day.description)::text::date
            ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        ).first.map { row in
            Running(
                id: try row.decode("id"),
                creditCode: try row.decode("credit_code"),
                since: LocalDate(try row.decode("since", as: String.self)) ?? day,
                after: try row.decode("after")
            )
        }
    }

    /// A look at an enterprise under way.
    struct Running {
        let id: UUID
        let creditCode: String
        let since: LocalDate
        /// The last appointment looked at.
        let after: UUID
    }

    /// Notes how far one is; nil for to its end.
    func move(
        _ look: Running,
        to last: (id: UUID, count: Int)?,
        found: Int,
        on day: LocalDate,
        in tx: borrowing Transaction
    ) throws {
        guard let last else {
            try tx.execute("UPDATE parity_look SET done_on = \(day.description)::text::date WHERE id = \(look.id)")
            return
        }
        try tx.execute(
            """
            UPDATE parity_look SET after = \(last.id), looked_at = looked_at + \(last.count),
                found_short = found_short + \(found)
            WHERE id = \(look.id)
            """
        )
    }

    /// Takes some that are due of single appointments away; each appointment once, from the first day of its looks.
    func takeSingle(on day: LocalDate, limit: Int, in tx: borrowing Transaction) throws -> [ParityLook] {
        let rows = try tx.query(
            """
            WITH taken AS (
                DELETE FROM parity_look WHERE id IN (
                    SELECT id FROM parity_look
                    WHERE done_on IS NULL AND appointment IS NOT NULL AND due <= \(day.description)::text::date
                    ORDER BY due, id LIMIT \(limit) FOR UPDATE SKIP LOCKED)
                RETURNING credit_code, appointment, since)
            SELECT credit_code, appointment, min(since)::text AS since FROM taken
            GROUP BY credit_code, appointment ORDER BY credit_code, appointment
            """
        )
        return try rows.map { row in
            ParityLook(
                creditCode: try row.decode("credit_code"),
                appointment: try row.decode("appointment"),
                since: LocalDate(try row.decode("since", as: String.self)) ?? day,
                due: day
            )
        }
    }
}
