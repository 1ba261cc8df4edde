/// How the office that takes objections is reached, as the notice prints it.
package struct HandlingContact: Codable, Hashable, Sendable {
    /// Whom to ask for.
    package let person: String?
    package let telephone: String?
    package let address: String?
    package let email: String?

    /// A contact; what is not told is nil.
    package init(person: String? = nil, telephone: String? = nil, address: String? = nil, email: String? = nil) {
        self.person = person
        self.telephone = telephone
        self.address = address
        self.email = email
    }
}
