import Kernel

extension Registration {
    /// Where a registration stands, as lists are searched and people are told.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case awaitingSubmission = "awaiting-submission"
        case submitted
        case returned
        case municipallyAudited = "municipally-audited"
        case audited
        case numbered
        case issued

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .awaitingSubmission: "待企业上传"
            case .submitted: "待市级审核"
            case .returned: "退回更正"
            case .municipallyAudited: "待省级审核"
            case .audited: "审核通过,待省级赋予编号"
            case .numbered: "已编号,待企业颁发"
            case .issued: "已颁发"
            }
        }
    }

    /// Where it stands; nil before its first event.
    package var stage: Stage? {
        switch self {
        case .unopened: nil
        case .awaitingSubmission: .awaitingSubmission
        case .submitted: .submitted
        case .returned: .returned
        case .municipallyAudited: .municipallyAudited
        case .audited: .audited
        case .numbered: .numbered
        case .issued: .issued
        }
    }

    /// The batch; nil before its first event.
    package var batch: Batch? {
        switch self {
        case .unopened: nil
        case .awaitingSubmission(let batch), .submitted(let batch), .returned(let batch, _),
            .municipallyAudited(let batch), .audited(let batch), .numbered(let batch, _), .issued(let batch, _):
            batch
        }
    }

    /// What is to be corrected, while it is.
    package var correction: Correction? {
        guard case .returned(_, let correction) = self else { return nil }
        return correction
    }
}

extension Registration {
    /// By when the enterprise has to act; nil while it is not its turn, and until it has been reckoned.
    package var due: Due? {
        switch self {
        case .awaitingSubmission(let batch): batch.due
        case .returned(_, let correction): correction.due
        case .unopened, .submitted, .municipallyAudited, .audited, .numbered, .issued: nil
        }
    }

    /// Whether the enterprise has to hand it in, for the first time or again.
    package var isEnterprisesTurn: Bool {
        switch self {
        case .awaitingSubmission, .returned: true
        case .unopened, .submitted, .municipallyAudited, .audited, .numbered, .issued: false
        }
    }

    /// The same state about a batch that changed.
    mutating func keep(_ batch: Batch) {
        switch self {
        case .unopened: break
        case .awaitingSubmission: self = .awaitingSubmission(batch: batch)
        case .submitted: self = .submitted(batch: batch)
        case .returned(_, let correction): self = .returned(batch: batch, correction: correction)
        case .municipallyAudited: self = .municipallyAudited(batch: batch)
        case .audited: self = .audited(batch: batch)
        case .numbered(_, let day): self = .numbered(batch: batch, on: day)
        case .issued(_, let day): self = .issued(batch: batch, on: day)
        }
    }
}

extension Registration {
    /// Whether both audits have passed, so that numbers are given.
    package var hasNumbers: Bool {
        switch self {
        case .unopened, .awaitingSubmission, .submitted, .returned, .municipallyAudited, .audited: false
        case .numbered, .issued: true
        }
    }
}
