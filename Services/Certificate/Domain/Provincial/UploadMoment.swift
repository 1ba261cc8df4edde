/// From which stage of its registration on a person's record is uploaded.
package enum UploadMoment: String, Codable, Sendable, CaseIterable {
    /// City and province audit by what is uploaded: when the enterprise has handed the batch in.
    case forBothAudits
    /// The province audits by what is uploaded, or gives the numbers: when the city has passed the batch.
    case forAudit
    /// The province only takes what was issued into its register.
    case afterIssue

    /// What a procedure asks for.
    package init(of procedure: RegistrationProcedure) {
        if procedure.municipalAudit == .recorded, procedure.provincialAudit == .recorded {
            self = .forBothAudits
        } else if procedure.provincialAudit == .recorded || procedure.numbers == .province {
            self = .forAudit
        } else {
            self = .afterIssue
        }
    }

    /// The names of the stages at which the records of a registration are uploaded.
    package var stages: [String] {
        switch self {
        case .forBothAudits: ["submitted"] + UploadMoment.forAudit.stages
        case .forAudit: ["municipally-audited", "audited", "numbered"] + UploadMoment.afterIssue.stages
        case .afterIssue: ["issued"]
        }
    }

    /// Whether the record of a certificate at a stage is uploaded.
    package func takes(_ stage: Certificate.Stage) -> Bool {
        switch stage {
        case .issued: true
        case .prepared, .numbered: self != .afterIssue
        default: false
        }
    }
}
