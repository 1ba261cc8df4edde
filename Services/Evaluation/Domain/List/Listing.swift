import Foundation
import Kernel

/// What a proposed list (建议人选名单) was shown as.
package struct Listing: Codable, Hashable, Sendable {
    package let round: UUID
    package let filing: FilingScope
    package let title: String
    /// SHA-256 of the names as shown now, in hex.
    package internal(set) var digest: String
    package let publishedOn: LocalDate
    package let determination: DeterminationRule
    /// Occupations with more names than posts; nil where there are none.
    private var exceeded: [ExceededPosts]?
    /// Its digests before it was amended, oldest first; nil where it never was.
    private(set) var digestsBefore: [String]?
    /// What publicity said of its notice; nil where nothing was heard.
    private var course: Course?

    /// A list as it is shown.
    package init(
        round: UUID,
        filing: FilingScope,
        title: String,
        digest: String,
        publishedOn: LocalDate,
        determination: DeterminationRule,
        exceeded: [ExceededPosts] = []
    ) {
        self.round = round
        self.filing = filing
        self.title = title
        self.digest = digest
        self.publishedOn = publishedOn
        self.determination = determination
        self.exceeded = exceeded.isEmpty ? nil : exceeded
    }

    /// Where its notice is, as publicity said.
    package struct Course: Codable, Hashable, Sendable {
        /// The last day of the period; its end is the end of that day.
        package var lastDay: LocalDate?
        /// Whether the whole list is held by an objection to the procedure.
        package var isHeld = false
        /// From when on its completion counts; nil while it has not run in full.
        package var completedAt: Date?
        /// Names nothing stood against any more while the whole list was held or frozen; nil where there are none.
        private var waiting: [Waiting]?
        /// Whether the filing it is under is out of force, so that nothing is determined; nil where it is not.
        private var frozen: Bool?
    }

    /// A name cleared while the whole list is held or frozen: its determination waits until that is over.
    package struct Waiting: Codable, Hashable, Sendable {
        package let person: UUID
        /// The id its determination gets.
        package let determination: UUID
        /// The period that ran for it.
        package let period: PeriodRun
        /// The notice that ran; nil in what was written before lists could be frozen.
        package let notice: UUID?

        /// A name that waits.
        package init(person: UUID, determination: UUID, period: PeriodRun, notice: UUID? = nil) {
            self.person = person
            self.determination = determination
            self.period = period
            self.notice = notice
        }
    }

    /// A period that has run in full, the whole notice's or a name's own.
    package struct PeriodRun: Codable, Hashable, Sendable {
        package let publishedOn: LocalDate
        package let lastDay: LocalDate

        /// From the day of publication to the last day.
        package init(publishedOn: LocalDate, lastDay: LocalDate) {
            self.publishedOn = publishedOn
            self.lastDay = lastDay
        }
    }
}

extension Listing.Course {
    /// Names that wait for the whole list to be released, in the order they were cleared.
    package internal(set) var namesWaiting: [Listing.Waiting] {
        get { waiting ?? [] }
        set { waiting = newValue.isEmpty ? nil : newValue }
    }

    /// Whether the filing it is under is out of force; its notice runs on, and nothing follows from it meanwhile.
    package internal(set) var isFrozen: Bool {
        get { frozen ?? false }
        set { frozen = newValue ? true : nil }
    }

    /// Whether determinations wait.
    var isWaiting: Bool { isHeld || isFrozen }
}

extension Listing {
    /// One more than it was amended; no objection changes it.
    package var edition: Int { (digestsBefore?.count ?? 0) + 1 }

    /// Where its notice is.
    package internal(set) var notice: Course {
        get { course ?? Course() }
        set { course = newValue }
    }

    /// The occupations in which it has more names than there are posts, each with the recorded reason.
    package internal(set) var postsExceeded: [ExceededPosts] {
        get { exceeded ?? [] }
        set { exceeded = newValue.isEmpty ? nil : newValue }
    }

    /// Every digest it was shown under, oldest first.
    package var digests: [String] { (digestsBefore ?? []) + [digest] }

    /// The edition of a digest, the latest where several had it; nil where it is none of this list's.
    func edition(of digest: String) -> Int? {
        digests.lastIndex(of: digest).map { $0 + 1 }
    }

    /// It is shown otherwise from now on.
    mutating func amend(to digest: String) {
        digestsBefore = (digestsBefore ?? []) + [self.digest]
        self.digest = digest
    }

    /// Whether the period is over: it ran in full, or its last day has passed.
    package func isOver(at now: Date) -> Bool {
        notice.completedAt != nil || notice.lastDay.map { now >= $0.end } ?? false
    }
}
