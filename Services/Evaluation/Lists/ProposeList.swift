import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Puts out the proposed list (建议人选名单) of those the panel approved (四（三）: 须在企业内进行公示).
///
/// Where one is out already, another can follow of the names that publicity ended without showing as they are.
struct ProposeList {
    let stores: Stores
    let gate: FilingGate
    let outbox: Outbox

    func callAsFunction(
        _ round: Stored<Round>,
        publishedOn: LocalDate,
        reasonForExceeding: String?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (round: Stored<Round>, list: Stored<ProposedList>) {
        guard publishedOn >= cause.today else {
            throw InvalidInput(field: "publishedOn", code: "evaluation.day-in-past")
        }
        var round = round
        var list = Stored<ProposedList>(new: NewID.v7())
        // What earlier lists of the round leave; of a round without one, all the panel approved.
        let rest = RestOfRound(after: try stores.roundRegister.lists(of: round.id, in: tx).map(\.state))
        let listed = try rest.missed.map(\.shownAnew) + listed(rest.neverShown(of: round.state.approved), in: tx)
        let isRest = round.state.stage == .listed && !listed.isEmpty
        try round.handle(isRest ? .proposeRest(list: list.id) : .propose(list: list.id))
        guard let terms = round.state.terms else { throw NotFound("round") }
        guard !listed.isEmpty else { throw Round.Rejection.nobodyApproved }
        try stores.confirmations.require(of: listed.map(\.application), in: tx)
        let names = try stores.shownNames(listed, in: tx)
        guard names.count <= ListProposed.mostNames else { throw TooManyNames() }
        let exceeded = try CountPosts(stores: stores)(names, of: round, reason: reasonForExceeding, in: tx)
        let title = "\(terms.title)特级技师建议人选名单"
        let digest = Digest.sha256Hex(try WireFormat.encode(names))
        let listing = Listing(
            round: round.id,
            filing: terms.filing,
            title: title,
            digest: digest,
            publishedOn: publishedOn,
            determination: terms.determination,
            exceeded: exceeded
        )
        let shown = Set(names.map(\.person))
        try list.handle(.propose(listing, names: listed.filter { shown.contains($0.person) }))
        if try gate.freezesLists(under: terms.filing.filing, in: tx) { try list.handle(.freeze(true)) }
        try stores.rounds.save([round], because: cause, in: tx)
        try stores.lists.save([list], because: cause, in: tx)
        let fact = ListProposed(
            list: list.id,
            round: round.id,
            filing: terms.filing.filing,
            proposer: terms.filing.enterprise,
            enterpriseName: terms.filing.enterpriseName,
            title: title,
            listDigest: digest,
            requiredDays: terms.publicityDays,
            publishedOn: publishedOn,
            handlingOffice: terms.handlingOffice,
            handlingContact: terms.handlingContact.map(OfficeContact.init),
            postsExceeded: exceeded.isEmpty ? nil : exceeded.map(PostsExceeded.init),
            names: names
        )
        // What does not fit one fact is told now to the one who can split the round, not later to nobody.
        guard try WireFormat.encode(fact).count <= Outbox.mostBytes else { throw ListTooLong() }
        try outbox.announce(fact, because: cause, in: tx)
        return (round, list)
    }

    private func listed(_ applications: [UUID], in tx: borrowing Transaction) throws -> [ListedName] {
        try stores.applications.load(applications, in: tx).compactMap { application in
            application.state.entry.map { ListedName(person: $0.person, application: application.id) }
        }
    }
}

extension OfficeContact {
    fileprivate init(_ contact: HandlingContact) {
        self.init(
            person: contact.person,
            telephone: contact.telephone,
            address: contact.address,
            email: contact.email
        )
    }
}

extension PostsExceeded {
    init(_ exceeded: ExceededPosts) {
        self.init(
            occupation: exceeded.occupation,
            posts: exceeded.posts,
            names: exceeded.names,
            reason: exceeded.reason
        )
    }
}

/// More names than one list can show.
struct TooManyNames: Rejection {
    var code: String { "evaluation.too-many-names" }
    var arguments: [String: String] { ["most": String(ListProposed.mostNames)] }
}

/// The list with its merits does not fit one notice.
struct ListTooLong: Rejection, Equatable {
    var code: String { "evaluation.list-too-long" }
}
