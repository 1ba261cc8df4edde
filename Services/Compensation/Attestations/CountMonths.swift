import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Counts what was attested of each enterprise and month, and says what is complete and what is missing.
struct CountMonths: Sendable {
    /// Months that are looked back at for enterprises of which nothing came.
    static let monthsBack = 12

    let store = AttestedMonthStore()
    let duties = DutyStore()
    let procedures: MonthlyProcedures
    let journal: Journal
    let outbox: Outbox

    /// Notes that a month has to be counted.
    func note(
        _ month: Month,
        of creditCode: String,
        dueOn: LocalDate,
        today: LocalDate,
        in tx: borrowing Transaction
    ) throws {
        try store.look(month, of: [creditCode], dueOn: dueOn, on: today, again: true, in: tx)
    }

    /// Notes that months have to be counted again: appointments came in force or ended, maybe on days gone by.
    ///
    /// One that ended with its term changes no month.
    func note(_ changed: [Stored<Appointment>], today: LocalDate, in tx: borrowing Transaction) throws {
        var months: Set<EnterpriseMonth> = []
        for appointment in changed where appointment.state.end?.reason != .expiry {
            guard let letter = appointment.state.letter, letter.certificate != nil else { continue }
            var month = Month(of: letter.payDay)
            let last = Month(of: min(letter.term.through, today))
            while month <= last {
                months.insert(EnterpriseMonth(creditCode: letter.employer.creditCode, month: month))
                month = month.next
            }
        }
        try store.lookAgain(months, on: today, in: tx)
    }

    /// Lists the months that are over and of which nothing came.
    func list(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let today = LocalDate(in: now)
        var month = Month(of: today).previous
        for _ in 0..<Self.monthsBack {
            let found = try duties.unlisted(in: month, limit: 500, in: tx)
            if !found.isEmpty {
                let dueOn = try procedures.dueDay(of: month, on: today, in: tx)
                try store.look(month, of: found, dueOn: dueOn, on: today, again: false, in: tx)
                return true
            }
            month = month.previous
        }
        return false
    }

    /// Counts some; true where more are to be counted.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("attestations", now: now)
        let found = try store.due(on: cause.today, limit: 20, in: tx)
        for place in found {
            let dueOn = try procedures.dueDay(of: place.month, on: cause.today, in: tx)
            let tally = try store.tally(place.month, of: place.creditCode, in: tx)
            let counts = tally.counts
            var month = place.stored
            try month.handle(.count(counts, today: cause.today, dueOn: dueOn))
            let again = counts.missing > 0 && cause.today <= dueOn ? dueOn.adding(days: 1) : nil
            try store.save(month, counts, late: tally.late, dueOn: dueOn, lookOn: again, in: tx)
            try journal.append(month, of: "attested_month", because: cause, in: tx)
            try announce(month, place, because: cause, in: tx)
        }
        return !found.isEmpty
    }

    private func announce(
        _ month: Stored<AttestedMonth>,
        _ place: AttestedMonthStore.Place,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let employer = try EnterpriseDirectory().find(creditCode: place.creditCode, in: tx)?.enterprise else {
            return
        }
        for event in month.events {
            switch event {
            case .told(let counts):
                let fact = ParityAttested(
                    attestedMonth: month.id,
                    employer: employer,
                    month: place.month.description,
                    due: counts.due,
                    met: counts.met,
                    notMet: counts.notMet,
                    notDue: counts.notDue,
                    missing: counts.missing,
                    on: cause.today
                )
                try outbox.announce(fact, because: cause, in: tx)
            case .foundMissing(let count, let dueOn):
                let fact = AttestationMissing(
                    attestedMonth: month.id,
                    employer: employer,
                    month: place.month.description,
                    missing: count,
                    dueOn: dueOn
                )
                try outbox.announce(fact, because: cause, in: tx)
            case .counted: break
            }
        }
    }
}
