import FilingDomain
import Foundation
import Kernel

/// What an enterprise writes of its general filing: the body of `POST /general-filings` and of its draft.
struct GeneralFilingBody: Decodable {
    let creditCode: String?
    let occupations: [OccupationBody]?
    let evaluationBody: String?
    let staff: String?
    let members: [MemberBody]?
    let funding: String?
    let rules: String?

    struct MemberBody: Decodable {
        let name: String?
        let role: String?
        let qualification: String?
    }

    /// How complete it must be.
    enum Completeness {
        /// What is handed in has all its parts.
        case whole
        /// A draft may lack any part; what is there must be understood.
        case draft
    }

    /// The credit code and, given the enterprise of that code, what it writes.
    ///
    /// - Throws: `InvalidInput`.
    func read(
        _ completeness: Completeness = .whole
    ) throws -> (CreditCode, @Sendable (UUID) -> GeneralApplication) {
        var check = Check()
        let creditCode = check.identifier(creditCode, "creditCode") { text throws(IdentifierError) in
            try CreditCode(text)
        }
        let parts = parts(&check, completeness)
        let code = try check.done(creditCode)
        return (code, { enterprise in parts(EnterpriseRef(id: enterprise, creditCode: code.text)) })
    }

    /// What the enterprise of a filing there is writes anew; a credit code is not asked for.
    ///
    /// - Throws: `InvalidInput`.
    func read(of filer: EnterpriseRef) throws -> GeneralApplication {
        var check = Check()
        let parts = parts(&check, .draft)
        try check.done()
        return parts(filer)
    }

    private func parts(
        _ check: inout Check,
        _ completeness: Completeness
    ) -> @Sendable (EnterpriseRef) -> GeneralApplication {
        let isDraft = completeness == .draft
        func text(_ value: String?, _ field: String) -> String {
            isDraft ? check.optional(value, field, most: 2000) : check.text(value, field, most: 2000)
        }
        let filed =
            isDraft && (occupations ?? []).isEmpty
            ? [] : OccupationBody.read(occupations, &check, { $0.filed(&$1, $2, levelsMayLack: isDraft) }, \.occupation)
        let body = text(evaluationBody, "evaluationBody")
        let members = read(members ?? [], &check)
        let staff =
            members.isEmpty
            ? text(staff, "staff") : check.optional(self.staff, "staff", most: 2000)
        let funding = text(funding, "funding")
        let rules = text(rules, "rules")
        return { filer in
            GeneralApplication(
                filer: filer,
                occupations: filed,
                evaluationBody: body,
                staff: staff,
                members: members,
                funding: funding,
                rules: rules
            )
        }
    }

    /// The members of the evaluation body; numbers of persons are refused wherever they stand.
    private func read(_ bodies: [MemberBody], _ check: inout Check) -> [StaffMember] {
        if bodies.count > 500 { check.problem("members", "filing.too-many", ["most": "500"]) }
        return bodies.prefix(500).enumerated().map { index, member in
            let field = "members[\(index)]"
            return StaffMember(
                name: check.plain(member.name, "\(field).name", most: 60),
                role: check.plain(member.role, "\(field).role", most: 60),
                qualification: check.plain(member.qualification, "\(field).qualification", isNeeded: false)
            )
        }
    }
}

/// The body of `POST /general-filings/{id}/acceptance`.
struct GeneralAcceptanceBody: Decodable {
    let agencyCode: String?
    let validFrom: String?
    let validThrough: String?
    let authority: String?

    /// The agency code, the term and the office where one is named.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (AgencyCode, Term, String?) {
        var check = Check()
        let code = check.identifier(agencyCode, "agencyCode") { text throws(IdentifierError) in
            try AgencyCode(text)
        }
        let from = check.day(validFrom, "validFrom")
        let through = check.day(validThrough, "validThrough")
        let authority = check.optional(authority, "authority")
        var term: Term?
        if let from, let through {
            term = Term(from: from, through: through)
            if term == nil { check.problem("validThrough", "filing.term-backwards") }
        }
        let (given, days) = try check.done(code, term)
        return (given, days, authority.isEmpty ? nil : authority)
    }
}
