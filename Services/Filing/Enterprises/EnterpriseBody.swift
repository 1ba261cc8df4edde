import FilingDomain
import Kernel
import Postgres

/// The body of `POST /enterprises`.
struct EnterpriseBody: Decodable {
    let creditCode: String?
    let name: String?
    let jurisdiction: String?
    let legalRepresentative: String?
    let contact: ContactBody?

    struct ContactBody: Decodable {
        let name: String?
        let telephone: String?
    }

    /// The particulars and the contact.
    ///
    /// - Throws: `InvalidInput`.
    func read(
        _ jurisdictions: Jurisdictions,
        in tx: borrowing Transaction
    ) throws -> (EnterpriseParticulars, Contact) {
        var check = Check()
        let creditCode = check.identifier(creditCode, "creditCode") { text throws(IdentifierError) in
            try CreditCode(text)
        }
        let name = check.text(name, "name")
        let place = check.text(jurisdiction, "jurisdiction")
        let known = place.isEmpty ? nil : try jurisdictions.code(of: place, in: tx)
        if known == nil, !place.isEmpty { check.problem("jurisdiction", "filing.unknown-jurisdiction") }
        let representative = check.text(legalRepresentative, "legalRepresentative")
        let contact = Contact(
            name: check.text(contact?.name, "contact.name"),
            telephone: check.text(contact?.telephone, "contact.telephone", most: 40)
        )
        let (code, jurisdiction) = try check.done(creditCode, known)
        let particulars = EnterpriseParticulars(
            creditCode: code,
            name: name,
            jurisdiction: jurisdiction,
            legalRepresentative: representative
        )
        return (particulars, contact)
    }
}
