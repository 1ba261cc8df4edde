import Foundation
import Kernel

/// A draw (抽取) that anybody with the record can repeat.
package enum PanelDraw {
    /// What the record calls this way of drawing; another way gets another name.
    package static let algorithm = "sha256-counter/fisher-yates/first-that-fits/1"

    /// Who sits on the panel: in the drawn order, whoever can be taken so that the rest can still be what the plan asks for.
    package static func choose(
        from order: [PanelMember],
        for makeUp: PanelMakeUp
    ) throws(Panel.Rejection) -> [PanelMember] {
        guard order.count >= makeUp.size else { throw .poolTooSmall(needed: makeUp.size, count: order.count) }
        let search = Search(order: order, makeUp: makeUp)
        var (chosen, state) = ([PanelMember](), search.start)
        guard search.fits(from: 0, state) else { throw search.lack() }
        for (index, member) in order.enumerated() where state.seats > 0 {
            let taken = search.taking(index, from: state)
            if search.fits(from: index + 1, taken) {
                chosen.append(member)
                state = taken
            }
        }
        return chosen
    }

    /// What is still wanted while members are taken one by one.
    private struct Wanted: Hashable {
        var seats: Int
        var outside: Int
        /// A bit for each occupation that nobody knows yet.
        var occupations: UInt32
    }

    /// Whether what is wanted can still be had, reckoned back from the end of the order.
    private struct Search {
        let order: [PanelMember]
        let makeUp: PanelMakeUp
        /// Which of the wanted occupations each knows.
        let known: [UInt32]
        /// By place in the order, outsiders wanted and occupations wanted: how few members can do it; `Int.max` for none.
        private let fewest: [[Int]]

        init(order: [PanelMember], makeUp: PanelMakeUp) {
            self.order = order
            self.makeUp = makeUp
            let known = order.map { member in
                makeUp.occupations.enumerated().reduce(UInt32(0)) { bits, next in
                    member.knows(next.element) ? bits | 1 << next.offset : bits
                }
            }
            self.known = known
            let masks = 1 << makeUp.occupations.count
            var table = [Array(repeating: Int.max, count: masks * (makeUp.outside + 1))]
            table[0][0] = 0
            for index in order.indices.reversed() {
                let behind = table[table.count - 1]
                var row = behind
                for outside in 0...makeUp.outside {
                    for mask in 0..<masks {
                        let left = max(0, outside - (order[index].isInvited ? 1 : 0))
                        let rest = behind[left * masks + (mask & ~Int(known[index]))]
                        if rest < Int.max { row[outside * masks + mask] = min(row[outside * masks + mask], rest + 1) }
                    }
                }
                table.append(row)
            }
            fewest = table.reversed()
        }

        var start: Wanted {
            let all = UInt32(1) << UInt32(makeUp.occupations.count) - 1
            return Wanted(seats: makeUp.size, outside: makeUp.outside, occupations: all)
        }

        func taking(_ index: Int, from wanted: Wanted) -> Wanted {
            Wanted(
                seats: wanted.seats - 1,
                outside: max(0, wanted.outside - (order[index].isInvited ? 1 : 0)),
                occupations: wanted.occupations & ~known[index]
            )
        }

        func fits(from index: Int, _ wanted: Wanted) -> Bool {
            guard wanted.seats >= 0, order.count - index >= wanted.seats else { return false }
            let masks = 1 << makeUp.occupations.count
            return fewest[index][wanted.outside * masks + Int(wanted.occupations)] <= wanted.seats
        }

        /// Why nobody can be drawn.
        func lack() -> Panel.Rejection {
            let invited = order.count(where: \.isInvited)
            guard invited >= makeUp.outside else {
                return .tooFewOutside(needed: makeUp.outside, count: invited)
            }
            let all = known.reduce(0, |)
            let missing = makeUp.occupations.enumerated().first { all & 1 << $0.offset == 0 }
            return .uncovered(occupation: (missing?.element ?? makeUp.occupations.first)?.name ?? "")
        }
    }
}
