import Foundation

/// Who votes on whom, until when; fixed when the vote is opened.
package struct Electorate: Codable, Hashable, Sendable {
    package let candidates: [UUID]
    package let electors: [Elector]
    package let openedAt: Date
    /// No ballot is taken from then on.
    package let closesAt: Date

    /// An electorate.
    package init(candidates: [UUID], electors: [Elector], openedAt: Date, closesAt: Date) {
        self.candidates = candidates
        self.electors = electors
        self.openedAt = openedAt
        self.closesAt = closesAt
    }

    /// The same, closing at another instant.
    func closing(at instant: Date) -> Electorate {
        Electorate(candidates: candidates, electors: electors, openedAt: openedAt, closesAt: instant)
    }

    /// The elector of an account.
    package func elector(_ account: String) -> Elector? { electors.first { $0.account == account } }

    /// The candidates an elector votes on, in their order.
    package func candidates(of elector: Elector) -> [UUID] {
        let recused = Set(elector.recusedFrom)
        return candidates.filter { !recused.contains($0) }
    }

    /// How many may vote on a candidate.
    package func entitled(to candidate: UUID) -> Int { electors.count { !$0.recusedFrom.contains(candidate) } }
}

/// A member of the panel as the vote knows one.
package struct Elector: Codable, Hashable, Sendable {
    /// The account the member signs in with.
    package let account: String
    package let name: String
    package let unit: String
    /// Candidates the member stands aside from (回避), and neither sees nor votes on.
    package let recusedFrom: [UUID]

    /// A member.
    package init(account: String, name: String, unit: String, recusedFrom: [UUID] = []) {
        self.account = account
        self.name = name
        self.unit = unit
        self.recusedFrom = recusedFrom
    }
}
