/// Who may call which route; what is not in the table nobody may.
package struct Access: Sendable {
    /// How far a caller's right goes; empty for everywhere.
    package struct Scope: OptionSet, Hashable, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Everywhere.
        package static let any: Scope = []
        /// Roles of an enterprise: only their own; the route must say whose the thing is by `Call.require(enterprise:)`.
        package static let ownEnterprise = Scope(rawValue: 1)
        /// County officers: only their county; the route must say where the thing is by `Call.require(county:)`.
        package static let ownCounty = Scope(rawValue: 2)
    }

    /// One row of the table.
    package struct Rule: Hashable, Sendable {
        /// Nil for everybody, with or without a token.
        let roles: Set<Role>?
        let scope: Scope

        /// Callers with one of these roles; county officers never beyond their county, whatever the row says.
        package static func only(_ roles: Role..., within scope: Scope = .any) -> Rule {
            Rule(roles: Set(roles), scope: roles.contains { $0.isOfCounty } ? scope.union(.ownCounty) : scope)
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
