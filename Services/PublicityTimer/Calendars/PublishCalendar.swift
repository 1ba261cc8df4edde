import Contracts
import Crypto
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// A version of the calendar comes into use: it is written down, told to every service, and running notices are reckoned
/// again with it.
struct PublishCalendar {
    let store: CalendarStore
    let reckonings: ReckoningStore
    let journal: Journal
    let outbox: Outbox

    /// The calendar in use, written down and announced if it never was: before the first notice rests on it.
    ///
    /// Not at start: a service that has decided nothing has no history, and its clock can still be set to any day.
    func ensurePublished(because cause: Cause, in tx: borrowing Transaction) throws -> WorkingCalendar {
        let calendar = try store.currentUntilCommit(in: tx)
        if try !store.holds(calendar.version, in: tx) { _ = try publish(calendar, because: cause, in: tx) }
        return calendar
    }

    /// What documents change, or would.
    struct Preview {
        /// The calendar so far.
        let old: WorkingCalendar
        /// The one from now on.
        let new: WorkingCalendar
        /// The days they answer differently.
        let changes: [WorkingCalendar.Change]

        /// Whether there is anything to bring into use.
        var isNew: Bool { !changes.isEmpty || old.documents != new.documents }
    }

    /// Puts documents beside those in use, each in the place of its year's.
    func callAsFunction(
        _ documents: [CalendarDocument],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Preview {
        try store.lockForPublishing(in: tx)
        let preview = try preview(documents, in: tx)
        guard preview.isNew else { return preview }
        if try !store.holds(preview.old.version, in: tx) { _ = try publish(preview.old, because: cause, in: tx) }
        guard let edition = try publish(preview.new, because: cause, in: tx),
            let first = preview.changes.first?.date, let last = preview.changes.last?.date
        else { return preview }
        try reckonings.begin(edition, touching: first...last, at: cause.now, in: tx)
        return preview
    }

    /// What documents would change.
    func preview(_ documents: [CalendarDocument], in tx: borrowing Transaction) throws -> Preview {
        let old = try store.current(in: tx)
        let all = WorkingCalendar(documents: old.documents + documents, version: "")
        var name = try Self.name(of: all)
        // A set that was in use before comes into use again as another version.
        var times = 1
        while try name != old.version && store.holds(name, in: tx) {
            times += 1
            name = try "\(Self.name(of: all))-\(times)"
        }
        let new = WorkingCalendar(documents: all.documents, version: name)
        return Preview(old: old, new: new, changes: WorkingCalendar.changes(from: old, to: new))
    }

    /// Writes and tells it; nil when it was in use before.
    private func publish(
        _ calendar: WorkingCalendar,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> UUID? {
        var edition = Stored<CalendarEdition>(new: NewID.v7())
        try edition.handle(.publish(name: calendar.version, documents: calendar.documents))
        guard try store.insert(edition, at: cause.now, in: tx) else { return nil }
        // What an operator sees of each service's calendar is this service's own here.
        try CalendarCopy.keep(
            calendar.documents,
            version: calendar.version,
            toldAs: edition.id,
            at: cause.now,
            in: tx
        )
        try journal.append(edition, of: "calendar", because: cause, in: tx)
        try outbox.announce(
            CalendarPublished(
                calendar: edition.id,
                version: calendar.version,
                years: calendar.years.sorted(),
                documents: calendar.documents
            ),
            because: cause,
            in: tx
        )
        return edition.id
    }

    /// `state-council-2007-2027-1f3a9c20`: the years it settles and the beginning of its documents' digest.
    private static func name(of calendar: WorkingCalendar) throws -> String {
        let digest = SHA256.hash(data: try WireFormat.encode(calendar.documents))
        let years = calendar.years.sorted()
        let span = "\(years.first ?? 0)-\(years.last ?? 0)"
        return "state-council-\(span)-" + digest.prefix(4).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    }
}
