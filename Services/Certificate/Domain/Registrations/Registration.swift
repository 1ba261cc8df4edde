import Kernel

/// The way of one batch through the audits to its numbers and the issue of its certificates.
///
/// The enterprise uploads; the city centre, then the provincial centre audit; only after both does the enterprise
/// issue (企业特级技师评价工作流程, 2020-12-28). The offices audit what was handed in; whom to approve was the
/// enterprise's determination.
package enum Registration: Decider, Hashable, Codable {
    /// Before its first event. → awaitingSubmission
    case unopened
    /// The enterprise has yet to hand it in. → submitted
    case awaitingSubmission(batch: Batch)
    /// Handed in; the city centre's turn. → municipallyAudited, returned
    case submitted(batch: Batch)
    /// An office found something to correct. → submitted
    case returned(batch: Batch, correction: Correction)
    /// Passed in the city; the provincial centre's turn. → numbered, returned
    case municipallyAudited(batch: Batch)
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

    /// What an office wants corrected, and why.
    package struct Correction: Hashable, Sendable, Codable {
        package let office: Office
        package let reason: String

        package init(office: Office, reason: String) {
            self.office = office
            self.reason = reason
        }
    }

    package enum Command: Hashable, Sendable {
        /// A determination was told: a fact.
        case open(batch: Batch)
        case submit
        case passMunicipally(filed: FiledAgency)
        case passProvincially(on: LocalDate)
        case giveBack(correction: Correction)
        case issue(on: LocalDate, today: LocalDate)
        /// Issues what was released after the rest was issued, numbered by that day.
        case issueLate(on: LocalDate, numberedOn: LocalDate, today: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case opened(batch: Batch)
        case submitted
        case municipallyPassed
        case numbered(on: LocalDate)
        case returned(correction: Correction)
        case issued(on: LocalDate)
        case issuedLate(on: LocalDate)
    }

    package static var initial: Registration { .unopened }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unopened, .open(let batch)):
            [.opened(batch: batch)]
        case (.awaitingSubmission, .open), (.submitted, .open), (.returned, .open), (.municipallyAudited, .open),
            (.numbered, .open), (.issued, .open):
            []
        case (.unopened, .submit), (.unopened, .passMunicipally), (.unopened, .passProvincially),
            (.unopened, .giveBack), (.unopened, .issue), (.unopened, .issueLate):
            throw .notOpened

        case (.awaitingSubmission, .submit), (.returned, .submit):
            [.submitted]
        case (.submitted, .submit), (.municipallyAudited, .submit):
            throw .alreadySubmitted

        case (.submitted(let batch), .passMunicipally(let filed)):
            try passMunicipally(batch, filed)
        case (.municipallyAudited, .passMunicipally):
            throw .alreadyAudited(.municipal)

        case (.municipallyAudited(let batch), .passProvincially(let day)):
            try passProvincially(batch, on: day)
        case (.submitted, .passProvincially):
            throw .notAuditedMunicipally

        case (.submitted, .giveBack(let correction)):
            try giveBack(correction, turn: .municipal)
        case (.municipallyAudited, .giveBack(let correction)):
            try giveBack(correction, turn: .provincial)

        case (.awaitingSubmission, .passMunicipally), (.awaitingSubmission, .passProvincially),
            (.awaitingSubmission, .giveBack), (.returned, .passMunicipally), (.returned, .passProvincially),
            (.returned, .giveBack):
            throw .notSubmitted

        case (.numbered(_, let numberedOn), .issue(let day, let today)):
            try issue(on: day, numberedOn: numberedOn, today: today)
        case (.issued, .issueLate(let day, let numberedOn, let today)):
            try issueLate(on: day, numberedOn: numberedOn, today: today)
        case (.awaitingSubmission, .issue), (.submitted, .issue), (.returned, .issue), (.municipallyAudited, .issue),
            (.awaitingSubmission, .issueLate), (.submitted, .issueLate), (.returned, .issueLate),
            (.municipallyAudited, .issueLate), (.numbered, .issueLate):
            throw .notNumbered

        case (.numbered, .submit), (.numbered, .passMunicipally), (.numbered, .passProvincially),
            (.numbered, .giveBack):
            throw .alreadyNumbered
        case (.issued, .submit), (.issued, .passMunicipally), (.issued, .passProvincially), (.issued, .giveBack),
            (.issued, .issue):
            throw .alreadyIssued
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .opened(let batch):
            self = .awaitingSubmission(batch: batch)
        case .submitted:
            if let batch { self = .submitted(batch: batch) }
        case .municipallyPassed:
            if let batch { self = .municipallyAudited(batch: batch) }
        case .numbered(let day):
            if let batch { self = .numbered(batch: batch, on: day) }
        case .returned(let correction):
            if let batch { self = .returned(batch: batch, correction: correction) }
        case .issued(let day):
            if let batch { self = .issued(batch: batch, on: day) }
        case .issuedLate:
            break
        }
    }
}
