/// Who may call which route; what is not in the table nobody may.
package struct Access: Sendable {
    /// How far a caller's right goes.
    package enum Scope: Hashable, Sendable {
        /// Everywhere.
        case any
        /// Roles of an enterprise: only their own; the route must say whose the thing is by `Call.require(enterprise:)`.
        case ownEnterprise
    }

    /// One row of the table.
    package struct Rule: Hashable, Sendable {
        /// Nil for everybody, with or without a token.
        let roles: Set<Role>?
        let scope: Scope

        /// Callers with one of these roles.
        package static func only(_ roles: Role..., within scope: Scope = .any) -> Rule {
            Rule(roles: Set(roles), scope: scope)
        }

        /// Everybody.
        package static let everyone = Rule(roles: nil, scope: .any)
    }

    /// The rows by route, `POST /filings/{id}/acceptance`.
    package let rows: [String: Rule]

    /// Makes the table.
    package init(_ rows: [String: Rule]) {
        self.rows = rows
    }

    func rule(of route: String) -> Rule? { rows[route] }
}
