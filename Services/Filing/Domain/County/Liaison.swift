import Foundation
import Kernel

/// A talk of a county's officer with an enterprise (对接; 通知六（一）: 加强与企业协调对接).
package enum Liaison: Decider, Hashable, Codable {
    /// Nothing was noted. Can transition to: logged.
    case unlogged
    /// On record. A mistake is corrected; what was written first stays in history.
    case logged(Entry)

    /// What was talked about.
    package struct Entry: Hashable, Sendable, Codable {
        package let enterprise: UUID
        /// The unit it was about; nil for the enterprise itself.
        package let unit: UUID?
        package let county: String
        package let heldOn: LocalDate
        /// With whom; personal data, encrypted.
        package let with: Data
        package let topic: String
        package let result: String
        package let nextStep: String?
        package let nextOn: LocalDate?
        /// The officer's account and name.
        package let by: String
        package let byName: String

        /// A talk as it was written down.
        package init(
            enterprise: UUID,
            unit: UUID?,
            county: String,
            heldOn: LocalDate,
            with: Data,
            topic: String,
            result: String,
            nextStep: String?,
            nextOn: LocalDate?,
            by: String,
            byName: String
        ) {
            self.enterprise = enterprise
            self.unit = unit
            self.county = county
            self.heldOn = heldOn
            self.with = with
            self.topic = topic
            self.result = result
            self.nextStep = nextStep
            self.nextOn = nextOn
            self.by = by
            self.byName = byName
        }
    }

    package enum Command: Hashable, Sendable {
        case log(Entry)
        case correct(Entry, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case logged(entry: Entry)
        case corrected(entry: Entry, on: LocalDate)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was noted before.
        case alreadyLogged
        /// There is none.
        case notLogged
        /// A talk with one enterprise is none with another.
        case otherEnterprise

        package var code: String {
            switch self {
            case .alreadyLogged: "filing.liaison-already-logged"
            case .notLogged: "filing.liaison-not-logged"
            case .otherEnterprise: "filing.liaison-other-enterprise"
            }
        }
    }

    package static let initial = Liaison.unlogged

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unlogged, .log(let entry)): return [.logged(entry: entry)]
        case (.logged, .log): throw .alreadyLogged
        case (.unlogged, .correct): throw .notLogged
        case (.logged(let old), .correct(let entry, let day)):
            guard old.enterprise == entry.enterprise, old.county == entry.county else { throw .otherEnterprise }
            return old == entry ? [] : [.corrected(entry: entry, on: day)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .logged(let entry), .corrected(let entry, _): self = .logged(entry)
        }
    }

    /// What is on record.
    package var entry: Entry? {
        guard case .logged(let entry) = self else { return nil }
        return entry
    }
}
