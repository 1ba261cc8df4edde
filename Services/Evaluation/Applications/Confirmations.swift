import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Whether persons have confirmed their own data, before these leave the enterprise.
struct Confirmations {
    let applications: ApplicationStore
    let persons: PersonRegister

    /// Refuses where somebody of some applications has not confirmed the data.
    ///
    /// - Throws: ``UnconfirmedNames``.
    func require(of ids: [UUID], in tx: borrowing Transaction) throws {
        let waiting = try applications.read(ids, in: tx).compactMap(\.state.entry).filter { !$0.isConfirmed }
        guard !waiting.isEmpty else { return }
        let names = try persons.names(of: waiting.map(\.person), in: tx)
        throw UnconfirmedNames(names: waiting.compactMap { names[$0.person] })
    }
}

/// Persons of a list have not confirmed their data.
struct UnconfirmedNames: Rejection, Hashable {
    let names: [String]

    var code: String { "evaluation.unconfirmed-names" }
    var arguments: [String: String] {
        [
            "count": String(names.count),
            "names": names.prefix(10).joined(separator: "、") + (names.count > 10 ? "等" : ""),
        ]
    }
}
