import Foundation

extension [ListedName] {
    /// The names after an amendment, as they are shown from an edition on.
    ///
    /// How a name stands stays as it is, so that nothing here says whether somebody has objected to it.
    func amended(by amendment: ListAmendment, to edition: Int) -> [ListedName] {
        let withdrawn = Set(amendment.withdrawn)
        let added = Set(amendment.added.map(\.person))
        let corrections = Dictionary(amendment.corrected.map { ($0.person, $0.correction) }) { $1 }
        var names = filter { !(added.contains($0.person) && $0.standing == .withdrawn) }
        for index in names.indices {
            let person = names[index].person
            if withdrawn.contains(person), names[index].isOpen { names[index].standing = .withdrawn }
            if let correction = corrections[person] {
                names[index].correction = names[index].correction?.corrected(by: correction) ?? correction
                names[index].shownSince = edition
            }
        }
        // Everything begins again: what was on show until now was not on show as it is from now on.
        if amendment.concernsAll { for index in names.indices { names[index].shownSince = edition } }
        return names
            + amendment.added.map {
                ListedName(person: $0.person, application: $0.application, shownSince: edition)
            }
    }

    /// The names on the list as the enterprise knows it: all it has not withdrawn.
    package var shown: [ListedName] { filter { $0.standing != .withdrawn } }
}

extension ProposedList {
    /// The names as they would be shown after an amendment; for its digest.
    package func names(after amendment: ListAmendment) -> [ListedName] {
        names.amended(by: amendment, to: (listing?.edition ?? 0) + 1).shown
    }

    /// Whether the list can be amended so; for the enterprise one name is like another, objected to or not.
    func amend(
        _ amendment: ListAmendment,
        to digest: String,
        at now: Date
    ) throws(Rejection) -> [Event] {
        guard case .onShow(let listing, let names) = self else { throw .notOnShow }
        guard !listing.isOver(at: now), !names.contains(where: { $0.determination != nil }) else { throw .periodOver }
        let shown = Set(names.shown.map(\.person))
        guard shown.isSuperset(of: amendment.withdrawn), shown.isSuperset(of: amendment.corrected.map(\.person)) else {
            throw .notOnList
        }
        guard shown.isDisjoint(with: amendment.added.map(\.person)) else { throw .alreadyOnList }
        guard shown.count + amendment.added.count > Set(amendment.withdrawn).count else { throw .nobodyLeft }
        return [.amended(amendment: amendment, digest: digest, oldDigest: listing.digest)]
    }
}
