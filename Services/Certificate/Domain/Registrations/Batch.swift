import Foundation
import Kernel

/// What one determination of an enterprise hands to registration (上传审核): the persons it approved together.
package struct Batch: Hashable, Sendable, Codable {
    /// The determination; all registrations of it but the first have an ``origin``.
    package let determination: UUID
    /// The proposed list it was made on.
    package let list: UUID
    /// The filing it was made under.
    package let filing: UUID
    /// Who evaluates, issues and answers for it (谁评价、谁发证、谁负责).
    package let issuer: EnterpriseRef
    /// The issuer's name, as the certificate will print it.
    package let issuerName: String
    /// The agency code as the determination states it; read when numbers are given.
    package let agencyCode: String
    /// The day of the determination.
    package let determinedOn: LocalDate
    /// The persons, in the order of the list.
    package internal(set) var persons: [UUID]
    /// The registration its persons were set apart from; nil for that of the whole determination.
    package let origin: UUID?
    /// What led to the determination; nil for what was opened before it was kept.
    package let background: Background?
    /// Nil for what was opened before procedures were laid down.
    private let procedure: RegistrationProcedure?
    private var course: Course?

    package init(
        determination: UUID,
        list: UUID,
        filing: UUID,
        issuer: EnterpriseRef,
        issuerName: String,
        agencyCode: String,
        determinedOn: LocalDate,
        persons: [UUID],
        origin: UUID? = nil,
        background: Background? = nil,
        procedure: RegistrationProcedure? = nil,
        due: Due? = nil
    ) {
        self.determination = determination
        self.list = list
        self.filing = filing
        self.issuer = issuer
        self.issuerName = issuerName
        self.agencyCode = agencyCode
        self.determinedOn = determinedOn
        self.persons = persons
        self.origin = origin
        self.background = background
        self.procedure = procedure
        course = due.map { Course(due: $0) }
    }

    /// The round, its publicity, and the determination's paper.
    package struct Background: Hashable, Sendable, Codable {
        package let round: UUID
        /// The notice whose completion it rests on.
        package let notice: UUID
        package let publishedOn: LocalDate
        package let lastDay: LocalDate
        /// Who determined for the enterprise.
        package let authorisedBy: String
        /// Nil where the paper had no number.
        package let paperNumber: String?
        package let paperDate: LocalDate?

        package init(
            round: UUID,
            notice: UUID,
            publishedOn: LocalDate,
            lastDay: LocalDate,
            authorisedBy: String,
            paperNumber: String?,
            paperDate: LocalDate?
        ) {
            self.round = round
            self.notice = notice
            self.publishedOn = publishedOn
            self.lastDay = lastDay
            self.authorisedBy = authorisedBy
            self.paperNumber = paperNumber
            self.paperDate = paperDate
        }
    }

    /// What happened to it on its way; all nil for what was opened before it was kept.
    private struct Course: Hashable, Sendable, Codable {
        var due: Due?
        var submissions: [Submission]?
        var audits: [Audit]?
        var changes: [PersonChange]?
        var apart: [SetApart]?
        /// How often it had been handed in when the enterprise took its persons back; nil where it did not.
        var takenBackAfter: Int?
    }

    /// The procedure it follows: the one in force when it was opened, whatever was laid down since.
    package var order: RegistrationProcedure { procedure ?? .original }

    /// By when the enterprise uploads it; nil until it has been reckoned.
    package internal(set) var due: Due? {
        get { course?.due }
        set { change { $0.due = newValue } }
    }

    /// How often and by whom it was handed in, first to last.
    package internal(set) var submissions: [Submission] {
        get { course?.submissions ?? [] }
        set { change { $0.submissions = newValue.isEmpty ? nil : newValue } }
    }

    /// The audits it passed or came back from, first to last.
    package internal(set) var audits: [Audit] {
        get { course?.audits ?? [] }
        set { change { $0.audits = newValue.isEmpty ? nil : newValue } }
    }

    /// What was corrected since it was handed in last.
    package internal(set) var changes: [PersonChange] {
        get { course?.changes ?? [] }
        set { change { $0.changes = newValue.isEmpty ? nil : newValue } }
    }

    /// Who was set apart from it.
    package internal(set) var apart: [SetApart] {
        get { course?.apart ?? [] }
        set { change { $0.apart = newValue.isEmpty ? nil : newValue } }
    }

    /// Whether the enterprise took its persons back and has not handed it in since.
    package var isTakenBack: Bool { course?.takenBackAfter == submissions.count }

    /// A batch of some of its persons alone, that goes its own way by the same procedure and the same due day; whether an office
    /// returned them or the enterprise took them back.
    package func apart(_ persons: [UUID], from registration: UUID, _ ground: SetApart.Ground) -> Batch {
        let chosen = Set(persons)
        var batch = Batch(
            determination: determination,
            list: list,
            filing: filing,
            issuer: issuer,
            issuerName: issuerName,
            agencyCode: agencyCode,
            determinedOn: determinedOn,
            persons: self.persons.filter(chosen.contains),
            origin: registration,
            background: background,
            procedure: procedure,
            due: due
        )
        batch.submissions = submissions
        batch.audits = audits
        batch.changes = changes.filter { chosen.contains($0.person) }
        if ground == .takenBack { batch.change { $0.takenBackAfter = submissions.count } }
        return batch
    }

    private mutating func change(_ body: (inout Course) -> Void) {
        var course = course ?? Course()
        body(&course)
        self.course = course == Course() ? nil : course
    }
}
