import FilingDomain
import Kernel
import Postgres

/// A unit as clients write it.
struct UnitBody: Decodable {
    let kind: String?
    let name: String?
    let creditCode: String?
    let site: String?
    let county: String?
    let employees: Int?

    /// The unit; nil with problems noted.
    func read(
        _ check: inout Check,
        _ prefix: String = "",
        _ jurisdictions: Jurisdictions,
        in tx: borrowing Transaction
    ) throws -> UnitParticulars? {
        let kind = check.word(kind, "\(prefix)kind", UnitParticulars.Kind.self)
        let name = check.text(name, "\(prefix)name")
        var code: CreditCode?
        if let creditCode, !creditCode.isEmpty { code = check.creditCode(creditCode, "\(prefix)creditCode") }
        let site = check.optional(site, "\(prefix)site")
        if (creditCode ?? "").isEmpty, site.isEmpty { check.problem("\(prefix)site", "filing.unit-code-or-site") }
        let county = try check.place(county, "\(prefix)county", among: jurisdictions, in: tx)
        let employees = check.number(employees, "\(prefix)employees", in: 0...1_000_000)
        guard let kind, let county else { return nil }
        return UnitParticulars(
            kind: kind,
            name: name,
            creditCode: code,
            site: site,
            county: county,
            employees: employees
        )
    }

    /// The unit, with everything that is wrong told at once.
    ///
    /// - Throws: `InvalidInput`.
    func read(_ jurisdictions: Jurisdictions, in tx: borrowing Transaction) throws -> UnitParticulars {
        var check = Check()
        let unit = try read(&check, "", jurisdictions, in: tx)
        return try check.done(unit)
    }
}

/// The body of a closing: why.
struct ReasonBody: Decodable {
    let reason: String?

    /// The reason.
    ///
    /// - Throws: `InvalidInput`.
    func read(most: Int = 1000) throws -> String {
        var check = Check()
        let reason = check.text(reason, "reason", most: most)
        try check.done()
        return reason
    }
}

extension Check {
    /// A credit code that must be there.
    mutating func creditCode(_ value: String?, _ field: String) -> CreditCode? {
        identifier(value, field) { text throws(IdentifierError) in try CreditCode(text) }
    }

    /// A county or zone that must be there, by its code or its name; its code.
    mutating func place(
        _ value: String?,
        _ field: String,
        among jurisdictions: Jurisdictions,
        in tx: borrowing Transaction
    ) throws -> String? {
        let place = text(value, field)
        guard !place.isEmpty else { return nil }
        let known = try jurisdictions.code(of: place, in: tx)
        if known == nil { problem(field, "filing.unknown-jurisdiction") }
        return known
    }

    /// A word out of a list that must be there.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(
        _ value: String?,
        _ field: String,
        _: Word.Type = Word.self
    ) -> Word? {
        guard let value, !value.isEmpty else {
            problem(field, "common.missing-member")
            return nil
        }
        guard let word = Word(rawValue: value) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: "、")
            problem(field, "filing.unknown-word", ["words": words])
            return nil
        }
        return word
    }
}
