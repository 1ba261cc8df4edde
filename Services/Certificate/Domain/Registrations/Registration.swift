import Foundation
import Kernel

/// The way of one batch through the audits to its numbers and the issue of its certificates.
///
/// The enterprise uploads; the city centre, then the provincial centre audit; only after both does the enterprise
/// issue (企业特级技师评价工作流程, 2020-12-28). The offices audit what was handed in; whom to approve was the
/// enterprise's determination. Where the procedure in force when the batch was opened says otherwise, that is followed.
package enum Registration: Decider, Hashable, Codable {
    /// Before its first event. → awaitingSubmission, returned
    case unopened
    /// The enterprise has yet to hand it in. → submitted, municipallyAudited
    case awaitingSubmission(batch: Batch)
    /// Handed in; the city centre's turn. → municipallyAudited, returned
    case submitted(batch: Batch)
    /// An office found something to correct. → submitted, municipallyAudited
    case returned(batch: Batch, correction: Correction)
    /// Passed in the city, or passed over there; the provincial centre's turn. → audited, numbered, returned
    case municipallyAudited(batch: Batch)
    /// Passed in the province, whose numbers have not come yet. → numbered, returned
    case audited(batch: Batch)
    /// Passed in the province and numbered; the enterprise's turn to issue. → issued
    case numbered(batch: Batch, on: LocalDate)
    /// The enterprise has issued the certificates.
    case issued(batch: Batch, on: LocalDate)

    /// The offices that audit, in order.
    package enum Office: String, Codable, Sendable, CaseIterable {
        /// 市职业技能鉴定服务中心.
        case municipal
        /// 省职业技能鉴定指导中心.
        case provincial
    }

    package enum Command: Hashable, Sendable {
        /// A determination was told, or persons were set apart: a fact.
        case open(batch: Batch)
        /// Persons an office returned while the rest goes on.
        case openReturned(batch: Batch, correction: Correction, audit: Audit? = nil)
        /// `account` hands it in; `filed` is what is known of the filing it rests on.
        case submit(by: String, filed: FiledAgency, today: LocalDate)
        case pass(Audit, filed: FiledAgency, today: LocalDate)
        case giveBack(Correction, Audit, today: LocalDate)
        /// Lets persons go their own way; the rest goes on.
        case setApart(SetApart)
        /// Human resources corrected fields of persons' records.
        case correct(PersonChange)
        /// Human resources corrected what the province turned down after the batch was handed in.
        case amend(PersonChange)
        /// Lets persons the province turned down go their own way, with their numbers, before the rest is issued.
        case setRejectedApart(SetApart)
        /// By the calendar as it is now it is due then: changes nothing once it is overdue.
        case reckon(Due, today: LocalDate)
        /// The numbers of the province came.
        case number(on: LocalDate)
        case issue(on: LocalDate, today: LocalDate)
        /// Issues what was released after the rest was issued, numbered by that day.
        case issueLate(on: LocalDate, numberedOn: LocalDate, today: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case opened(batch: Batch)
        case submitted(submission: Submission? = nil)
        case municipallyPassed(audit: Audit? = nil)
        /// The last audit has passed and numbers come from elsewhere.
        case passed(audit: Audit)
        /// Numbers are given; by the last audit, where it is named.
        case numbered(on: LocalDate, audit: Audit? = nil)
        case returned(correction: Correction, audit: Audit? = nil)
        case setApart(SetApart)
        case corrected(change: PersonChange)
        case dueMoved(due: Due)
        case issued(on: LocalDate)
        case issuedLate(on: LocalDate)
    }

    package static var initial: Registration { .unopened }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unopened, .open(let batch)): [.opened(batch: batch)]
        case (.unopened, .openReturned(let batch, let correction, let audit)):
            [.opened(batch: batch), .returned(correction: correction, audit: audit)]
        case (_, .open), (_, .openReturned): []

        case (_, .reckon(let due, let today)): reckon(due, today)
        case (.unopened, _): throw .notOpened

        case (.awaitingSubmission(let batch), .submit(let account, let filed, let today)),
            (.returned(let batch, _), .submit(let account, let filed, let today)):
            [.submitted(submission: submission(of: batch, by: account, filed, today))]
        case (.submitted, .submit), (.municipallyAudited, .submit): throw .alreadySubmitted

        case (.submitted(let batch), .pass(let audit, let filed, let today)):
            try passMunicipally(batch, audit, filed, today)
        case (.municipallyAudited(let batch), .pass(let audit, let filed, let today)):
            try passProvincially(batch, audit, filed, today)

        case (.submitted(let batch), .giveBack(let correction, let audit, let today)):
            try giveBack(batch, correction, audit, today, turn: .municipal)
        case (.municipallyAudited(let batch), .giveBack(let correction, let audit, let today)):
            try giveBack(batch, correction, audit, today, turn: .provincial)

        case (.audited(let batch), .giveBack(let correction, let audit, let today)):
            try giveBack(batch, correction, audit, today, turn: .provincial)

        case (.awaitingSubmission, .pass), (.awaitingSubmission, .giveBack), (.returned, .pass),
            (.returned, .giveBack):
            throw .notSubmitted

        case (.awaitingSubmission(let batch), .setApart(let apart)), (.submitted(let batch), .setApart(let apart)),
            (.returned(let batch, _), .setApart(let apart)), (.municipallyAudited(let batch), .setApart(let apart)),
            (.audited(let batch), .setApart(let apart)):
            try setApart(apart, from: batch)

        case (.awaitingSubmission(let batch), .correct(let change)), (.returned(let batch, _), .correct(let change)):
            try correct(change, of: batch)
        case (.submitted, .correct), (.municipallyAudited, .correct): throw .alreadySubmitted

        case (_, .amend(let change)): try amend(change)
        case (.numbered(let batch, _), .setRejectedApart(let apart)): try setApart(apart, from: batch)
        case (_, .setRejectedApart(let apart)): try decide(.setApart(apart))

        case (.audited, .number(let day)): [.numbered(on: day)]
        case (.numbered, .number), (.issued, .number): []
        case (.awaitingSubmission, .number), (.submitted, .number), (.returned, .number),
            (.municipallyAudited, .number):
            throw .notAudited

        case (.numbered(_, let numberedOn), .issue(let day, let today)):
            try issue(on: day, numberedOn: numberedOn, today: today)
        case (.issued, .issueLate(let day, let numberedOn, let today)):
            try issueLate(on: day, numberedOn: numberedOn, today: today)
        case (.issued, _): throw .alreadyIssued
        case (_, .issue), (_, .issueLate): throw .notNumbered

        case (.numbered, _): throw .alreadyNumbered
        case (.audited, _): throw .alreadyAudited(.provincial)
        }
    }

    package mutating func apply(_ event: Event) {
        if case .opened(let batch) = event {
            self = .awaitingSubmission(batch: batch)
            return
        }
        guard var batch else { return }
        switch event {
        case .opened: break
        case .submitted(let submission):
            if let submission { batch.submissions.append(submission) }
            batch.changes = []
            self =
                submission?.skipsMunicipalAudit == true ? .municipallyAudited(batch: batch) : .submitted(batch: batch)
        case .municipallyPassed(let audit):
            if let audit { batch.audits.append(audit) }
            self = .municipallyAudited(batch: batch)
        case .passed(let audit):
            batch.audits.append(audit)
            self = .audited(batch: batch)
        case .numbered(let day, let audit):
            if let audit { batch.audits.append(audit) }
            self = .numbered(batch: batch, on: day)
        case .returned(let correction, let audit):
            if let audit { batch.audits.append(audit) }
            self = .returned(batch: batch, correction: correction)
        case .setApart(let apart):
            batch.apart.append(apart)
            batch.persons.removeAll(where: apart.persons.contains)
            batch.changes.removeAll { apart.persons.contains($0.person) }
            if case .returned(_, let correction) = self {
                self = .returned(batch: batch, correction: correction.leaving(Set(apart.persons)))
            } else {
                keep(batch)
            }
        case .corrected(let change):
            batch.changes.append(change)
            keep(batch)
        case .dueMoved(let due):
            if case .returned(_, var correction) = self {
                correction.due = due
                self = .returned(batch: batch, correction: correction)
            } else {
                batch.due = due
                keep(batch)
            }
        case .issued(let day):
            self = .issued(batch: batch, on: day)
        case .issuedLate: break
        }
    }
}
