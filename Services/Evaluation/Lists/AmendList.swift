import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Changes a proposed list while it is on show: names withdrawn, entries corrected, names added, or the notice as a whole.
///
/// Publicity gives what was corrected or added a full period of its own (四（三）: 公示期不少于5个工作日).
struct AmendList {
    let stores: Stores
    let outbox: Outbox

    /// What is to be changed.
    struct Wanted: Sendable {
        /// An application to add, and on what ground where the panel had not approved it.
        struct Addition: Sendable {
            let application: UUID
            /// The omission that was referred back.
            let omission: UUID?
            /// The panel's resolution on it.
            let resolution: String?
        }

        let withdrawn: [UUID]
        let corrected: [ListAmendment.Corrected]
        let added: [Addition]
        let concernsAll: Bool
        let reason: String
    }

    /// Changes it at the edition the caller has seen.
    func callAsFunction(
        _ id: UUID,
        edition: Int,
        _ wanted: Wanted,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ProposedList> {
        // Round, then list: the order of all who lock both.
        guard let roundID = try stores.lists.read(id, in: tx).state.listing?.round else { throw NotFound("list") }
        let round = try stores.rounds.load(roundID, in: tx)
        let lists = try stores.roundRegister.lists(of: round.id, in: tx)
        guard var list = lists.first(where: { $0.id == id }) else { throw NotFound("list") }
        let elsewhere = RestOfRound(after: lists.filter { $0.id != id }.map(\.state)).taken
        guard let before = list.state.listing else { throw NotFound("list") }
        guard before.edition == edition else { throw VersionMismatch(expected: edition, actual: before.edition) }
        try checkUnits(wanted.corrected, of: before.filing, in: tx)
        var amendment = ListAmendment(
            withdrawn: wanted.withdrawn,
            corrected: wanted.corrected,
            added: try additions(wanted.added, to: round.id, round.state.approved, because: cause, in: tx),
            concernsAll: wanted.concernsAll,
            reason: wanted.reason
        )
        guard elsewhere.isDisjoint(with: amendment.added.map(\.application)) else {
            throw ProposedList.Rejection.alreadyOnList
        }
        try stores.confirmations.require(of: amendment.added.map(\.application), in: tx)
        let listed = list.state.names(after: amendment)
        guard listed.count <= ListProposed.mostNames else { throw TooManyNames() }
        let names = try stores.shownNames(listed, in: tx)
        let exceeded = try CountPosts(stores: stores)(names, of: round, reason: wanted.reason, in: tx)
        amendment.exceeded = exceeded.isEmpty ? nil : exceeded
        let digest = try Self.digest(of: names, before: before.digests, reason: wanted.reason)
        try list.handle(.amend(amendment, digest: digest, at: cause.now))
        try stores.lists.save([list], because: cause, in: tx)
        let (corrected, added) = (Set(amendment.corrected.map(\.person)), Set(amendment.added.map(\.person)))
        let fact = ListAmended(
            list: id,
            proposer: before.filing.enterprise,
            oldDigest: before.digest,
            listDigest: digest,
            withdrawn: amendment.withdrawn,
            corrected: names.filter { corrected.contains($0.person) },
            added: names.filter { added.contains($0.person) },
            concernsAll: amendment.concernsAll,
            reason: amendment.reason
        )
        guard try WireFormat.encode(fact).count <= Outbox.mostBytes else { throw ListTooLong() }
        try outbox.announce(fact, because: cause, in: tx)
        return list
    }

    /// A correction moves nobody into a unit the filing does not cover.
    private func checkUnits(
        _ corrected: [ListAmendment.Corrected],
        of filing: FilingScope,
        in tx: borrowing Transaction
    ) throws {
        guard let units = try stores.units.names(of: filing, in: tx) else { return }
        let problems = corrected.enumerated().compactMap { index, one in
            units.problem(of: one.correction.unit, field: "corrected[\(index)].unit")
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }

    /// SHA-256 of the names; where the list was shown under that before, of the names, a line feed and the reason, as often as
    /// it takes: every edition has a digest of its own, so that what publicity showed can be told from what it did not.
    static func digest(of names: [ProposedName], before: [String], reason: String) throws -> String {
        var bytes = try WireFormat.encode(names)
        var digest = Digest.sha256Hex(bytes)
        while before.contains(digest) {
            bytes += Array("\n\(reason)".utf8)
            digest = Digest.sha256Hex(bytes)
        }
        return digest
    }

    /// The persons to add: of applications the panel approved, or of those an omission was referred for and it has now resolved on.
    private func additions(
        _ wanted: [Wanted.Addition],
        to round: UUID,
        _ approved: [UUID],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [ListAmendment.Addition] {
        try wanted.enumerated().map { index, wanted in
            let field = "added[\(index)]"
            guard let application = try stores.applications.read([wanted.application], in: tx).first,
                let entry = application.state.entry, entry.round == round
            else { throw InvalidInput(field: "\(field).application", code: "evaluation.application-elsewhere") }
            if let omission = wanted.omission {
                try close(omission, of: round, with: wanted, field: field, because: cause, in: tx)
                guard [.eligible, .approved, .declined].contains(application.state.stage) else {
                    throw InvalidInput(field: "\(field).application", code: "evaluation.not-eligible-to-add")
                }
            }
            guard approved.contains(application.id) || (wanted.omission != nil && wanted.resolution != nil) else {
                throw InvalidInput(field: "\(field).resolution", code: "evaluation.not-approved-by-panel")
            }
            return ListAmendment.Addition(person: entry.person, application: application.id)
        }
    }

    private func close(
        _ id: UUID,
        of round: UUID,
        with wanted: Wanted.Addition,
        field: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var omission = try stores.omissions.load(id, in: tx)
        guard omission.state.referral?.round == round else {
            throw InvalidInput(field: "\(field).omission", code: "evaluation.omission-elsewhere")
        }
        try omission.handle(
            .answer(.added(application: wanted.application, resolution: wanted.resolution, at: cause.now))
        )
        try stores.omissions.save(omission, because: cause, in: tx)
    }
}
