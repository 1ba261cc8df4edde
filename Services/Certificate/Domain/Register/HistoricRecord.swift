import Kernel

/// What is known of a certificate that was issued before this register was kept (历史证书): what stands on it, and where it was read.
///
/// The holder's identity document is kept beside it, in no event.
package struct HistoricRecord: Hashable, Sendable, Codable {
    package let number: CertificateNumber
    /// The holder's name as printed.
    package let name: String
    /// The unit the holder works in; empty where the certificate says nothing of it.
    package let unit: String
    package let occupation: Occupation
    /// Who issued it.
    package let creditCode: String
    /// The issuer's name as printed.
    package let issuerName: String
    package let issuedOn: LocalDate
    /// The file and row it was read in.
    package let source: Source

    /// Where it was read.
    package struct Source: Hashable, Sendable, Codable {
        package let file: String
        /// As Excel counts.
        package let row: Int

        package init(file: String, row: Int) {
            self.file = file
            self.row = row
        }
    }

    package init(
        number: CertificateNumber,
        name: String,
        unit: String,
        occupation: Occupation,
        creditCode: String,
        issuerName: String,
        issuedOn: LocalDate,
        source: Source
    ) {
        self.number = number
        self.name = name
        self.unit = unit
        self.occupation = occupation
        self.creditCode = creditCode
        self.issuerName = issuerName
        self.issuedOn = issuedOn
        self.source = source
    }

    /// The level of all of them.
    package var level: SkillLevel { .specialGradeTechnician }

    /// Whether both say the same of the certificate, wherever they were read.
    package func says(theSameAs other: HistoricRecord) -> Bool {
        number == other.number && name == other.name && unit == other.unit && occupation == other.occupation
            && creditCode == other.creditCode && issuerName == other.issuerName && issuedOn == other.issuedOn
    }
}
