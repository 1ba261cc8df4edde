import Foundation
import Kernel

/// An appointment (聘用) of a determined person to a special-grade post, at parity with a 正高级工程师 (通知五).
package enum Appointment: Decider, Hashable, Codable {
    /// Can become `awaitingCertificate` or `made`.
    case unmade
    /// Agreed after the determination; in force once the certificate is there. Can become `made` or `ended`.
    case awaitingCertificate(Letter, measure: Parity.Benchmarked, course: Course?)
    /// In its term, or before it. Can become `ended`.
    case made(Letter, measure: Parity.Benchmarked, course: Course?)
    /// Over, with its last day; nil in what ended before reasons were kept, which was by expiry. Stays so, but for an
    /// earlier last day when the certificate turns out to have been out of force before it.
    case ended(Letter, measure: Parity.Benchmarked, course: Course?, end: End?)

    package static let initial = Appointment.unmade

    /// What can be asked of an appointment.
    package enum Command: Hashable, Sendable {
        /// Appoint, measured against what is declared; without a certificate in the letter it waits for it.
        case make(Letter, declared: [Parity.Benchmarked])
        /// The certificate is there and in force since a day.
        case certify(UUID, on: LocalDate)
        /// A day has come: with 24:00 of the last day of its term it is over.
        case pass(on: LocalDate)
        case assess(Assessment, today: LocalDate)
        /// The day the enterprise expects the person to retire; the statutory age is not computed here.
        case expectRetirement(on: LocalDate?)
        /// The enterprise ends it with a last day, known ahead or told afterwards.
        case end(AppointmentEndReason, last: LocalDate)
        /// The certificate was out of force for good from the day after.
        case revoke(last: LocalDate)
        /// The next term is agreed as an appointment of its own.
        case renew(by: UUID)
        /// Pay in another band from a day on, which may lie before the end of one that is over.
        case changeBand(BandStep, declared: [Parity.Benchmarked])
    }

    /// What can have happened to an appointment.
    package enum Event: Hashable, Codable, Sendable {
        case agreed(letter: Letter, measure: Parity.Benchmarked)
        case made(letter: Letter, measure: Parity.Benchmarked)
        case certified(certificate: UUID)
        /// With its last day; no reason in what was written before reasons were kept.
        case ended(on: LocalDate, reason: AppointmentEndReason?)
        case assessed(assessment: Assessment)
        case retirementExpected(on: LocalDate?)
        case renewed(by: UUID)
        case bandChanged(step: BandStep, measure: Parity.Benchmarked)
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unmade, .make(let letter, let declared)):
            let measure = try Self.measured(letter.band, on: letter.payDay, against: declared)
            return [
                letter.certificate == nil
                    ? .agreed(letter: letter, measure: measure) : .made(letter: letter, measure: measure)
            ]
        case (.awaitingCertificate, .make), (.made, .make), (.ended, .make): throw .alreadyMade

        case (.awaitingCertificate(let letter, _, _), .certify(let certificate, let day)):
            return day <= letter.term.through ? [.certified(certificate: certificate)] : []
        case (.ended(let letter, _, _, let end), .certify(let certificate, let day)):
            // Its end was told ahead while it waited: in force until then.
            guard letter.certificate == nil, let end, day <= end.on, letter.payDay <= end.on else { return [] }
            return [.certified(certificate: certificate)]
        case (.unmade, .certify), (.made, .certify): return []

        case (.awaitingCertificate(let letter, _, _), .pass(let day)), (.made(let letter, _, _), .pass(let day)):
            return letter.term.through < day ? [.ended(on: letter.term.through, reason: .expiry)] : []
        case (.unmade, .pass), (.ended, .pass): return []

        case (.made(let letter, _, let course), .assess(let assessment, let today)),
            (.ended(let letter, _, let course, _), .assess(let assessment, let today)):
            return try Self.assessed(assessment, letter, course ?? Course(), last: last, today: today)

        case (.made, .expectRetirement(let day)): return [.retirementExpected(on: day)]

        case (.awaitingCertificate(let letter, _, let course), .end(let reason, let last)),
            (.made(let letter, _, let course), .end(let reason, let last)):
            // One that ends before it begins was never taken up.
            guard letter.term.from.adding(days: -1) <= last, last <= letter.term.through else {
                throw .endOutsideTerm(from: letter.term.from, through: letter.term.through)
            }
            let hasFailed = (course ?? Course()).assessments.contains { $0.result == .failed }
            guard reason != .failedAssessment || hasFailed else { throw .nothingFailed }
            return [.ended(on: last, reason: reason)]

        case (.awaitingCertificate(let letter, _, _), .revoke(let last)), (.made(let letter, _, _), .revoke(let last)):
            return Self.revoked(letter, last, before: letter.term.through)
        case (.ended(let letter, _, _, let end), .revoke(let last)):
            return Self.revoked(letter, last, before: end?.on ?? letter.term.through)
        case (.unmade, .revoke): return []

        case (.made(_, _, let course), .renew(let next)): return try Self.renewed(course ?? Course(), by: next)
        case (.ended(_, _, let course, let end), .renew(let next)):
            guard (end?.reason ?? .expiry) == .expiry else { throw .alreadyEnded }
            return try Self.renewed(course ?? Course(), by: next)

        case (.awaitingCertificate(let letter, _, _), .changeBand(let step, let declared)),
            (.made(let letter, _, _), .changeBand(let step, let declared)),
            (.ended(let letter, _, _, _), .changeBand(let step, let declared)):
            return try Self.bandChanged(step, letter, through: last ?? letter.term.through, against: declared)

        case (.awaitingCertificate, .assess), (.awaitingCertificate, .renew), (.awaitingCertificate, .expectRetirement):
            throw .awaitsCertificate
        case (.ended, .expectRetirement), (.ended, .end): throw .alreadyEnded
        case (.unmade, .assess), (.unmade, .expectRetirement), (.unmade, .end), (.unmade, .renew),
            (.unmade, .changeBand):
            throw .notMade
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .agreed(let letter, let measure)): self = .awaitingCertificate(letter, measure: measure, course: nil)
        case (_, .made(let letter, let measure)): self = .made(letter, measure: measure, course: nil)
        case (.awaitingCertificate(let letter, let measure, let course), .certified(let certificate)):
            self = .made(letter.with(certificate: certificate), measure: measure, course: course)
        case (.ended(let letter, let measure, let course, let end), .certified(let certificate)):
            self = .ended(letter.with(certificate: certificate), measure: measure, course: course, end: end)
        case (.awaitingCertificate(let letter, let measure, let course), .ended(let day, let reason)),
            (.made(let letter, let measure, let course), .ended(let day, let reason)),
            (.ended(let letter, let measure, let course, _), .ended(let day, let reason)):
            let end = End(on: day, reason: reason ?? .expiry)
            self = .ended(letter, measure: measure, course: course, end: end)
        case (_, .assessed(let assessment)): change { $0.assessments.append(assessment) }
        case (_, .retirementExpected(let day)): change { $0.retirement = day }
        case (_, .renewed(let next)): change { $0.renewedBy = next }
        case (_, .bandChanged(let step, let measure)):
            change { $0.bands.append(step) }
            // A correction of earlier days leaves what is paid last as it is.
            if paidBands.last?.from == step.from { replace(measure) }
        case (.unmade, .certified), (.made, .certified), (.unmade, .ended): break
        }
    }

    private mutating func change(_ body: (inout Course) -> Void) {
        var course = course
        body(&course)
        switch self {
        case .unmade: break
        case .awaitingCertificate(let letter, let measure, _):
            self = .awaitingCertificate(letter, measure: measure, course: course)
        case .made(let letter, let measure, _): self = .made(letter, measure: measure, course: course)
        case .ended(let letter, let measure, _, let end):
            self = .ended(letter, measure: measure, course: course, end: end)
        }
    }

    private mutating func replace(_ measure: Parity.Benchmarked) {
        switch self {
        case .unmade: break
        case .awaitingCertificate(let letter, _, let course):
            self = .awaitingCertificate(letter, measure: measure, course: course)
        case .made(let letter, _, let course): self = .made(letter, measure: measure, course: course)
        case .ended(let letter, _, let course, let end):
            self = .ended(letter, measure: measure, course: course, end: end)
        }
    }
}
