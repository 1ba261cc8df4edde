import Foundation

extension Display {
    /// What a change of the list does to its names and their clocks.
    func amended(_ amendment: Amendment, restarted: PublicityPeriod) -> [Notice.Event] {
        guard amendment.listDigest != posting.listDigest else { return [] }  // a fact told twice
        var events: [Notice.Event] = [.amended(amendment: amendment, oldDigest: posting.listDigest)]
        for person in amendment.withdrawn {
            guard let name = name(of: person), !name.standing.hasLeft else { continue }
            events.append(.nameWithdrawn(person: person, reason: amendment.reason))
        }
        for entry in amendment.corrected {
            guard let old = name(of: entry.person), !old.standing.hasLeft else { continue }
            events.append(.nameCorrected(name: entry, period: restarted))
        }
        for entry in amendment.added where mayAdd(entry.person) {
            events.append(.nameAdded(name: entry, period: restarted))
        }
        events += PublicityPeriod.Remark.exposedNumbers(in: "", amendment.corrected + amendment.added)
            .map { .remarked(remark: $0) }
        if amendment.concernsAll { events.append(.restarted(old: posting.period, new: restarted)) }
        return events
    }

    /// A name that was withdrawn may come back; one that left because of an objection may not.
    private func mayAdd(_ person: UUID) -> Bool {
        switch name(of: person)?.standing {
        case nil, .withdrawn: true
        case .onShow, .held, .cleared, .removed: false
        }
    }
}
