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
        case .schedule, .holdAll, .annul, .complete, .hold, .clear, .remove, .signedWithoutSuspended:
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
            return [isHeld ? .heldAsWhole : .released]
        case .annul(let reason): return [.annulled(reason: reason)]
        case .complete(let digest, let cleared, let removed, let continuing, let instant, let determination):
            let gone = Set(removed)
            let strikes = names.filter { gone.contains($0.person) && $0.isOpen }.map {
                Event.removed(person: $0.person)
            }
            let isNew = listing.notice.completedAt == nil
            let completed: [Event] = isNew ? [.completed(at: instant, continuing: continuing)] : []
            let free = Set(cleared).subtracting(gone)
            let determined = names.filter { free.contains($0.person) && $0.isShown(in: listing, as: digest) }
            return strikes + completed + Self.determined(determined, by: determination)
        case .hold(let person):
            switch names.standing(of: person) {
            case .onShow: return [.held(person: person)]
            case .determined: return [.suspended(person: person)]
            case .held, .suspended, .revoked, .removed, .withdrawn, nil: return []
            }
        case .clear(let digest, let person, let determination):
            guard let name = names.first(where: { $0.person == person }) else { return [] }
            if case .suspended = name.standing { return [.reinstated(person: person)] }
            guard name.isShown(in: listing, as: digest) else { return [] }
            guard let determination else { return name.standing == .held ? [.cleared(person: person)] : [] }
            return determined([name], by: determination)
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
