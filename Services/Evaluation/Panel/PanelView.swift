import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A panel as it goes out.
struct PanelView: Encodable {
    struct Member: Encodable {
        let expert: ID<Expert>?
        let account: String
        let name: String
        let unit: String
        let title: String?
        let isInvited: Bool
        let isChair: Bool

        init(_ member: PanelMember, chair: String? = nil) {
            expert = member.expert.map { ID($0) }
            account = member.account
            name = member.name
            unit = member.unit
            title = member.title
            isInvited = member.isInvited
            isChair = member.account == chair
        }
    }

    struct RecusalView: Encodable {
        let member: String
        let application: ID<Application>
        let ground: RecusalGround
        let origin: PanelRecusal.Origin
        let reason: String
        let by: String
        let at: Date

        init(_ recusal: PanelRecusal) {
            member = recusal.member
            application = ID(recusal.application)
            ground = recusal.ground
            origin = recusal.origin
            reason = recusal.reason
            by = recusal.by
            at = recusal.at
        }
    }

    struct RequestView: Encodable {
        struct DecisionView: Encodable {
            let granted: Bool
            let reason: String
            let by: String
            let at: Date
        }

        let id: ID<RecusalRequest>
        let member: String
        let application: ID<Application>
        let reason: String
        let by: String
        let at: Date
        let decision: DecisionView?

        init(_ request: RecusalRequest) {
            id = ID(request.id)
            member = request.member
            application = ID(request.application)
            reason = request.reason
            by = request.by
            at = request.at
            decision = request.decision.map {
                DecisionView(granted: $0.isGranted, reason: $0.reason, by: $0.by, at: $0.at)
            }
        }
    }

    struct ReplacementView: Encodable {
        let left: String
        let member: Member
        let cause: PanelReplacement.Cause
        let reason: String
        let isReserve: Bool
        let by: String
        let at: Date

        init(_ replacement: PanelReplacement) {
            left = replacement.left
            member = Member(replacement.member)
            cause = replacement.cause
            reason = replacement.reason
            isReserve = replacement.isReserve
            by = replacement.by
            at = replacement.at
        }
    }

    /// A candidate on whom too few may vote, said before the vote.
    struct ShortfallView: Encodable {
        let application: ID<Application>
        let name: String?
        let able: Int
        let needed: Int
        /// What to do.
        let advice: String

        init(_ shortfall: Seats.Shortfall, name: String?) {
            application = ID(shortfall.application)
            self.name = name
            (able, needed) = (shortfall.able, shortfall.needed)
            advice =
                "对\(name ?? "该候选人")只有\(able)位委员可以评审,不足法定人数\(needed)位;"
                + "请更换至少\(needed - able)位须回避的委员(候补或专家库中的外聘专家),再交付表决"
        }
    }

    let round: ID<Round>
    let state: String
    let size: Int
    let members: [Member]
    let chair: String?
    let recusals: [RecusalView]
    let reserves: [Member]?
    let requests: [RequestView]
    let replacements: [ReplacementView]?
    let shortfalls: [ShortfallView]?
    let version: Int

    init(
        _ panel: Stored<Panel>,
        of round: Stored<Round>,
        shortfalls: [(Seats.Shortfall, String?)],
        for reader: PanelReader
    ) {
        let sitting = try? panel.state.sitting()
        let seats = sitting?.seats ?? Seats(plan: round.state.terms?.panel ?? [])
        self.round = ID(round.id)
        state =
            switch panel.state {
            case .absent: round.state.terms?.needsForming == true ? "not-formed" : "as-planned"
            case .announced: "draw-announced"
            case .formed: "formed"
            }
        size = sitting?.makeUp.size ?? round.state.terms.map { PanelMakeUp($0).size } ?? 0
        members = seats.members.map { Member($0, chair: seats.chair) }
        chair = seats.chair
        recusals = seats.recusals.filter(reader.sees).map(RecusalView.init)
        requests =
            sitting?.requests.filter { reader.sees($0, chair: seats.chair) }.map(RequestView.init) ?? []
        reserves = reader.seesAll ? sitting?.reserves.map { Member($0) } : nil
        replacements = reader.seesAll ? sitting?.replacements.map(ReplacementView.init) : nil
        self.shortfalls = reader.seesAll ? shortfalls.map(ShortfallView.init) : nil
        version = panel.newVersion
    }
}

/// A draw as it goes out: with it anybody can draw again and compare.
struct DrawView: Encodable {
    struct Expert: Encodable {
        let expert: ID<EvaluationDomain.Expert>?
        let name: String
        let unit: String
        let isInvited: Bool
        /// Which of the wanted occupations the expert knows, by their places from 0.
        let knows: [Int]

        init(_ member: PanelMember, wanted: [Occupation]) {
            expert = member.expert.map { ID($0) }
            name = member.name
            unit = member.unit
            isInvited = member.isInvited
            knows = wanted.indices.filter { member.knows(wanted[$0]) }
        }
    }

    let round: ID<Round>
    let state: String
    let digest: String
    let algorithm: String
    let size: Int
    let outside: Int
    let occupations: [Occupation]
    let reserves: Int
    /// Sorted by id, as it is shuffled.
    let pool: [Expert]
    let announcedBy: String
    let announcedAt: Date
    /// Open once the draw is carried out, as is all that follows.
    let seed: String?
    let word: String?
    let witness: String?
    let order: [ID<EvaluationDomain.Expert>]?
    let drawn: [ID<EvaluationDomain.Expert>]?
    let reserve: [ID<EvaluationDomain.Expert>]?
    let drawnBy: String?
    let drawnAt: Date?

    init?(_ panel: Stored<Panel>, of round: UUID) {
        let sitting = try? panel.state.sitting()
        let record = sitting?.draw
        guard let commitment = panel.state.commitment ?? record?.commitment else { return nil }
        self.round = ID(round)
        state = record == nil ? "announced" : "drawn"
        digest = commitment.digest
        algorithm = PanelDraw.algorithm
        size = commitment.makeUp.size
        outside = commitment.makeUp.outside
        occupations = commitment.makeUp.occupations
        reserves = commitment.reserves
        pool = commitment.pool.map { Expert($0, wanted: commitment.makeUp.occupations) }
        announcedBy = commitment.by
        announcedAt = commitment.at
        seed = record?.seed
        word = record?.word
        witness = record?.witness
        order = record?.order.map { ID($0) }
        // What was drawn, not who sits now: members may have been replaced since.
        let members = record.flatMap { try? PanelDraw.choose(from: $0.drawn, for: commitment.makeUp) }
        drawn = members?.compactMap { $0.expert.map { ID($0) } }
        let rest = record.map { record in record.drawn.filter { member in members?.contains(member) != true } }
        reserve = rest?.prefix(commitment.reserves).compactMap { $0.expert.map { ID($0) } }
        drawnBy = record?.by
        drawnAt = record?.at
    }
}

/// Whom a member may judge, before there are scores.
struct PanelCandidateView: Encodable {
    let application: ID<Application>
    let name: String
    let unit: String
    let workshop: String

    init(_ candidate: PanelCandidate) {
        application = ID(candidate.application)
        name = candidate.name
        unit = candidate.unit
        workshop = candidate.workshop
    }
}
