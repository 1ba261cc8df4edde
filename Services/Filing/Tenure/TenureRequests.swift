import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise asks for renewal or for more occupations; an officer decides.
struct TenureRequests: Sendable {
    let store: TenureRequestStore
    let tenures: Tenures
    let record: ReadRecord
    let journal: Journal

    /// Takes an application.
    ///
    /// - Throws: `TenureRequest.Rejection`, `Tenure.Rejection` while the filing is suspended or cancelled.
    func make(
        _ wish: TenureRequest.Wish,
        of filing: UUID,
        statement: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<TenureRequest> {
        let (tenure, general) = try tenures.store.find(filing, in: tx)
        switch tenure.state.standing {
        case .inForce: break
        case .suspended: throw Tenure.Rejection.suspended
        case .cancelled: throw Tenure.Rejection.cancelled
        }
        guard let life = tenure.state.life else { throw NotFound("tenure") }
        if case .addition(let occupations) = wish, let scope = general?.state.life?.occupations {
            let outside = scope.withoutSeniorLevel(occupations.map(\.occupation))
            guard outside.isEmpty else { throw Tenure.Rejection.outsideGeneral(outside) }
        }
        let asked = TenureRequest.Asked(
            filing: filing,
            filer: life.filer,
            wish: wish,
            statement: statement,
            on: cause.today
        )
        var request = Stored<TenureRequest>(new: NewID.v7())
        try request.handle(.make(request: asked, life: life, opening: tenures.rules.opening(of: life.term)))
        try keep(request, because: cause, in: tx)
        return request
    }

    /// Grants or refuses, with the record as it stands in this transaction.
    func decide(
        _ request: Stored<TenureRequest>,
        isGranted: Bool,
        through: LocalDate?,
        reasons: String,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<TenureRequest> {
        guard let asked = request.state.asked else { throw NotFound("tenure-request") }
        var request = request
        let decision = TenureRequest.Decision(
            officer: officer,
            on: cause.today,
            reasons: reasons,
            record: try record(of: record.family(of: asked.filing, in: tx), on: cause.today, in: tx)
        )
        try request.handle(isGranted ? .grant(decision: decision) : .refuse(decision: decision))
        if isGranted {
            try tenures.change(asked.filing, because: cause, in: tx) { _, general in
                switch asked.wish {
                case .renewal(let wished):
                    return .renew(through: through ?? wished, request: request.id, on: cause.today)
                case .addition(let occupations):
                    return .add(
                        occupations: occupations,
                        within: general?.state.life?.occupations,
                        request: request.id,
                        on: cause.today
                    )
                }
            }
        }
        try keep(request, because: cause, in: tx)
        return request
    }

    /// The enterprise takes it back.
    func withdraw(
        _ request: Stored<TenureRequest>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<TenureRequest> {
        var request = request
        try request.handle(.withdraw(on: cause.today))
        try keep(request, because: cause, in: tx)
        return request
    }

    private func keep(_ request: Stored<TenureRequest>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(request, in: tx)
        try journal.append(request, of: "tenure_request", because: cause, in: tx)
    }
}
