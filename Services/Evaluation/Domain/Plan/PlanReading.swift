import Kernel

extension ImplementationPlan {
    /// What it lays down, nil before it is drawn up.
    package var terms: PlanTerms? {
        switch self {
        case .absent: nil
        case .drawnUp(let terms, _), .disclosed(let terms, _, _): terms
        }
    }

    /// How it was shown and sent; nil before.
    package var disclosure: Disclosure? {
        if case .disclosed(_, let disclosure, _) = self { disclosure } else { nil }
    }

    /// Its versions and what the authority answered; that of a first version where nothing was kept.
    package var course: PlanCourse {
        switch self {
        case .absent: PlanCourse()
        case .drawnUp(_, let course), .disclosed(_, _, let course): course ?? PlanCourse()
        }
    }

    /// The version it is now; nil before it is drawn up.
    package var current: PlanVersion? {
        guard let terms else { return nil }
        let course = course
        return PlanVersion(
            number: course.number,
            digest: course.digest,
            terms: terms,
            writtenOn: course.writtenOn,
            reason: course.reason,
            disclosure: disclosure,
            receipt: course.receipt
        )
    }

    /// Every version there is, oldest first.
    package var versions: [PlanVersion] { course.earlier + (current.map { [$0] } ?? []) }
}
