/// The office that handles objections (异议受理部门), as the plan names it: 纪检, 工会 or another, not HR and not the panel.
package struct HandlingOffice: Hashable, Codable, Sendable {
    /// The office, "公司纪委".
    package let name: String
    /// Whom to ask for.
    package let person: String?
    package let telephone: String?
    package let address: String?
    package let email: String?

    /// An office and how to reach it.
    package init(
        name: String,
        person: String? = nil,
        telephone: String? = nil,
        address: String? = nil,
        email: String? = nil
    ) {
        self.name = name
        self.person = person
        self.telephone = telephone
        self.address = address
        self.email = email
    }
}
