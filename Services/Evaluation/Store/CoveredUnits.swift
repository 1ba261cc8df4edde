import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Postgres
import ServiceKit

/// Which units of its enterprise a filing covers, by the names the register has for them today.
struct CoveredUnits: Sendable {
    private let directory = EnterpriseDirectory()

    /// The names; nil where the enterprise has no units, so that there is nothing to tell apart.
    func names(of scope: FilingScope, in tx: borrowing Transaction) throws -> CoveredUnitNames? {
        let entry = try directory.find(scope.enterprise.id, in: tx)
        let open = entry?.units ?? []
        guard scope.units != nil || !open.isEmpty else { return nil }
        let covered = scope.units.map { ids in open.filter { ids.contains($0.id) } } ?? open
        let coversEnterprise = scope.coversEnterprise ?? true
        let own = entry?.name ?? scope.enterpriseName
        // The name it had when the filing was accepted is still on its people's papers.
        let formerly = coversEnterprise ? [scope.enterpriseName, scope.enterprise.creditCode] : []
        return CoveredUnitNames(
            (coversEnterprise ? [own] : []) + covered.map(\.name),
            others: formerly + covered.compactMap(\.creditCode),
            enterprise: (coversEnterprise ? [own] : []) + formerly
        )
    }
}

/// What is wrong with a unit that a filing does not cover.
extension CoveredUnitNames {
    /// The problem of a unit as it was written; nil where it is covered.
    func problem(of unit: String?, field: String) -> FieldProblem? {
        guard let unit, !unit.isEmpty, !includes(unit) else { return nil }
        // A large enterprise has more units than a sentence can name.
        let named = shown.prefix(10).joined(separator: "、") + (shown.count > 10 ? "等\(shown.count)个" : "")
        return FieldProblem(field: field, code: "evaluation.unit-not-covered", arguments: ["units": named])
    }
}
