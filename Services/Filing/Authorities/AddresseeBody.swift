import FilingDomain
import Kernel

/// With whom a general filing is filed, as clients write it: a member of `POST /general-filings`.
struct AddresseeBody: Decodable {
    /// `centre` or `province-centre`; the city's centre where nothing is said (属地管理).
    let filingAuthority: String?

    /// The kind of authority.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> Authority.Kind {
        guard let filingAuthority, !filingAuthority.isEmpty else { return .centre }
        guard let kind = Authority.Kind(rawValue: filingAuthority), kind.takesFilings else {
            let words = Authority.Kind.allCases.filter(\.takesFilings).map(\.rawValue).joined(separator: "、")
            throw InvalidInput(field: "filingAuthority", code: "filing.unknown-word", arguments: ["words": words])
        }
        return kind
    }
}
