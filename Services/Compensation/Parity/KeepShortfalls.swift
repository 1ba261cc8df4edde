import CompensationDomain
import Contracts
import DatedDocuments
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Opens shortfalls with a day to correct them by, settles them, and tells what falls overdue, once.
struct KeepShortfalls {
    let store = ShortfallStore()
    let journal: Journal
    let outbox: Outbox

    /// The last day to correct what is found today: so many working days, by the document followed today.
    func dueDay(on today: LocalDate, in tx: borrowing Transaction) throws -> LocalDate {
        let procedure = try ConfigurationStore().inForce(TreatmentProcedure.self, on: today, in: tx)
        return try CalendarCopy.current(in: tx).lastDay(published: today, workingDays: procedure.correctionDueDays)
            .lastDay
    }

    /// Opens one for each finding of whose appointment, ground and first day none runs.
    func open(_ findings: [Shortfall.Finding], because cause: Cause, in tx: borrowing Transaction) throws {
        var coder = FindingCoder()
        var coded: [UUID: [UInt8]] = [:]
        let found = try findings.map { finding in
            var shortfall = Stored<Shortfall>(new: NewID.v7())
            try shortfall.handle(.open(finding))
            coded[shortfall.id] = try coder.event(of: finding)
            return shortfall
        }
        let written = try store.insert(found, coder: &coder, in: tx)
        try journal.append(written, of: "shortfall", because: cause, coded: coded, in: tx)
    }

    /// Notes of some which days they are of, as they were measured again.
    func measure(
        _ extents: [(Stored<Shortfall>, Shortfall.Extent)],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let measured = try extents.map { shortfall, extent in
            var shortfall = shortfall
            try shortfall.handle(.measure(extent))
            return shortfall
        }
        try store.save(measured, in: tx)
        try journal.append(measured, of: "shortfall", because: cause, in: tx)
    }

    /// Settles some of which no day is short after all.
    func settle(_ shortfalls: [Stored<Shortfall>], because cause: Cause, in tx: borrowing Transaction) throws {
        _ = try settle(shortfalls, how: nil, because: cause, in: tx)
    }

    /// Settles some at once.
    private func settle(
        _ running: [Stored<Shortfall>],
        how: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Stored<Shortfall>] {
        let settled = try running.map { shortfall in
            var shortfall = shortfall
            try shortfall.handle(.settle(on: cause.today, how: how))
            return shortfall
        }
        try store.save(settled, in: tx)
        try journal.append(settled, of: "shortfall", because: cause, in: tx)
        for shortfall in settled {
            // Of what was corrected in time nobody was told.
            if case .settled(_, _, .some, _) = shortfall.state { try tell(shortfall, because: cause, in: tx) }
        }
        return settled
    }

    /// Settles one.
    func settle(
        _ shortfall: Stored<Shortfall>,
        how: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Shortfall> {
        try settle([shortfall], how: how, because: cause, in: tx).first ?? shortfall
    }

    /// Tells those whose due day went by; true where more may be.
    func fallOverdue(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("shortfalls", now: now)
        let overdue = try store.due(on: cause.today, limit: 100, in: tx).map { shortfall in
            var shortfall = shortfall
            try shortfall.handle(.pass(on: cause.today))
            return shortfall
        }
        try store.save(overdue, in: tx)
        try journal.append(overdue, of: "shortfall", because: cause, in: tx)
        for shortfall in overdue { try tell(shortfall, because: cause, in: tx) }
        return !overdue.isEmpty
    }

    private func tell(_ shortfall: Stored<Shortfall>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let finding = shortfall.state.finding else { return }
        var settledOn: LocalDate?
        if case .settled(_, let day, _, _) = shortfall.state { settledOn = day }
        try outbox.announce(
            CompensationOverdue(
                shortfall: shortfall.id,
                appointment: finding.appointment,
                appointee: finding.person,
                employer: finding.employer,
                source: finding.source.rawValue,
                since: finding.since,
                dueOn: finding.dueOn,
                settledOn: settledOn
            ),
            because: cause,
            in: tx
        )
    }
}
