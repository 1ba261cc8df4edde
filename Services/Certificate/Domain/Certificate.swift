import Kernel

/// One person's certificate (特级技师证书): prepared with its registration, then numbered, then issued.
package enum Certificate: Decider, Hashable, Codable {
    /// Before its first event. → prepared
    case unknown
    /// Its holder is known; it has no number. → numbered
    case prepared(holding: Holding)
    /// It has its number and may be issued. → issued
    case numbered(holding: Holding, number: CertificateNumber, on: LocalDate)
    /// The enterprise issued it: it can be verified by anybody.
    case issued(holding: Holding, number: CertificateNumber, on: LocalDate)

    package enum Command: Hashable, Sendable {
        /// A determination was told: a fact.
        case prepare(holding: Holding)
        case number(CertificateNumber, on: LocalDate)
        case issue(on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case prepared(holding: Holding)
        case numbered(number: CertificateNumber, on: LocalDate)
        case issued(on: LocalDate)
    }

    /// Why a step cannot be taken.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notPrepared
        /// A number is given once, and never another.
        case numberGiven
        case numberMissing
        case alreadyIssued

        package var code: String {
            switch self {
            case .notPrepared: "certificate.not-prepared"
            case .numberGiven: "certificate.number-given"
            case .numberMissing: "certificate.number-missing"
            case .alreadyIssued: "certificate.already-issued"
            }
        }
    }

    package static var initial: Certificate { .unknown }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .prepare(let holding)): [.prepared(holding: holding)]
        case (.prepared, .prepare), (.numbered, .prepare), (.issued, .prepare): []
        case (.unknown, .number), (.unknown, .issue): throw .notPrepared
        case (.prepared, .number(let number, let day)): [.numbered(number: number, on: day)]
        case (.numbered, .number), (.issued, .number): throw .numberGiven
        case (.prepared, .issue): throw .numberMissing
        case (.numbered, .issue(let day)): [.issued(on: day)]
        case (.issued, .issue): throw .alreadyIssued
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .prepared(let holding)):
            self = .prepared(holding: holding)
        case (.prepared(let holding), .numbered(let number, let day)):
            self = .numbered(holding: holding, number: number, on: day)
        case (.numbered(let holding, let number, _), .issued(let day)):
            self = .issued(holding: holding, number: number, on: day)
        case (_, .numbered), (_, .issued):
            break
        }
    }
}

extension Certificate {
    /// Where a certificate stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case prepared, numbered, issued
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .unknown: nil
        case .prepared: .prepared
        case .numbered: .numbered
        case .issued: .issued
        }
    }

    /// What it says of its holder; nil before its first event.
    package var holding: Holding? {
        switch self {
        case .unknown: nil
        case .prepared(let holding), .numbered(let holding, _, _), .issued(let holding, _, _): holding
        }
    }

    /// Its number, once it has one.
    package var number: CertificateNumber? {
        switch self {
        case .unknown, .prepared: nil
        case .numbered(_, let number, _), .issued(_, let number, _): number
        }
    }

    /// The day it was issued, once it is.
    package var issuedOn: LocalDate? {
        guard case .issued(_, _, let day) = self else { return nil }
        return day
    }
}
