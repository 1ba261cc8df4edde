import Foundation
import Kernel

extension Display {
    /// The end of the notice's period, where it has come, is settled, and nothing holds the list.
    func completion(at now: Date) -> [Notice.Event] {
        guard hasRun(posting.period, at: now), !isHeldWhole else { return [] }
        var (cleared, held, removed, continuing): ([UUID], [UUID], [UUID], [UUID]) = ([], [], [], [])
        for name in names {
            if name.isContinuing, !hasRun(period(of: name), at: now) {
                continuing.append(name.person)
                continue
            }
            switch name.standing.atEnd {
            case .removed, .withdrawn: removed.append(name.person)
            case .held: held.append(name.person)
            case .cleared, .onShow: cleared.append(name.person)
            }
        }
        // A list that was held past its end takes effect when it was released, never before.
        let effectiveAt = [procedure.releasedAt, daysDecidedAt].compactMap(\.self).reduce(posting.period.endsAt, max)
        return [
            .completed(
                at: now,
                effectiveAt: effectiveAt,
                cleared: cleared,
                held: held,
                removed: removed,
                continuing: continuing
            )
        ]
    }

    /// The ends of single names' own periods after the notice's, unless the whole list is held.
    func lateCompletions(at now: Date) -> [Notice.Event] {
        guard !isHeldWhole else { return [] }
        return names.compactMap { name in
            guard name.isContinuing, let period = name.ownPeriod, hasRun(period, at: now) else { return nil }
            return .nameCompleted(person: name.person, isCleared: name.standing.atEnd == .cleared)
        }
    }

    /// The notice's end after it was reckoned again; nothing where it is the same.
    func moved(to new: PublicityPeriod, because cause: Notice.Moved, at now: Date?) -> [Notice.Event] {
        let old = posting.period
        guard old.differsForPeople(from: new) else { return [] }
        return [.endMoved(old: old, new: new, because: cause, at: now)]
    }

    /// The ends of single names after they were reckoned again.
    func moved(_ periods: [UUID: PublicityPeriod], because cause: Notice.Moved, at now: Date?) -> [Notice.Event] {
        names.compactMap { name in
            guard name.isContinuing, let old = name.ownPeriod, let new = periods[name.person],
                old.differsForPeople(from: new)
            else { return nil }
            return .nameEndMoved(person: name.person, old: old, new: new, because: cause, at: now)
        }
    }
}

extension Display {
    /// Days nobody has decided about keep it from completing; nothing is cleared that may not have been shown.
    func waiting(for days: [LocalDate]) -> [Notice.Event] {
        let days = Set(days).sorted()
        return days.isEmpty || days == undecidedDays ? [] : [.waits(days: days)]
    }

    /// One of those days was decided about.
    func decided(_ date: LocalDate, at now: Date) -> [Notice.Event] {
        undecidedDays?.contains(date) == true ? [.dayDecided(date: date, at: now)] : []
    }
}

extension PublicityPeriod {
    /// Whether somebody has to be told: another end, another strip of days, or an end that became certain.
    func differsForPeople(from other: PublicityPeriod) -> Bool {
        lastDay != other.lastDay || authority != other.authority || strip != other.strip
    }
}
