import Kernel

/// The certificate the applicant already holds (原证书).
package struct PriorCertificate: Codable, Hashable, Sendable {
    /// 原证书类型, 职业资格证书 or 职业技能等级证书.
    package var kind: String
    /// 原证书等级 as written; nil where it names no level we know.
    package var level: SkillLevel?
    /// 原证书等级 in the applicant's words.
    package var levelText: String
    /// 原证书编号.
    package var number: PriorCertificateNumber
    /// 原证书职业.
    package var occupation: String
    /// 原证书发证机构.
    package var issuer: String?
    /// 原证书发证日期.
    package var issuedOn: LocalDate?

    /// A certificate held.
    package init(
        kind: String,
        level: SkillLevel?,
        levelText: String,
        number: PriorCertificateNumber,
        occupation: String,
        issuer: String?,
        issuedOn: LocalDate?
    ) {
        self.kind = kind
        self.level = level
        self.levelText = levelText
        self.number = number
        self.occupation = occupation
        self.issuer = issuer
        self.issuedOn = issuedOn
    }
}
