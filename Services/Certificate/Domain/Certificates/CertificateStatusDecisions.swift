import Kernel

/// What changes the status of a certificate, and how it stands since.
package struct StatusChange: Hashable, Codable, Sendable {
    /// Why, as everybody may know it; the status follows from it.
    package let reason: StatusReason
    /// The first day of the status.
    package let since: LocalDate
    /// The account that decided.
    package let by: String
    /// What it rests on, for the enterprise and the offices alone.
    package let note: String

    package init(reason: StatusReason, since: LocalDate, by: String, note: String) {
        self.reason = reason
        self.since = since
        self.by = by
        self.note = note
    }
}

/// What keeps an issued certificate out of force; each ends by itself.
package struct Suspension: Hashable, Codable, Sendable {
    /// Since when its filing is out of force, where it is.
    package var filingSince: LocalDate?
    /// What an officer examines, where one does.
    package var examination: StatusChange?

    package init(filingSince: LocalDate?, examination: StatusChange?) {
        self.filingSince = filingSince
        self.examination = examination
    }
}

extension Certificate {
    /// How an issued certificate stands, since when and why; nil for one that was not issued.
    package var standing: Standing? {
        switch self {
        case .unknown, .prepared, .held, .takenOut, .numbered, .withdrawn(_, _, nil, _): nil
        case .issued(_, _, let day): Standing(status: .valid, since: day, reason: nil)
        case .suspended(_, _, let day, let pause):
            if let examination = pause?.examination {
                Standing(status: .suspended, since: examination.since, reason: examination.reason)
            } else {
                Standing(status: .suspended, since: pause?.filingSince ?? day, reason: .filing)
            }
        case .withdrawn(_, _, .some, let change):
            Standing(status: change.reason.status, since: change.since, reason: change.reason)
        }
    }

    /// How an issued certificate stands.
    package struct Standing: Hashable, Sendable {
        package let status: CertificateStatus
        /// The first day of the status.
        package let since: LocalDate
        /// Nil where it is in force.
        package let reason: StatusReason?
    }

    /// What commands about the status of an issued certificate lead to.
    func decideStatus(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.issued, .suspend(let day)): return [.suspended(on: day)]
        case (.suspended(_, _, _, let pause), .suspend(let day)):
            return pause?.examination != nil && pause?.filingSince == nil ? [.suspended(on: day)] : []
        case (.suspended(_, _, _, let pause), .reinstate):
            return pause?.examination != nil && pause?.filingSince == nil ? [] : [.reinstated]
        case (.issued(_, _, let day), .pause(let change, let today)):
            try Self.require(change, from: day, today: today)
            return [.paused(change)]
        case (.suspended(_, _, let day, let pause), .pause(let change, let today)):
            guard pause?.examination == nil else { throw .alreadySuspended }
            try Self.require(change, from: day, today: today)
            return [.paused(change)]
        case (.suspended(_, _, _, let pause), .resume(let officer, let day)):
            guard pause?.examination != nil else { throw .notSuspended }
            return [.resumed(by: officer, on: day)]
        case (.issued(_, _, let day), .withdraw(let change, let today)),
            (.suspended(_, _, let day, _), .withdraw(let change, let today)),
            (.numbered(_, _, let day), .withdraw(let change, let today)):
            try Self.require(change, from: day, today: today)
            return [.withdrawn(change)]
        case (.issued, .resume): throw .notSuspended
        case (.withdrawn, .pause), (.withdrawn, .resume), (.withdrawn, .withdraw): throw .alreadyWithdrawn
        case (_, .pause), (_, .resume), (_, .withdraw): throw .notIssued
        default: return []
        }
    }

    /// Takes in what changes the status.
    mutating func applyStatus(_ event: Event) {
        switch (self, event) {
        case (.issued(let holding, let number, let day), .suspended(let since)):
            let pause = Suspension(filingSince: since ?? day, examination: nil)
            self = .suspended(holding: holding, number: number, on: day, pause: pause)
        case (.suspended(let holding, let number, let day, let pause), .suspended(let since)):
            let both = Suspension(filingSince: since ?? day, examination: pause?.examination)
            self = .suspended(holding: holding, number: number, on: day, pause: both)
        case (.suspended(let holding, let number, let day, let pause), .reinstated):
            guard let examination = pause?.examination else {
                self = .issued(holding: holding, number: number, on: day)
                return
            }
            let left = Suspension(filingSince: nil, examination: examination)
            self = .suspended(holding: holding, number: number, on: day, pause: left)
        case (.issued(let holding, let number, let day), .paused(let change)):
            let pause = Suspension(filingSince: nil, examination: change)
            self = .suspended(holding: holding, number: number, on: day, pause: pause)
        case (.suspended(let holding, let number, let day, let pause), .paused(let change)):
            let both = Suspension(filingSince: pause.map(\.filingSince) ?? day, examination: change)
            self = .suspended(holding: holding, number: number, on: day, pause: both)
        case (.suspended(let holding, let number, let day, let pause), .resumed):
            guard let since = pause?.filingSince else {
                self = .issued(holding: holding, number: number, on: day)
                return
            }
            let left = Suspension(filingSince: since, examination: nil)
            self = .suspended(holding: holding, number: number, on: day, pause: left)
        case (.issued(let holding, let number, let day), .withdrawn(let change)),
            (.suspended(let holding, let number, let day, _), .withdrawn(let change)):
            self = .withdrawn(holding: holding, number: number, on: day, change: change)
        case (.numbered(let holding, let number, _), .withdrawn(let change)):
            self = .withdrawn(holding: holding, number: number, on: nil, change: change)
        default: break
        }
    }

    private static func require(_ change: StatusChange, from day: LocalDate, today: LocalDate) throws(Rejection) {
        guard change.since >= day, change.since <= today else { throw .sinceOutOfRange(from: day, today: today) }
    }
}
