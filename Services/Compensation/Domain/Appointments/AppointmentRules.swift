import Foundation
import Kernel

extension Appointment {
    /// What a band is measured against on a day.
    ///
    /// - Throws: `Rejection.noBenchmark`, `Rejection.belowBenchmark`.
    package static func measured(
        _ band: Band,
        on day: LocalDate,
        against declared: [Parity.Benchmarked]
    ) throws(Rejection) -> Parity.Benchmarked {
        guard let measure = Parity.measure(for: band.code, on: day, among: declared) else { throw .noBenchmark }
        guard band.minimum >= measure.declaration.band.minimum else {
            throw .belowBenchmark(band: measure.declaration.band.code)
        }
        return measure
    }

    /// One assessment a year, and one of the term; on a day of the term that has come.
    static func assessed(
        _ assessment: Assessment,
        _ letter: Letter,
        _ course: Course,
        last: LocalDate?,
        today: LocalDate
    ) throws(Rejection) -> [Event] {
        guard letter.term.from <= assessment.on, assessment.on <= today else {
            throw .assessedOutsideTerm(from: letter.term.from)
        }
        let isTwice = course.assessments.contains { other in
            other.kind == assessment.kind && (assessment.kind == .term || other.year == assessment.year)
        }
        guard !isTwice else { throw .assessedAlready }
        if assessment.kind == .annual, let last, last < assessment.on {
            throw .assessedOutsideTerm(from: letter.term.from)
        }
        return [.assessed(assessment: assessment)]
    }

    /// The next term follows a passed assessment of this one (聘期考核合格的可以续聘).
    static func renewed(_ course: Course, by next: UUID) throws(Rejection) -> [Event] {
        guard course.renewedBy == nil else { throw .alreadyRenewed }
        guard let assessment = course.assessments.last(where: { $0.kind == .term }) else { throw .notAssessed }
        guard assessment.result != .failed else { throw .failedAssessment }
        return [.renewed(by: next)]
    }

    /// Another band from a day of the pay, told ahead or as a correction of days gone by; after the end only for days before it.
    static func bandChanged(
        _ step: BandStep,
        _ letter: Letter,
        through last: LocalDate,
        against declared: [Parity.Benchmarked]
    ) throws(Rejection) -> [Event] {
        guard letter.payDay <= last else { throw .alreadyEnded }
        guard letter.payDay <= step.from, step.from <= last else {
            throw .bandOutsideTerm(from: letter.payDay, through: last)
        }
        return [.bandChanged(step: step, measure: try measured(step.band, on: step.from, against: declared))]
    }

    /// The end by a certificate that is out of force, where it comes before another; never before pay began.
    static func revoked(_ letter: Letter, _ last: LocalDate, before end: LocalDate) -> [Event] {
        let first = min(letter.term.from, letter.payDay)
        let last = max(last, first.adding(days: -1))
        return last < end ? [.ended(on: last, reason: .revocation)] : []
    }
}

extension Appointment {
    /// What its letter says, nil before it is made.
    package var letter: Letter? {
        switch self {
        case .unmade: nil
        case .awaitingCertificate(let letter, _, _), .made(let letter, _, _), .ended(let letter, _, _, _): letter
        }
    }

    /// The benchmark it was measured against, nil before it is made.
    package var measure: Parity.Benchmarked? {
        switch self {
        case .unmade: nil
        case .awaitingCertificate(_, let measure, _), .made(_, let measure, _), .ended(_, let measure, _, _): measure
        }
    }

    /// What happened in its term.
    package var course: Course {
        switch self {
        case .unmade: Course()
        case .awaitingCertificate(_, _, let course), .made(_, _, let course), .ended(_, _, let course, _):
            course ?? Course()
        }
    }

    /// How it ended, or is to end on a day that is known; nil while it runs.
    package var end: End? {
        guard case .ended(let letter, _, _, let end) = self else { return nil }
        return end ?? End(on: letter.term.through, reason: .expiry)
    }

    /// Its last day as far as it is known, nil before it is made.
    package var last: LocalDate? { end?.on ?? letter?.term.through }
}
