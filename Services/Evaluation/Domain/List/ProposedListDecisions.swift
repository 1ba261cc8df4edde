import Foundation
import Kernel

extension ProposedList {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .propose(let listing, let names)): return [.proposed(listing: listing, names: names)]
        case (.onShow, .propose), (.withdrawn, .propose): throw .alreadyProposed
        case (.absent, .withdraw), (.withdrawn, .withdraw): throw .notOnShow
        case (.onShow(_, let names), .withdraw(let reason)):
            guard !names.contains(where: \.isDetermined) else { throw .alreadyDetermined }
            return [.withdrawn(reason: reason)]
        case (.absent, .complete), (.absent, .hold), (.absent, .clear), (.absent, .remove): return []
        case (.withdrawn, .complete), (.withdrawn, .hold), (.withdrawn, .clear), (.withdrawn, .remove): return []
        case (.onShow(let listing, let names), .complete(let digest, let cleared, let removed, let determination)):
            let gone = Set(removed)
            let strikes = names.filter { gone.contains($0.person) && $0.isOpen }.map {
                Event.removed(person: $0.person)
            }
            guard digest == listing.digest else { return strikes }
            let free = Set(cleared).subtracting(gone)
            return strikes + determined(names.filter { free.contains($0.person) }, by: determination)
        case (.onShow(_, let names), .hold(let person)):
            return names.contains { $0.person == person && $0.standing == .onShow } ? [.held(person: person)] : []
        case (.onShow(let listing, let names), .clear(let digest, let person, let determination)):
            guard digest == listing.digest, let name = names.first(where: { $0.person == person }) else { return [] }
            guard let determination else { return name.standing == .held ? [.cleared(person: person)] : [] }
            return determined([name], by: determination)
        case (.onShow(_, let names), .remove(let person)):
            return names.contains { $0.person == person && $0.standing != .removed } ? [.removed(person: person)] : []
        }
    }

    private func determined(_ names: [ListedName], by determination: UUID) -> [Event] {
        let persons = names.filter(\.isOpen).map(\.person)
        return persons.isEmpty ? [] : [.determined(determination: determination, persons: persons)]
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .proposed(let listing, let names)): self = .onShow(listing: listing, names: names)
        case (.onShow(let listing, let names), .withdrawn(let reason)):
            self = .withdrawn(listing: listing, names: names, reason: reason)
        case (.onShow(let listing, let names), .held(let person)):
            self = .onShow(listing: listing, names: names.moving([person], to: .held))
        case (.onShow(let listing, let names), .cleared(let person)):
            self = .onShow(listing: listing, names: names.moving([person], to: .onShow))
        case (.onShow(let listing, let names), .removed(let person)):
            self = .onShow(listing: listing, names: names.moving([person], to: .removed))
        case (.onShow(let listing, let names), .determined(let determination, let persons)):
            let standing = ListedName.Standing.determined(determination: determination)
            self = .onShow(listing: listing, names: names.moving(persons, to: standing))
        case (.absent, _), (.withdrawn, _): break
        }
    }

    /// What it was shown as; nil before.
    package var listing: Listing? {
        switch self {
        case .absent: nil
        case .onShow(let listing, _), .withdrawn(let listing, _, _): listing
        }
    }

    /// Its names; none before it is shown.
    package var names: [ListedName] {
        switch self {
        case .absent: []
        case .onShow(_, let names), .withdrawn(_, let names, _): names
        }
    }
}

extension ListedName {
    /// Whether nothing final was said about it.
    var isOpen: Bool { standing == .onShow || standing == .held }

    /// Whether it is in a determination.
    var isDetermined: Bool { if case .determined = standing { true } else { false } }
}

extension [ListedName] {
    fileprivate func moving(_ persons: [UUID], to standing: ListedName.Standing) -> [ListedName] {
        let moved = Set(persons)
        return map { name in
            var name = name
            if moved.contains(name.person) { name.standing = standing }
            return name
        }
    }
}
