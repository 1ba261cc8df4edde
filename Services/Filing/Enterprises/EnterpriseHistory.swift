import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// What was changed about an enterprise, when, by whom and on what ground: the journal, read back.
struct EnterpriseHistory: Sendable {
    /// One step.
    struct Step: Encodable, Sendable {
        /// The version of the enterprise after it.
        let version: Int
        let at: Date
        /// The account.
        let by: String
        /// What happened, as the journal has it.
        let event: Enterprise.Event
    }

    /// The steps after a version, oldest first.
    func steps(of enterprise: UUID, after version: Int, limit: Int, in tx: borrowing Transaction) throws -> [Step] {
        try tx.query(
            """
            SELECT version, at, actor, event FROM journal
            WHERE aggregate_id = \(enterprise) AND aggregate = 'enterprise' AND version > \(version)
            ORDER BY version LIMIT \(limit)
            """
        ).compactMap { row in
            // Steps of before units were on record have none.
            guard let event = try? WireFormat.decode(HistoricEvent.self, from: row.decode("event")).event else {
                return nil
            }
            return Step(version: try row["version"], at: try row["at"], by: try row["actor"], event: event)
        }
    }

    /// An event in the form of this version or of the one before units.
    private struct HistoricEvent: Decodable {
        let event: Enterprise.Event

        private struct First: Decodable {
            let registered: Particulars

            struct Particulars: Decodable {
                let particulars: EnterpriseParticulars
                let on: LocalDate
            }
        }

        init(from decoder: any Decoder) throws {
            if let event = try? Enterprise.Event(from: decoder) {
                self.event = event
            } else {
                let first = try First(from: decoder).registered
                event = .registered(particulars: first.particulars, units: [], on: first.on)
            }
        }
    }
}

extension Main {
    /// The history of an enterprise on the register.
    var enterpriseHistoryRoutes: [Route] {
        [
            Route("GET /enterprises/{id}/history") { call, tx in
                let enterprise = try enterprises.find(call.id(), in: tx)
                guard let particulars = enterprise.state.particulars else { throw NotFound("enterprise") }
                try call.require(enterprise: particulars.creditCode.text)
                let after = call.query("afterVersion").flatMap(Int.init) ?? 0
                let steps = try EnterpriseHistory().steps(
                    of: enterprise.id,
                    after: after,
                    limit: call.page.limit,
                    in: tx
                )
                return try .page(steps, next: nil)
            }
        ]
    }
}
