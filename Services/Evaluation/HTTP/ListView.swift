import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A proposed list as it goes out.
struct ListView: Encodable {
    struct Name: Encodable {
        let person: ID<PersonalIdentity>
        let application: ID<Application>
        let name: String?
        let standing: String
        /// The entry as it is shown; left out where a list is part of another view.
        let unit: String?
        let workshop: String?
        let occupation: Occupation?
        let merits: String?
        let relaxation: String?
    }

    let id: ID<ProposedList>
    let state: String
    /// Why it was taken back or annulled, where it was.
    let reason: String?
    let title: String
    let publishedOn: LocalDate
    /// The last day of the period, as publicity said.
    let lastDay: LocalDate?
    /// Whether an objection to the procedure holds all of it.
    let isHeld: Bool
    /// Whether publicity ended without showing some names as they are, and no other list of the round has them yet.
    let needsNewList: Bool
    let listDigest: String
    /// What an amendment is asked for with.
    let edition: Int
    /// The occupations in which it has more names than there are posts, each with the recorded reason.
    let postsExceeded: [ExceededPosts]
    let names: [Name]

    init?(_ list: Stored<ProposedList>, names: [UUID: String], leaving rest: RestOfRound?, for reader: ListReader) {
        self.init(list, names: names, entries: [:], leaving: rest, for: reader)
    }

    /// With the entries as they are shown.
    init?(_ list: Stored<ProposedList>, entries: [ProposedName], leaving rest: RestOfRound?, for reader: ListReader) {
        let entries = Dictionary(entries.map { ($0.person, $0) }, uniquingKeysWith: { $1 })
        self.init(list, names: entries.mapValues(\.name), entries: entries, leaving: rest, for: reader)
    }

    private init?(
        _ list: Stored<ProposedList>,
        names: [UUID: String],
        entries: [UUID: ProposedName],
        leaving rest: RestOfRound?,
        for reader: ListReader
    ) {
        guard let listing = list.state.listing else { return nil }
        id = ID(list.id)
        switch list.state {
        case .absent, .onShow: (state, reason) = ("on-show", nil)
        case .withdrawn(_, _, let why): (state, reason) = ("withdrawn", why)
        case .annulled(_, _, let why): (state, reason) = ("annulled", why)
        }
        title = listing.title
        publishedOn = listing.publishedOn
        lastDay = listing.notice.lastDay
        isHeld = reader.sees(hold: listing)
        let left = Set(rest?.missed.map(\.application) ?? [])
        needsNewList = list.state.names.contains { left.contains($0.application) && $0.isToBeShownAgain }
        listDigest = listing.digest
        edition = listing.edition
        postsExceeded = listing.postsExceeded
        self.names = list.state.names.map { name in
            let entry = entries[name.person]
            return Name(
                person: ID(name.person),
                application: ID(name.application),
                name: names[name.person],
                standing: reader.word(for: name, on: listing),
                unit: entry?.unit,
                workshop: entry?.workshop,
                occupation: entry?.occupation,
                merits: entry?.merits,
                relaxation: entry?.relaxation
            )
        }
    }
}
