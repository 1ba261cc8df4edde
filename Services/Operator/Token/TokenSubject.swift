import Foundation
import Kernel

/// Whom a token is for.
struct TokenSubject: Hashable, Sendable {
    /// One of the roles of the services' access tables, `enterprise-hr`.
    let role: String
    /// The account.
    let subject: String
    /// The name shown to people.
    var name: String?
    /// The credit code of the enterprise the account belongs to.
    var organisation: String?
    var person: UUID?
    /// The code of the county or zone, for its officers.
    var county: String?
}
