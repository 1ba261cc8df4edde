import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Measures bands against benchmarks for every day from one on, and keeps the shortfalls that follow.
///
/// Parity is a matter of the day: bands, benchmarks and appointments each have days on which they hold. Whoever changes one
/// of them for people locks the enterprise first, before anything else; what follows from facts adds a look instead, which is
/// taken by itself.
struct MeasureParity {
    let benchmarks: BenchmarkStore
    let shortfalls: KeepShortfalls
    let looks = ParityLookStore()
    private let store = GapStore()

    init(benchmarks: BenchmarkStore, shortfalls: KeepShortfalls) {
        self.benchmarks = benchmarks
        self.shortfalls = shortfalls
    }

    /// Lets one transaction at a time change what is measured of an enterprise.
    func lock(_ creditCodes: [String], in tx: borrowing Transaction) throws {
        for creditCode in Set(creditCodes).sorted() {
            try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('parity ' || \(creditCode)::text, 0))")
        }
    }

    /// Keeps which bands an appointment pays from which day on, and which today.
    func keepBands(of appointment: Stored<Appointment>, today: LocalDate, in tx: borrowing Transaction) throws {
        let bands = appointment.state.paidBands
        let until = bands.dropFirst().map { $0.from.adding(days: -1) } + [LocalDate.latest]
        try tx.execute(
            """
            INSERT INTO appointment_band (appointment, from_day, until_day, band, minimum_fen)
            SELECT \(appointment.id)::uuid, from_day::date, until_day::date, band, minimum FROM unnest(
                \(bands.map(\.from.description))::text[], \(until.map(\.description))::text[],
                \(bands.map(\.band.code))::text[], \(bands.map(\.band.minimum.fen))::bigint[])
                AS t(from_day, until_day, band, minimum)
            ON CONFLICT (appointment, from_day) DO UPDATE SET
                until_day = excluded.until_day, band = excluded.band, minimum_fen = excluded.minimum_fen
            """
        )
        try payToday([appointment.id], today: today, in: tx)
    }

    /// Notes of appointments which band they pay on a day.
    func payToday(_ appointments: [UUID], today: LocalDate, in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            WITH locked AS MATERIALIZED (
                SELECT id FROM appointment WHERE id = ANY (\(appointments)) ORDER BY id FOR UPDATE)
            UPDATE appointment SET band = paid.band, band_minimum_fen = paid.minimum_fen
            FROM locked JOIN appointment_band AS paid ON paid.appointment = locked.id
            WHERE appointment.id = locked.id
              AND greatest(\(today.description)::text::date, pay_from) BETWEEN from_day AND until_day
              AND (appointment.band, band_minimum_fen) IS DISTINCT FROM (paid.band, paid.minimum_fen)
            """
        )
    }

    /// An appointment in force pays or lasts otherwise from a day on: measured at once, or once that day has come.
    func follow(
        _ appointment: Stored<Appointment>,
        since: LocalDate,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let letter = appointment.state.letter, letter.certificate != nil else { return }
        let creditCode = letter.employer.creditCode
        guard since <= cause.today else {
            let look = ParityLook(creditCode: creditCode, appointment: appointment.id, since: since, due: since)
            return try looks.add([look], in: tx)
        }
        _ = try self(.some([appointment.id]), of: creditCode, since: since, because: cause, in: tx)
    }

    /// Measures some appointments of an enterprise from a day on; answers how many were found short anew.
    func callAsFunction(
        _ scope: GapStore.Scope,
        of creditCode: String,
        since: LocalDate,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Int {
        try lock([creditCode], in: tx)
        let declared = try benchmarks.declared(by: creditCode, in: tx)
        guard let employer = declared.last?.declaration.employer else { return 0 }
        let lines = Parity.lines(from: since, through: cause.today, among: declared)
        let found = try store.gaps(scope, of: creditCode, lines, today: cause.today, in: tx)
        let (running, madeGood) = try store.known(scope, of: creditCode, since: since, in: tx)
        let dueOn = try shortfalls.dueDay(on: cause.today, in: tx)
        var opened: [Shortfall.Finding] = []
        var changed: [(Stored<Shortfall>, Parity.Gap)] = []
        var over: [Stored<Shortfall>] = []
        for (subject, gaps) in found.merging(running.keys.map { ($0, []) }, uniquingKeysWith: { first, _ in first }) {
            let own = running[subject] ?? []
            let steps = GapReckoning.steps(
                found: gaps,
                since: since,
                running: own.map { .init(id: $0.0.id, gap: $0.1) },
                madeGood: madeGood[subject.appointment] ?? []
            )
            let byID = Dictionary(own.map { ($0.0.id, $0.0) }) { first, _ in first }
            for step in steps {
                switch step {
                case .open(let gap):
                    opened.append(.init(subject, of: employer, gap.extent, dueOn: dueOn))
                case .measure(let id, let gap): if let one = byID[id] { changed.append((one, gap)) }
                case .settle(let id): if let one = byID[id] { over.append(one) }
                }
            }
        }
        try shortfalls.measure(changed.map { ($0.0, $0.1.extent) }, because: cause, in: tx)
        try shortfalls.settle(over, because: cause, in: tx)
        try shortfalls.open(
            opened.sorted { $0.appointment.uuidString < $1.appointment.uuidString },
            because: cause,
            in: tx
        )
        return opened.count
    }
}

extension Shortfall.Finding {
    fileprivate init(
        _ subject: GapStore.Subject,
        of employer: EnterpriseRef,
        _ extent: Shortfall.Extent,
        dueOn: LocalDate
    ) {
        self.init(
            appointment: subject.appointment,
            person: subject.person,
            employer: employer,
            source: .benchmark,
            since: extent.since,
            dueOn: dueOn,
            against: extent.against,
            required: extent.required,
            through: extent.through
        )
    }
}
