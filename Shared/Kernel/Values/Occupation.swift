/// An occupation of the national classification, with the edition its code is of: codes changed between editions.
package struct Occupation: Hashable, Sendable, Codable {
    /// The code, "6-18-02-04".
    package let code: String
    /// The edition of 职业分类大典, "2022".
    package let edition: String
    /// 职业名称.
    package let name: String
    /// 工种, nil where the occupation has none (printed as "--").
    package let specialty: String?

    /// An occupation as the classification has it.
    package init(code: String, edition: String, name: String, specialty: String?) {
        self.code = code
        self.edition = edition
        self.name = name
        self.specialty = specialty
    }
}
