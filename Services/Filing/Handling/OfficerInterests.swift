import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// Keeps officers away from enterprises in which they declared an interest (回避).
///
/// An officer's word and an officer's act wait for each other: whoever acts holds the lock of officer and enterprise together
/// with others who act, whoever declares holds it alone. It is taken before any row, so that nobody waits in a circle.
struct OfficerInterests: Sendable {
    let store = OfficerInterestStore()
    let desk: HandlingDesk
    let enterprises: EnterpriseStore
    let journal: Journal

    /// The officer declared an interest in the enterprise.
    enum Refused: Rejection, Hashable {
        /// The caller's own.
        case own
        /// That of the officer something is handed over to.
        case anothers(name: String)

        var code: String {
            switch self {
            case .own: "filing.interest-declared"
            case .anothers: "filing.interest-declared-by-other"
            }
        }

        var arguments: [String: String] {
            guard case .anothers(let name) = self else { return [:] }
            return ["name": name]
        }
    }

    /// Refuses a caller who declared an interest in the enterprise; call it before any row is locked.
    ///
    /// Callers who are no officers are nobody's business here. What it finds stays so until the transaction ends.
    ///
    /// - Throws: ``Refused``.
    func require(_ caller: Caller, _ enterprise: UUID, in tx: borrowing Transaction) throws {
        guard !caller.role.isOfEnterprise else { return }
        try require(Officer(caller), enterprise, else: .own, in: tx)
    }

    /// Refuses an officer something is handed over to.
    ///
    /// - Throws: ``Refused``.
    func require(_ officer: Officer, _ enterprise: UUID, else refusal: Refused, in tx: borrowing Transaction) throws {
        try tx.execute(
            "SELECT pg_advisory_xact_lock_shared(hashtextextended(\(Self.lock(officer.id, enterprise))::text, 5))"
        )
        if try store.standing(officer.id, enterprise, in: tx) != nil { throw refusal }
    }

    /// An officer says that they have an interest; what they handle of the enterprise is nobody's from now on.
    func declare(
        _ officer: Officer,
        _ enterprise: UUID,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<OfficerInterest> {
        try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(Self.lock(officer.id, enterprise))::text, 5))")
        _ = try enterprises.find(enterprise, in: tx)
        var interest = try store.standing(officer.id, enterprise, in: tx) ?? Stored(new: NewID.v7())
        try interest.handle(
            .declare(.init(officer: officer, enterprise: enterprise, reason: reason, on: cause.today))
        )
        try store.save(interest, in: tx)
        try journal.append(interest, of: "officer_interest", because: cause, in: tx)
        var released = try desk.store.unfinished(by: officer.id, of: enterprise, in: tx)
        for index in released.indices {
            try released[index].handle(.release(reason: "经办人申报与该企业有利害关系", on: cause.today))
        }
        try desk.save(released, because: cause, in: tx)
        return interest
    }

    /// The interest has ended.
    func end(
        _ interest: inout Stored<OfficerInterest>,
        by officer: Officer,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try interest.handle(.end(by: officer, reason: reason, on: cause.today))
        try store.save(interest, in: tx)
        try journal.append(interest, of: "officer_interest", because: cause, in: tx)
    }

    private static func lock(_ officer: String, _ enterprise: UUID) -> String { "\(officer) \(enterprise.lowercase)" }
}

extension Officer {
    /// The caller, as papers and lists name them.
    init(_ caller: Caller) { self.init(id: caller.subject, name: caller.name) }
}
