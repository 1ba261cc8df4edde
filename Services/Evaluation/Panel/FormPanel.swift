import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Forms the panel of a round from the enterprise's pool: by naming its members, or by a draw announced before.
struct FormPanel {
    let stores: Stores
    let keys: KeyRing
    let standAside: StandAside

    /// Seats the named experts.
    ///
    /// - Throws: ``EvaluationDomain/Panel/Rejection``, ``EvaluationDomain/Expert/Rejection``, `NotFound` for an expert of no pool
    ///   or another enterprise's.
    func name(
        _ experts: [UUID],
        chair: UUID?,
        to place: PanelOfRound,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        var place = place
        let found = try seated(experts, of: place, in: tx)
        let members = experts.compactMap { found[$0] }.map { PanelMember(expert: $0.id, record: $0.record) }
        try place.panel.handle(
            .name(
                members: members,
                chair: chair.flatMap { found[$0]?.record.account },
                makeUp: try makeUp(of: place)
            )
        )
        return try finish(place, because: cause, in: tx)
    }

    /// Fixes pool and seed of a draw, of which only the digest is told.
    func announceDraw(
        reserves: Int?,
        for place: PanelOfRound,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        var place = place
        let makeUp = try makeUp(of: place)
        let pool = try stores.experts.pool(of: place.creditCode, in: tx)
        let records = pool.compactMap(\.state.record)
        let applicants = try stores.panelRegister.applicants(of: place.round.id, like: records, in: tx)
        let eligible = pool.compactMap { expert in
            expert.state.record.flatMap { record in
                applicants.contains { DerivedRecusals.isSame(record, $0) }
                    ? nil : PanelMember(expert: expert.id, record: record)
            }
        }
        let seed = DrawGenerator.newSeed()
        let sealed = try keys.fields.seal(seed, of: place.panel.id.lowercase)
        try place.panel.handle(
            .announceDraw(
                DrawCommitment(
                    digest: DrawGenerator.digest(of: seed),
                    sealedSeed: Data(sealed).base64EncodedString(),
                    pool: eligible,
                    makeUp: makeUp,
                    reserves: max(0, min(reserves ?? makeUp.size, eligible.count - makeUp.size)),
                    by: cause.actor,
                    at: cause.now
                )
            )
        )
        try stores.panels.save(place.panel, of: place.round.id, because: cause, in: tx)
        return place.panel
    }

    /// Carries out the announced draw with the word of a witness.
    func draw(
        word: String,
        witness: String,
        for place: PanelOfRound,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        var place = place
        guard let commitment = place.panel.state.commitment else {
            if case .formed = place.panel.state { throw Panel.Rejection.alreadyFormed }
            throw Panel.Rejection.drawNotAnnounced
        }
        let sealed = Data(base64Encoded: commitment.sealedSeed).map { [UInt8]($0) } ?? []
        let seed = try keys.fields.open(sealed, of: place.panel.id.lowercase)
        var generator = DrawGenerator(seed: seed, word: word)
        let order = DrawnOrder.of(commitment.pool.compactMap(\.expert), using: &generator)
        try place.panel.handle(
            .draw(
                DrawRecord(
                    commitment: commitment,
                    seed: seed,
                    word: word,
                    witness: witness,
                    order: order,
                    by: cause.actor,
                    at: cause.now
                )
            )
        )
        return try finish(place, because: cause, in: tx)
    }

    /// The experts of these ids as they may be seated: of this enterprise's pool, active, no applicants.
    func seated(
        _ experts: [UUID],
        of place: PanelOfRound,
        in tx: borrowing Transaction
    ) throws -> [UUID: (id: UUID, record: ExpertRecord)] {
        let found = try stores.experts.read(experts, in: tx)
        let known = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        let records = found.compactMap(\.state.record)
        let applicants = try stores.panelRegister.applicants(of: place.round.id, like: records, in: tx)
        var seated: [UUID: (id: UUID, record: ExpertRecord)] = [:]
        for id in experts {
            guard let expert = known[id], let record = expert.state.record, record.creditCode == place.creditCode
            else { throw NotFound("expert") }
            guard expert.state.isActive else { throw Expert.Rejection.retired(name: record.name) }
            guard !applicants.contains(where: { DerivedRecusals.isSame(record, $0) }) else {
                throw Panel.Rejection.applied(name: record.name)
            }
            seated[id] = (id, record)
        }
        return seated
    }

    private func makeUp(of place: PanelOfRound) throws -> PanelMakeUp {
        guard let terms = place.round.state.terms else { throw Panel.Rejection.notFormed }
        return PanelMakeUp(terms)
    }

    private func finish(
        _ place: PanelOfRound,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Panel> {
        let panel = try standAside.derived(place.panel, in: place.round.id, because: cause, in: tx)
        try stores.panels.save(panel, of: place.round.id, because: cause, in: tx)
        return panel
    }
}
