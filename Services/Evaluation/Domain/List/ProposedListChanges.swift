import Foundation
import Kernel

extension ProposedList {
    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .proposed(let listing, let names)): self = .onShow(listing: listing, names: names)
        case (.onShow(let listing, let names), .withdrawn(let reason)):
            self = .withdrawn(listing: listing, names: names, reason: reason)
        case (.onShow(let listing, let names), .annulled(let reason)):
            self = .annulled(listing: listing, names: names.map(\.annulled), reason: reason)
        case (.onShow(var listing, var names), _):
            Self.apply(event, &listing, &names)
            self = .onShow(listing: listing, names: names)
        case (.absent, _), (.withdrawn, _), (.annulled, _): break
        }
    }

    /// What an event changes of a list that stays on show.
    private static func apply(_ event: Event, _ listing: inout Listing, _ names: inout [ListedName]) {
        switch event {
        case .proposed, .withdrawn, .annulled: break
        case .amended(let amendment, let digest, _):
            listing.amend(to: digest)
            listing.postsExceeded = amendment.exceeded ?? []
            names = names.amended(by: amendment, to: listing.edition)
        case .scheduled(let lastDay): listing.notice.lastDay = lastDay
        case .heldAsWhole: listing.notice.isHeld = true
        case .released:
            listing.notice.isHeld = false
            if !listing.notice.isFrozen { listing.notice.namesWaiting = [] }
        case .frozen: listing.notice.isFrozen = true
        case .thawed:
            listing.notice.isFrozen = false
            if !listing.notice.isHeld { listing.notice.namesWaiting = [] }
        case .completed(let instant, let continuing):
            listing.notice.completedAt = instant
            let continuing = Set(continuing)
            for index in names.indices { names[index].isContinuing = continuing.contains(names[index].person) }
        case .missed(let persons):
            for index in names.indices where persons.contains(names[index].person) {
                (names[index].isMissed, names[index].isContinuing) = (true, false)
            }
        case .held(let person):
            names.move([person], to: .held)
            listing.notice.namesWaiting.removeAll { $0.person == person }
        case .cleared(let person): names.move([person], to: .onShow)
        case .clearedWhileListHeld(let name):
            names.move([name.person], to: .onShow)
            listing.notice.namesWaiting.append(name)
        case .removed(let person):
            names.move([person], to: .removed)
            listing.notice.namesWaiting.removeAll { $0.person == person }
        case .determined(let determination, let persons):
            names.move(persons, to: .determined(determination: determination))
        case .suspended(let person): names.change(person) { .suspended(determination: $0) }
        case .reinstated(let person): names.change(person) { .determined(determination: $0) }
        case .revoked(let person): names.change(person) { .revoked(determination: $0) }
        case .leftOut(let persons): names.move(persons, to: .held)
        }
    }

    /// What it was shown as; nil before.
    package var listing: Listing? {
        switch self {
        case .absent: nil
        case .onShow(let listing, _), .withdrawn(let listing, _, _), .annulled(let listing, _, _): listing
        }
    }

    /// Its names; none before it is shown.
    package var names: [ListedName] {
        switch self {
        case .absent: []
        case .onShow(_, let names), .withdrawn(_, let names, _), .annulled(_, let names, _): names
        }
    }
}

extension ListedName {
    /// As it stands when its list is annulled: what was determined on it is determined no longer.
    fileprivate var annulled: ListedName {
        guard let determination else { return self }
        var name = self
        name.standing = .revoked(determination: determination)
        return name
    }
}

extension [ListedName] {
    fileprivate mutating func move(_ persons: [UUID], to standing: ListedName.Standing) {
        for index in indices where persons.contains(self[index].person) { self[index].standing = standing }
    }

    /// Changes how a determined name stands; its determination stays.
    fileprivate mutating func change(_ person: UUID, to standing: (UUID) -> ListedName.Standing) {
        for index in indices where self[index].person == person {
            if let determination = self[index].determination { self[index].standing = standing(determination) }
        }
    }
}
