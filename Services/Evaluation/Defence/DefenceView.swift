import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// The defences of a round as they go out.
struct DefenceView: Encodable {
    struct SlotView: Encodable {
        let from: String
        let through: String
        let application: ID<Application>
        let name: String?
        let workshop: String?
        /// Why the candidate did not appear; missing where they did, or nobody knows yet.
        let absence: String?
    }

    struct SessionView: Encodable {
        let id: ID<DefenceSession>
        let day: LocalDate
        let place: String
        let slots: [SlotView]
        /// The accounts of the members who were there.
        let present: [String]?
    }

    struct OrderView: Encodable {
        let algorithm: String
        let seed: String
        let witness: String
        let order: [ID<Application>]
    }

    /// A drawn order that was given up, and why.
    struct ReorderingView: Encodable {
        let reason: String
        let at: Date?
        let seed: String?
        let order: [ID<Application>]?
    }

    let round: ID<Round>
    let method: Int
    let methodName: String
    let sessions: [SessionView]
    /// How the order was drawn; missing where it was set.
    let draw: OrderView?
    /// Why a drawn order was last changed; missing where it was not.
    let reorderedBecause: String?
    /// Every time a drawn order was changed, in order; missing where none was.
    let reorderings: [ReorderingView]?
    let version: Int

    /// - Parameters:
    ///   - defence: What is arranged.
    ///   - round: Of which round.
    ///   - terms: Its plan.
    ///   - candidates: Those the reader may see, by application; slots of others are left out.
    init?(
        _ defence: Stored<Defence>,
        of round: UUID,
        terms: PlanTerms,
        candidates: [UUID: PanelCandidate]
    ) {
        guard let programme = try? defence.state.programme() else { return nil }
        let absences = Dictionary(programme.absences.map { ($0.application, $0.reason) }) { $1 }
        self.round = ID(round)
        method = programme.method + 1
        methodName = terms.methods.indices.contains(programme.method) ? terms.methods[programme.method].name : ""
        sessions = programme.sessions.map { session in
            SessionView(
                id: ID(session.id),
                day: session.day,
                place: session.place,
                slots: session.slots.compactMap { slot in
                    guard let candidate = candidates[slot.application] else { return nil }
                    return SlotView(
                        from: slot.from.description,
                        through: slot.through.description,
                        application: ID(slot.application),
                        name: candidate.name,
                        workshop: candidate.workshop,
                        absence: absences[slot.application]
                    )
                },
                present: session.present
            )
        }
        draw = programme.draw.map {
            OrderView(
                algorithm: PanelDraw.algorithm,
                seed: $0.seed,
                witness: $0.witness,
                order: $0.order.map { ID($0) }
            )
        }
        reorderedBecause = programme.reorderedBecause
        let changes = programme.allReorderings.map { change in
            ReorderingView(
                reason: change.reason,
                at: change.at,
                seed: change.before?.seed,
                order: change.before?.order.filter { candidates[$0] != nil }.map { ID($0) }
            )
        }
        reorderings = changes.isEmpty ? nil : changes
        version = defence.newVersion
    }
}
