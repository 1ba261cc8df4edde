import Foundation
import Kernel

extension ProposedList {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .propose(let listing, let names):
            guard case .absent = self else { throw .alreadyProposed }
            return [.proposed(listing: listing, names: names)]
        case .withdraw(let reason):
            guard case .onShow(_, let names) = self else { throw .notOnShow }
            guard names.allSatisfy({ $0.determination == nil }) else { throw .alreadyDetermined }
            return [.withdrawn(reason: reason)]
        case .amend(let amendment, let digest, let now): return try amend(amendment, to: digest, at: now)
        case .schedule, .holdAll, .freeze, .annul, .complete, .hold, .clear, .clearAfterPeriod, .remove,
            .signedWithoutSuspended:
            guard case .onShow(let listing, let names) = self else { return [] }
            return Self.react(to: command, listing, names)
        }
    }

    /// What facts do to a list on show.
    private static func react(to fact: Command, _ listing: Listing, _ names: [ListedName]) -> [Event] {
        switch fact {
        case .propose, .withdraw, .amend: return []
        case .schedule(let lastDay): return listing.notice.lastDay == lastDay ? [] : [.scheduled(lastDay: lastDay)]
        case .holdAll(let isHeld):
            guard listing.notice.isHeld != isHeld else { return [] }
            return isHeld ? [.heldAsWhole] : release(listing, names)
        case .freeze(let isFrozen):
            guard listing.notice.isFrozen != isFrozen else { return [] }
            return isFrozen ? [.frozen] : thaw(listing, names)
        case .annul(let reason): return [.annulled(reason: reason)]
        case .complete(
            let digest,
            let cleared,
            let removed,
            let continuing,
            let instant,
            let determination,
            let period,
            let notice
        ):
            let gone = Set(removed)
            let strikes = names.filter { gone.contains($0.person) && $0.isOpen }.map {
                Event.removed(person: $0.person)
            }
            let isNew = listing.notice.completedAt == nil
            let completed: [Event] = isNew ? [.completed(at: instant, continuing: continuing)] : []
            let free = Set(cleared).subtracting(gone)
            let determined = names.filter { free.contains($0.person) && $0.isShown(in: listing, as: digest) }
            let missed = names.filter {
                $0.isOpen && !gone.contains($0.person) && !$0.isMissed && !$0.isShown(in: listing, as: digest)
            }
            .map(\.person)
            let unseen: [Event] = missed.isEmpty ? [] : [.missed(persons: missed)]
            guard listing.notice.isFrozen else {
                return strikes + completed + unseen + Self.determined(determined, by: determination)
            }
            let lastDay = listing.notice.lastDay ?? LocalDate(in: instant).adding(days: -1)
            let run = period ?? Listing.PeriodRun(publishedOn: listing.publishedOn, lastDay: lastDay)
            let known = Set(listing.notice.namesWaiting.map(\.person))
            let waiting = determined.filter { $0.isOpen && !known.contains($0.person) }.map { name in
                Event.clearedWhileListHeld(
                    name: .init(person: name.person, determination: determination, period: run, notice: notice)
                )
            }
            return strikes + completed + unseen + waiting
        case .hold(let person):
            switch names.standing(of: person) {
            case .onShow: return [.held(person: person)]
            case .determined: return [.suspended(person: person)]
            case .held, .suspended, .revoked, .removed, .withdrawn, nil: return []
            }
        case .clear(let person): return clear(person, names)
        case .clearAfterPeriod(let digest, let person, let determination, let period, let notice):
            guard let name = names.first(where: { $0.person == person }), name.isOpen,
                name.isShown(in: listing, as: digest)
            else { return clear(person, names) }
            guard listing.notice.isWaiting else { return determined([name], by: determination) }
            guard !listing.notice.namesWaiting.contains(where: { $0.person == person }) else { return [] }
            let waiting = Listing.Waiting(
                person: person,
                determination: determination,
                period: period,
                notice: notice
            )
            return [.clearedWhileListHeld(name: waiting)]
        case .remove(let person):
            switch names.standing(of: person) {
            case .onShow, .held: return [.removed(person: person)]
            case .determined, .suspended: return [.revoked(person: person)]
            case .revoked, .removed, .withdrawn, nil: return []
            }
        case .signedWithoutSuspended(let determination):
            let left = names.filter { $0.standing == .suspended(determination: determination) }.map(\.person)
            return left.isEmpty ? [] : [.leftOut(persons: left)]
        }
    }

    /// Nothing stands against a name any more; nothing else follows.
    private static func clear(_ person: UUID, _ names: [ListedName]) -> [Event] {
        switch names.standing(of: person) {
        case .held: [.cleared(person: person)]
        case .suspended: [.reinstated(person: person)]
        case .onShow, .determined, .revoked, .removed, .withdrawn, nil: []
        }
    }

    /// The whole list is held no longer: who was cleared meanwhile is determined, unless the list is frozen.
    private static func release(_ listing: Listing, _ names: [ListedName]) -> [Event] {
        [.released] + (listing.notice.isFrozen ? [] : waited(listing, names))
    }

    /// The filing is in force again: who was cleared meanwhile is determined, unless the whole list is held.
    private static func thaw(_ listing: Listing, _ names: [ListedName]) -> [Event] {
        [.thawed] + (listing.notice.isHeld ? [] : waited(listing, names))
    }

    /// The names that waited, together those that were cleared together.
    private static func waited(_ listing: Listing, _ names: [ListedName]) -> [Event] {
        var seen: Set<UUID> = []
        return listing.notice.namesWaiting.map(\.determination).filter { seen.insert($0).inserted }.flatMap { id in
            let persons = Set(listing.notice.namesWaiting.filter { $0.determination == id }.map(\.person))
            return determined(names.filter { persons.contains($0.person) }, by: id)
        }
    }

    private static func determined(_ names: [ListedName], by determination: UUID) -> [Event] {
        let persons = names.filter(\.isOpen).map(\.person)
        return persons.isEmpty ? [] : [.determined(determination: determination, persons: persons)]
    }
}

extension ListedName {
    /// Whether what publicity showed under a digest is the entry as it is now.
    ///
    /// Publicity may end before it hears of an amendment; then what was corrected has not been on show for a full period.
    fileprivate func isShown(in listing: Listing, as digest: String) -> Bool {
        listing.edition(of: digest).map { shownSince <= $0 } ?? false
    }
}

extension [ListedName] {
    fileprivate func standing(of person: UUID) -> ListedName.Standing? { first { $0.person == person }?.standing }
}
