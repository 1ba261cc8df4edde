import Foundation
import Kernel

/// An appointment (聘用) of a certificate holder to a special-grade post, at parity with a 正高级工程师 (通知五).
package enum Appointment: Decider, Hashable, Codable {
    /// Can become `made`.
    case unmade
    /// In its term, or before it. Can become `ended`.
    case made(Letter, measure: Parity.Benchmarked)
    /// Its term is over. Stays so.
    case ended(Letter, measure: Parity.Benchmarked)

    package static let initial = Appointment.unmade

    /// The pay band of the appointee; no salary.
    package struct Band: Hashable, Codable, Sendable {
        package let code: String
        /// The lowest monthly pay in the band.
        package let minimum: Money

        /// A band of the enterprise's pay rules.
        package init(code: String, minimum: Money) {
            self.code = code
            self.minimum = minimum
        }
    }

    /// What the letter of appointment (聘书) says.
    package struct Letter: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let post: UUID
        package let person: UUID
        package let certificate: UUID
        package let occupation: Occupation
        package let term: Term
        package let band: Band
        package let duties: String
        /// The letter's own number.
        package let number: String

        /// A letter as the enterprise writes it.
        package init(
            employer: EnterpriseRef,
            post: UUID,
            person: UUID,
            certificate: UUID,
            occupation: Occupation,
            term: Term,
            band: Band,
            duties: String,
            number: String
        ) {
            self.employer = employer
            self.post = post
            self.person = person
            self.certificate = certificate
            self.occupation = occupation
            self.term = term
            self.band = band
            self.duties = duties
            self.number = number
        }
    }

    /// What can be asked of an appointment.
    package enum Command: Hashable, Sendable {
        /// Appoint, measured against what is declared.
        case make(Letter, declared: [Parity.Benchmarked])
        /// A day has come: with 24:00 of the last day of its term it is over.
        case pass(on: LocalDate)
    }

    /// What can have happened to an appointment.
    package enum Event: Hashable, Codable, Sendable {
        case made(letter: Letter, measure: Parity.Benchmarked)
        /// On the last day of its term.
        case ended(on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyMade
        /// The enterprise has no benchmark in force when the term begins.
        case noBenchmark
        /// The band begins below the benchmark's.
        case belowBenchmark(band: String)

        package var code: String {
            switch self {
            case .alreadyMade: "compensation.appointment-made"
            case .noBenchmark: "compensation.no-benchmark"
            case .belowBenchmark: "compensation.below-benchmark"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .alreadyMade, .noBenchmark: [:]
            case .belowBenchmark(let band): ["band": band]
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.made, .make), (.ended, .make): throw .alreadyMade
        case (.made(let letter, _), .pass(let day)):
            return letter.term.through < day ? [.ended(on: letter.term.through)] : []
        case (.unmade, .pass), (.ended, .pass): return []
        case (.unmade, .make(let letter, let declared)):
            guard let measure = Parity.measure(for: letter.band.code, on: letter.term.from, among: declared) else {
                throw .noBenchmark
            }
            guard letter.band.minimum >= measure.declaration.band.minimum else {
                throw .belowBenchmark(band: measure.declaration.band.code)
            }
            return [.made(letter: letter, measure: measure)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .made(let letter, let measure)): self = .made(letter, measure: measure)
        case (.made(let letter, let measure), .ended): self = .ended(letter, measure: measure)
        case (.unmade, .ended), (.ended, .ended): break
        }
    }

    /// What its letter says, nil before it is made.
    package var letter: Letter? {
        switch self {
        case .unmade: nil
        case .made(let letter, _), .ended(let letter, _): letter
        }
    }

    /// The benchmark it was measured against, nil before it is made.
    package var measure: Parity.Benchmarked? {
        switch self {
        case .unmade: nil
        case .made(_, let measure), .ended(_, let measure): measure
        }
    }
}
