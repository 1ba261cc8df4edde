import Contracts
import Foundation
import Kernel
import Postgres

/// The only way a service tells anything to anybody.
///
/// What is announced is written to the outbox in the transaction of the state it follows from; a relay sends it.
package struct Outbox: Sendable {
    /// Bytes one body may have.
    package static let mostBytes = 256 * 1024

    let service: ServiceName
    let wake: OutboxWake
    let jurisdictions: Jurisdictions

    /// Where a service looks up the county or zone of enterprises it knows, by their ids.
    package typealias Jurisdictions = @Sendable (_ enterprises: [UUID], borrowing Transaction) throws -> [UUID: String]

    /// - Parameters:
    ///   - service: who tells.
    ///   - jurisdictions: what the outside of its facts says of where an enterprise belongs.
    package init(service: ServiceName, jurisdictions: @escaping Jurisdictions = { _, _ in [:] }) {
        self.service = service
        self.jurisdictions = jurisdictions
        wake = OutboxWake()
    }

    /// Announces a fact; it is written before COMMIT, all facts of a transaction in one statement.
    ///
    /// - Throws: ``Unannounceable`` where it is too large or not this service's to say.
    package func announce(_ fact: some Fact, because cause: Cause, in tx: borrowing Transaction) throws {
        let name = type(of: fact).name
        guard service.speaks.contains(where: { name.hasPrefix("\($0).") }) else {
            throw Unannounceable.notOurs(fact: name)
        }
        let body = try WireFormat.encode(fact)
        guard body.count <= Self.mostBytes else { throw Unannounceable.tooLarge(fact: name, bytes: body.count) }
        let pending = tx.companion(PendingFacts.self)
        pending.jurisdictions = jurisdictions
        let id = NewID.v7()
        pending.rows.append(
            OutboxRow(
                event: id,
                exchange: Topology.facts,
                routingKey: name,
                type: type(of: fact).type,
                subject: fact.subject,
                enterprise: fact.enterprise?.id,
                creditCode: fact.enterprise?.creditCode,
                person: fact.person,
                cause: cause,
                body: body
            )
        )
        if let members = type(of: fact).enterpriseMembers, let enterprise = fact.enterprise {
            pending.rows.append(
                OutboxRow(
                    event: id,
                    exchange: Topology.enterprise,
                    routingKey: "\(enterprise.creditCode).\(name)",
                    type: type(of: fact).type,
                    subject: fact.subject,
                    enterprise: enterprise.id,
                    creditCode: enterprise.creditCode,
                    person: fact.person,
                    cause: cause,
                    body: try Self.only(members, of: body)
                )
            )
        }
        wake.signal()
    }

    /// Answers an enterprise's message.
    func answer(
        _ receipt: [UInt8],
        accepted: Bool,
        message: UUID,
        to creditCode: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) {
        let kind = accepted ? "accepted" : "rejected"
        tx.companion(PendingFacts.self).rows.append(
            OutboxRow(
                event: NewID.v7(),
                exchange: Topology.receipts,
                routingKey: "\(creditCode).\(kind)",
                type: "gongjiang.receipt.\(kind).v1",
                subject: message,
                enterprise: nil,
                creditCode: creditCode,
                person: nil,
                cause: cause,
                body: receipt
            )
        )
        wake.signal()
    }

    /// The bytes of a fact with these members alone.
    private static func only(_ members: [String], of fact: [UInt8]) throws -> [UInt8] {
        guard let kept = MemberReader.keep(members, of: fact) else { throw Unannounceable.notAnObject }
        return kept
    }

    /// Why something cannot be announced.
    package enum Unannounceable: Error, Hashable {
        case tooLarge(fact: String, bytes: Int)
        case notOurs(fact: String)
        case notAnObject
    }
}
