import FilingDomain
import Foundation
import Kernel

/// The body of `POST /general-filings`.
struct GeneralFilingBody: Decodable {
    let creditCode: String?
    let occupations: [OccupationBody]?
    let evaluationBody: String?
    let staff: String?
    let funding: String?
    let rules: String?

    /// The credit code and, given the enterprise of that code, what it hands in.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (CreditCode, @Sendable (UUID) -> GeneralApplication) {
        var check = Check()
        let creditCode = check.identifier(creditCode, "creditCode") { text throws(IdentifierError) in
            try CreditCode(text)
        }
        let occupations = OccupationBody.read(occupations, &check, { $0.filed(&$1, $2) }, \.occupation)
        let body = check.text(evaluationBody, "evaluationBody", most: 2000)
        let staff = check.text(staff, "staff", most: 2000)
        let funding = check.text(funding, "funding", most: 2000)
        let rules = check.text(rules, "rules", most: 2000)
        let code = try check.done(creditCode)
        return (
            code,
            { enterprise in
                GeneralApplication(
                    filer: EnterpriseRef(id: enterprise, creditCode: code.text),
                    occupations: occupations,
                    evaluationBody: body,
                    staff: staff,
                    funding: funding,
                    rules: rules
                )
            }
        )
    }
}

/// The body of `POST /general-filings/{id}/acceptance`.
struct GeneralAcceptanceBody: Decodable {
    let agencyCode: String?
    let validFrom: String?
    let validThrough: String?

    /// The agency code and the term.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (AgencyCode, Term) {
        var check = Check()
        let code = check.identifier(agencyCode, "agencyCode") { text throws(IdentifierError) in
            try AgencyCode(text)
        }
        let from = check.day(validFrom, "validFrom")
        let through = check.day(validThrough, "validThrough")
        var term: Term?
        if let from, let through {
            term = Term(from: from, through: through)
            if term == nil { check.problem("validThrough", "filing.term-backwards") }
        }
        return try check.done(code, term)
    }
}

/// The body of a refusal.
struct RefusalBody: Decodable {
    let reasons: [String]?

    /// The reasons, at least one.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> [String] {
        var check = Check()
        let reasons = check.list(reasons, "reasons").enumerated().map { index, reason in
            check.text(reason, "reasons[\(index)]", most: 1000)
        }
        try check.done()
        return reasons
    }
}
