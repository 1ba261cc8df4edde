import Kernel

/// The order of a registration (上传审核流程), as the filing authority laid it down.
///
/// The province's flow of 2020-12-28 is what is followed where nothing else was laid down: the enterprise uploads, the city
/// centre and then the provincial centre audit, numbers are given, the enterprise issues.
package struct RegistrationProcedure: DatedDocument {
    package static let kind = ConfigurationKind.procedure

    /// Where an audit is made.
    package enum Audit: String, Codable, Sendable, CaseIterable {
        /// The office makes it in this system.
        case here
        /// The office makes it in the provincial system, and it is recorded here from there.
        case recorded
    }

    /// Where numbers come from.
    package enum NumberSource: String, Codable, Sendable, CaseIterable {
        /// Given here once the last audit has passed.
        case afterAudit = "after-audit"
        /// Reserved here when the enterprise hands the batch in, so that what is uploaded bears them.
        case reserved
        /// Returned by the provincial system.
        case province
    }

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    package let municipalAudit: Audit
    package let provincialAudit: Audit
    /// Whether the city centre also audits what enterprises filed with the province hand in.
    package let isMunicipalAuditOfProvinciallyFiled: Bool
    package let numbers: NumberSource
    /// Working days after the determination within which the enterprise uploads (及时上传).
    package let uploadDueDays: Int
    /// Working days within which what was returned is handed in again.
    package let correctionDueDays: Int

    /// The province's flow of 2020-12-28, followed by what was opened before any was laid down.
    package static let original = RegistrationProcedure(
        basis: "企业特级技师评价工作流程(2020-12-28)",
        inForceFrom: LocalDate("2020-12-28") ?? .earliest,
        municipalAudit: .here,
        provincialAudit: .here,
        isMunicipalAuditOfProvinciallyFiled: false,
        numbers: .afterAudit,
        uploadDueDays: 10,
        correctionDueDays: 5
    )

    package init(
        basis: String,
        inForceFrom: LocalDate,
        municipalAudit: Audit,
        provincialAudit: Audit,
        isMunicipalAuditOfProvinciallyFiled: Bool,
        numbers: NumberSource,
        uploadDueDays: Int,
        correctionDueDays: Int
    ) {
        self.basis = basis
        self.inForceFrom = inForceFrom
        self.municipalAudit = municipalAudit
        self.provincialAudit = provincialAudit
        self.isMunicipalAuditOfProvinciallyFiled = isMunicipalAuditOfProvinciallyFiled
        self.numbers = numbers
        self.uploadDueDays = uploadDueDays
        self.correctionDueDays = correctionDueDays
    }

    /// Where an office's audit is made.
    package func place(of office: Registration.Office) -> Audit {
        switch office {
        case .municipal: municipalAudit
        case .provincial: provincialAudit
        }
    }

    package var problems: [FieldProblem] {
        Self.problems(ofDays: ["uploadDueDays": uploadDueDays, "correctionDueDays": correctionDueDays])
    }
}
