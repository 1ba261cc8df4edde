import Kernel

/// What the register says of an enterprise.
///
/// Who is to be called, and the telephone, are personal data and no part of the history that is kept for ever.
package struct EnterpriseParticulars: Hashable, Sendable, Codable {
    /// 统一社会信用代码.
    package let creditCode: CreditCode
    /// The name as registered with the market regulator.
    package let name: String
    /// The code of the county or zone it files under, from the authority's own table.
    ///
    /// It cannot be read from the credit code, whose digits 3 to 8 name the registering office.
    package let jurisdiction: String
    /// 法定代表人.
    package let legalRepresentative: String

    /// The particulars as an officer wrote them.
    package init(creditCode: CreditCode, name: String, jurisdiction: String, legalRepresentative: String) {
        self.creditCode = creditCode
        self.name = name
        self.jurisdiction = jurisdiction
        self.legalRepresentative = legalRepresentative
    }
}
