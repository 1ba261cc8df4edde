import Foundation
import Kernel

/// An enterprise as the filing authority has it on its register, with the units it covers.
package enum Enterprise: Decider, Hashable, Codable {
    /// Not on the register. Can transition to: registered.
    case unregistered
    /// On the register, where it stays; what is said of it changes.
    case registered(particulars: EnterpriseParticulars, units: [Unit], on: LocalDate)

    /// What an officer or the enterprise itself can ask.
    package enum Command: Hashable, Sendable {
        case register(particulars: EnterpriseParticulars, units: [Unit] = [], on: LocalDate)
        /// With what proves it: a licence, an approval.
        case change(particulars: EnterpriseParticulars, basis: String, on: LocalDate)
        /// Whom to call; the persons are kept beside the history.
        case nameContacts(purposes: [ContactPurpose], on: LocalDate)
        case addUnit(Unit)
        case changeUnit(UUID, to: UnitParticulars, on: LocalDate)
        case closeUnit(UUID, reason: String, on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case registered(particulars: EnterpriseParticulars, units: [Unit], on: LocalDate)
        case changed(particulars: EnterpriseParticulars, basis: String, on: LocalDate)
        case contactsNamed(purposes: [ContactPurpose], on: LocalDate)
        case unitAdded(unit: Unit)
        case unitChanged(unit: UUID, particulars: UnitParticulars, on: LocalDate)
        case unitClosed(unit: UUID, reason: String, on: LocalDate)
    }

    package static let initial = Enterprise.unregistered

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unregistered, .register(let particulars, let units, let day)):
            try Self.check(units, of: particulars.creditCode)
            return [.registered(particulars: particulars, units: units, on: day)]
        case (.registered, .register): throw .alreadyRegistered
        case (.registered(let old, _, _), .change(let new, let basis, let day)):
            guard new.creditCode == old.creditCode else { throw .otherCreditCode }
            return new == old ? [] : [.changed(particulars: new, basis: basis, on: day)]
        case (.registered, .nameContacts(let purposes, let day)): return [.contactsNamed(purposes: purposes, on: day)]
        case (.registered(let particulars, let units, _), .addUnit(let unit)):
            try Self.check(units + [unit], of: particulars.creditCode)
            return [.unitAdded(unit: unit)]
        case (.registered(let own, let units, _), .changeUnit(let id, let particulars, let day)):
            let unit = try Self.open(id, in: units)
            guard unit.particulars != particulars else { return [] }
            try Self.check(units.filter { $0.id != id } + [unit.with(particulars)], of: own.creditCode)
            return [.unitChanged(unit: id, particulars: particulars, on: day)]
        case (.registered(_, let units, _), .closeUnit(let id, let reason, let day)):
            _ = try Self.open(id, in: units)
            return [.unitClosed(unit: id, reason: reason, on: day)]
        case (.unregistered, .change), (.unregistered, .nameContacts), (.unregistered, .addUnit),
            (.unregistered, .changeUnit), (.unregistered, .closeUnit):
            throw .notRegistered
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .registered(let particulars, let units, let day)):
            self = .registered(particulars: particulars, units: units, on: day)
        case (.registered(_, let units, let day), .changed(let particulars, _, _)):
            self = .registered(particulars: particulars, units: units, on: day)
        case (.registered(let particulars, let units, let day), .unitAdded(let unit)):
            self = .registered(particulars: particulars, units: units + [unit], on: day)
        case (.registered(let own, let units, let day), .unitChanged(let id, let particulars, _)):
            self = .registered(
                particulars: own,
                units: units.map { $0.id == id ? $0.with(particulars) : $0 },
                on: day
            )
        case (.registered(let particulars, let units, let day), .unitClosed(let id, let reason, let closedOn)):
            self = .registered(
                particulars: particulars,
                units: units.map { $0.id == id ? $0.closed(on: closedOn, because: reason) : $0 },
                on: day
            )
        case (.registered, .contactsNamed): break  // the persons are no part of it
        case (.unregistered, _): break  // never decided, so never told
        }
    }

    /// The particulars once it is registered.
    package var particulars: EnterpriseParticulars? {
        guard case .registered(let particulars, _, _) = self else { return nil }
        return particulars
    }

    /// All units on record, in the order they were added.
    package var units: [Unit] {
        guard case .registered(_, let units, _) = self else { return [] }
        return units
    }

    /// The counties it lies in: that it files under, and those of the units it covers.
    package var counties: Set<String> {
        guard let particulars else { return [] }
        return Set(units.filter(\.isOpen).map(\.particulars.county)).union([particulars.jurisdiction])
    }
}
