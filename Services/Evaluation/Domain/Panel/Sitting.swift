import Foundation

/// A formed panel: who sits, who stands by, who stands aside.
package struct Sitting: Codable, Hashable, Sendable {
    package let makeUp: PanelMakeUp
    package internal(set) var members: [PanelMember]
    /// Who follows when a member leaves, in this order (候补).
    package internal(set) var reserves: [PanelMember]
    /// The chair's account; nil while none is named.
    package internal(set) var chair: String?
    /// How it was drawn; nil where it was named.
    package let draw: DrawRecord?
    package internal(set) var recusals: [PanelRecusal] = []
    package internal(set) var requests: [RecusalRequest] = []
    package internal(set) var replacements: [PanelReplacement] = []

    init(
        makeUp: PanelMakeUp,
        members: [PanelMember],
        reserves: [PanelMember] = [],
        chair: String? = nil,
        draw: DrawRecord? = nil
    ) {
        self.makeUp = makeUp
        self.members = members
        self.reserves = reserves
        self.chair = chair
        self.draw = draw
    }

    /// Who sits now, and who may judge whom.
    package var seats: Seats { Seats(members: members, chair: chair, recusals: recusals) }

    mutating func settle(_ id: UUID, _ decision: RecusalRequest.Decision) {
        guard let index = requests.firstIndex(where: { $0.id == id }) else { return }
        requests[index].decision = decision
    }

    mutating func seat(_ replacement: PanelReplacement) {
        guard let index = members.firstIndex(where: { $0.account == replacement.left }) else { return }
        members[index] = replacement.member
        reserves.removeAll { $0.account == replacement.member.account }
        if chair == replacement.left { chair = nil }
        replacements.append(replacement)
    }
}
