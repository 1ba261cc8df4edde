import Foundation
import Kernel

/// The panel (评审委员会) of one round: formed once, named or drawn; who stands aside and who was replaced is on record.
package enum Panel: Decider, Codable, Hashable {
    /// Can transition to: announced, formed.
    case absent
    /// A draw is fixed and its seed's digest published. Can transition to: formed; absent, when the draw is given up.
    case announced(commitment: DrawCommitment)
    /// Its members, recusals and chair can change until the vote.
    case formed(sitting: Sitting)

    /// What a panel can be asked to do; times and ids come with the command.
    package enum Command: Sendable {
        /// Seats the named; none of them may be among the applicants.
        case name(members: [PanelMember], chair: String?, makeUp: PanelMakeUp)
        /// Seats those whom a plan of before names itself, as they stand there.
        case seatPlan(members: [PanelMember])
        case announceDraw(DrawCommitment)
        /// Carries the announced draw out with its seed; the order was drawn with seed and word.
        case draw(DrawRecord)
        case giveUpDraw(reason: String)
        case appointChair(String)
        /// What the records say of members and candidates now.
        case derive([PanelRecusal])
        /// A member declares, or HR knows of something; `hasScored` where the member's score of the candidate is in.
        case recuse(PanelRecusal, hasScored: Bool)
        case request(RecusalRequest)
        case decide(request: UUID, RecusalRequest.Decision)
        /// Seats somebody else; without a successor the first of the reserves who fits.
        case replace(
            String,
            by: PanelMember?,
            cause: PanelReplacement.Cause,
            reason: String,
            actor: String,
            at: Date,
            unfit: Set<UUID>
        )
    }

    /// What can have happened to a panel.
    package enum Event: Codable, Hashable, Sendable {
        case named(members: [PanelMember], chair: String?, makeUp: PanelMakeUp)
        case drawAnnounced(commitment: DrawCommitment)
        case drawn(record: DrawRecord, members: [PanelMember], reserves: [PanelMember])
        case drawGivenUp(reason: String)
        case chairAppointed(account: String)
        case recused(recusal: PanelRecusal)
        case recusalRequested(request: RecusalRequest)
        case requestDecided(request: UUID, decision: RecusalRequest.Decision)
        case replaced(replacement: PanelReplacement)
    }

    package static var initial: Panel { .absent }

    package mutating func apply(_ event: Event) {
        switch event {
        case .named(let members, let chair, let makeUp):
            self = .formed(sitting: Sitting(makeUp: makeUp, members: members, chair: chair))
        case .drawAnnounced(let commitment): self = .announced(commitment: commitment)
        case .drawn(let record, let members, let reserves):
            self = .formed(
                sitting: Sitting(makeUp: record.commitment.makeUp, members: members, reserves: reserves, draw: record)
            )
        case .drawGivenUp: self = .absent
        case .chairAppointed(let account): change { $0.chair = account }
        case .recused(let recusal): change { $0.recusals.append(recusal) }
        case .recusalRequested(let request): change { $0.requests.append(request) }
        case .requestDecided(let id, let decision): change { $0.settle(id, decision) }
        case .replaced(let replacement): change { $0.seat(replacement) }
        }
    }

    private mutating func change(_ body: (inout Sitting) -> Void) {
        guard case .formed(var sitting) = self else { return }
        body(&sitting)
        self = .formed(sitting: sitting)
    }
}
