import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Follows what happens to filings: their term and scope, and whether lists under them lead to determinations.
///
/// A reaction to facts: total, and nothing happens twice. Rounds need no change; whoever wants to go on with one asks
/// ``FilingGate``. The days on which they stood still are kept, to give them back; an open vote closes as much later.
struct FollowFilings {
    let stores: Stores
    let determine: DetermineNames
    let closeVoting: CloseVoting

    func callAsFunction(_ heard: [FilingStandings.Heard], in tx: borrowing Transaction) throws {
        let special = heard.filter { $0.standing.kind == .special }
        let known = try stores.filings.scopes(of: special.map(\.standing.filing), in: tx)
        try stores.filings.keep(
            special.map { FilingScope($0.standing, covering: known[$0.standing.filing]) },
            in: tx
        )
        for one in special {
            let stops = one.standing.effects?.rounds == .freeze
            let filing = one.standing.filing
            if let frozen = try stores.frozenDays.note(filing, isFrozen: stops, at: one.cause.now, in: tx) {
                try closeVoting.giveBack(frozen, under: filing, because: one.cause, in: tx)
            }
            let isFrozen = one.standing.effects?.notices == .freeze
            let lists = try stores.roundRegister.lists(under: one.standing.filing, in: tx)
            if isFrozen {
                for var list in try stores.lists.load(lists, in: tx) {
                    try list.handle(.freeze(true))
                    try stores.lists.save([list], because: one.cause, in: tx)
                }
            } else {
                try determine(thawed: lists, because: one.cause, in: tx)
            }
        }
    }
}

extension FilingScope {
    /// What a filing covers by its standing, and of whom by its acceptance.
    init(_ standing: FilingStanding, covering accepted: FilingScope?) {
        self.init(
            filing: standing.filing,
            enterprise: standing.filer,
            enterpriseName: standing.enterpriseName,
            agencyCode: standing.agencyCode,
            occupations: standing.occupations.map(\.occupation),
            validFrom: standing.validFrom,
            validThrough: standing.validThrough,
            units: accepted?.units,
            coversEnterprise: accepted?.coversEnterprise,
            workPlan: FiledPlan(standing, since: accepted?.workPlan),
            authorityKind: accepted?.authorityKind
        )
    }
}

extension FiledPlan {
    /// The work plan of a standing; what was known before, where the standing does not tell it.
    fileprivate init?(_ standing: FilingStanding, since before: FiledPlan?) {
        guard let version = standing.workPlanVersion, let digest = standing.workPlanDigest else {
            guard let before else { return nil }
            self = before
            return
        }
        // A speaker of before such terms were told says none; the plan it names is the one known then.
        let terms = standing.workPlanTerms ?? (before?.digest == digest ? before?.terms : nil)
        self.init(version: version, digest: digest, terms: terms)
    }
}
