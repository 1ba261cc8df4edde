import Foundation

/// What the lists of a round leave to be shown: a name is on one list at a time.
///
/// What became of a name on a list that was taken back or annulled binds nobody; on any other it does, unless publicity
/// missed the name.
package struct RestOfRound: Sendable {
    /// The applications that a list has, or had to the end.
    package let taken: Set<UUID>
    /// The names that publicity missed and no list has since, as they were last to be shown.
    package let missed: [ListedName]

    /// What these lists leave, oldest first.
    package init(after lists: [ProposedList]) {
        let names = lists.flatMap { list -> [ListedName] in
            guard case .onShow(_, let names) = list else { return [] }
            return names
        }
        let taken = Set(names.filter { !$0.isToBeShownAgain }.map(\.application))
        self.taken = taken
        let left = names.filter { $0.isToBeShownAgain && !taken.contains($0.application) }
        let latest = Dictionary(left.map { ($0.application, $0) }, uniquingKeysWith: { $1 })
        var seen: Set<UUID> = []
        missed = left.filter { seen.insert($0.application).inserted }.compactMap { latest[$0.application] }
    }

    /// Those of approved applications that no list has and publicity did not miss either.
    package func neverShown(of approved: [UUID]) -> [UUID] {
        let known = taken.union(missed.map(\.application))
        return approved.filter { !known.contains($0) }
    }
}

extension ListedName {
    /// As a list that begins anew shows it: what was corrected stays corrected.
    package var shownAnew: ListedName { ListedName(person: person, application: application, correction: correction) }
}
