import Kernel

/// An enterprise as the filing authority has it on its register.
package enum Enterprise: Decider, Hashable, Codable {
    /// Not on the register. Can transition to: registered.
    case unregistered
    /// On the register. Can transition to: nothing; changes of the particulars come with renewal.
    case registered(particulars: EnterpriseParticulars, on: LocalDate)

    /// What an officer can ask.
    package enum Command: Hashable, Sendable {
        case register(particulars: EnterpriseParticulars, on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case registered(particulars: EnterpriseParticulars, on: LocalDate)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The credit code is on the register already.
        case alreadyRegistered

        package var code: String { "filing.enterprise-already-registered" }
    }

    package static let initial = Enterprise.unregistered

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unregistered, .register(let particulars, let day)): [.registered(particulars: particulars, on: day)]
        case (.registered, .register): throw .alreadyRegistered
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .registered(let particulars, let day): self = .registered(particulars: particulars, on: day)
        }
    }

    /// The particulars once it is registered.
    package var particulars: EnterpriseParticulars? {
        guard case .registered(let particulars, _) = self else { return nil }
        return particulars
    }
}
