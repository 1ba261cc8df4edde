import FilingDomain
import Kernel

/// The body of `POST /authorities/{id}/versions`.
struct AuthorityVersionBody: Decodable {
    let name: String?
    let validFrom: String?
    let offices: [OfficeBody]?

    struct OfficeBody: Decodable {
        let name: String?
        let telephone: String?
        let address: String?
        let email: String?
    }

    /// The version, from today or later on.
    ///
    /// - Throws: `InvalidInput`.
    func read(on today: LocalDate) throws -> Authority.Version {
        var check = Check()
        let name = check.text(name, "name", most: 100)
        let from = check.day(validFrom, "validFrom")
        if let from, from < today { check.problem("validFrom", "filing.day-past", ["today": today.description]) }
        let offices = check.list(offices, "offices", most: 20).enumerated().map { index, office in
            let field = "offices[\(index)]"
            return Authority.Office(
                name: check.text(office.name, "\(field).name", most: 100),
                telephone: check.telephone(office.telephone, "\(field).telephone"),
                address: check.some(office.address, "\(field).address", most: 200),
                email: check.email(office.email, "\(field).email")
            )
        }
        let day = try check.done(from)
        return Authority.Version(name: name, offices: offices, from: day)
    }
}

extension Check {
    /// A text that may be missing, trimmed; nil where nothing is left.
    mutating func some(_ value: String?, _ field: String, most: Int) -> String? {
        let text = optional(value, field, most: most)
        return text.isEmpty ? nil : text
    }

    /// An e-mail address that may be missing.
    mutating func email(_ value: String?, _ field: String) -> String? {
        guard let text = some(value, field, most: 100) else { return nil }
        if text.wholeMatch(of: /[^\s@]+@[^\s@]+\.[^\s@]+/) == nil { problem(field, "filing.email") }
        return text
    }

    /// A telephone number that may be missing.
    mutating func telephone(_ value: String?, _ field: String) -> String? {
        guard let text = some(value, field, most: 60) else { return nil }
        if text.wholeMatch(of: /[0-9()（）+、,，;；转\s-]{5,60}/) == nil { problem(field, "filing.telephone") }
        return text
    }
}
