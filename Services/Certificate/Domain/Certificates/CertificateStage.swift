import Kernel

extension Certificate {
    /// Where a certificate stands.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case prepared
        case held
        case takenOut = "taken-out"
        case numbered
        case issued
        case suspended
        case revoked
        case cancelled
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .unknown: nil
        case .prepared: .prepared
        case .held: .held
        case .takenOut: .takenOut
        case .numbered: .numbered
        case .issued: .issued
        case .suspended: .suspended
        case .withdrawn(_, _, _, let change): change.reason.status == .cancelled ? .cancelled : .revoked
        }
    }

    /// What it says of its holder; nil before its first event.
    package var holding: Holding? {
        switch self {
        case .unknown: nil
        case .prepared(let holding), .held(let holding, _), .takenOut(let holding), .numbered(let holding, _, _),
            .issued(let holding, _, _), .suspended(let holding, _, _, _), .withdrawn(let holding, _, _, _):
            holding
        }
    }

    /// Its number, once it has one.
    package var number: CertificateNumber? {
        switch self {
        case .unknown, .prepared, .held, .takenOut: nil
        case .numbered(_, let number, _), .issued(_, let number, _), .suspended(_, let number, _, _),
            .withdrawn(_, let number, _, _):
            number
        }
    }

    /// The day it got its number, while it waits to be issued.
    package var numberedOn: LocalDate? {
        guard case .numbered(_, _, let day) = self else { return nil }
        return day
    }

    /// The day it was issued, once it is.
    package var issuedOn: LocalDate? {
        switch self {
        case .issued(_, _, let day), .suspended(_, _, let day, _): day
        case .withdrawn(_, _, let day, _): day
        case .unknown, .prepared, .held, .takenOut, .numbered: nil
        }
    }

    /// Whether it may be given a number now.
    package var awaitsNumber: Bool { stage == .prepared }

    /// The same about a holder of whom something else is said.
    mutating func change(_ holding: Holding) {
        switch self {
        case .prepared: self = .prepared(holding: holding)
        case .held(_, let grounds): self = .held(holding: holding, grounds: grounds)
        case .takenOut: self = .takenOut(holding: holding)
        case .numbered(_, let number, let day): self = .numbered(holding: holding, number: number, on: day)
        case .issued(_, let number, let day): self = .issued(holding: holding, number: number, on: day)
        case .suspended(_, let number, let day, let pause):
            self = .suspended(holding: holding, number: number, on: day, pause: pause)
        case .unknown, .withdrawn: break
        }
    }
}
