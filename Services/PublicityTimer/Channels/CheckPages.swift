import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// The page of each notice on show looks at itself every few minutes: it is fetched through this service's own door, or
/// only made where that is not known.
///
/// A page is chosen in one transaction and what was seen is noted in another; between them nothing is locked, for the
/// fetched page is made by this same service, with a connection of its own. Where there are more pages than can be looked
/// at in time, those due longest go first and all are looked at less often, which the log says.
struct CheckPages: Sendable {
    /// So many are chosen at once; some of them wait for their answers together.
    static let batch = 100

    /// A page to look at.
    struct Place: Sendable {
        let channel: UUID
        let notice: UUID
        let due: Date
        /// The digest of the list that should be on it.
        let digest: String
        /// Where it is fetched; nil where no door is known.
        let target: String?
        /// What was seen already, where it was only made.
        let fault: String?
    }
    /// Seconds between two looks where nothing else is set.
    private static let usualSeconds = 180

    let channels: Channels
    let pages: NoticePages
    let register: NoticeRegister
    let door: PageDoor?
    let seconds: Double

    /// Reads `GONGJIANG_PAGE_CHECK_SECONDS`.
    ///
    /// - Throws: `PublicAddress.BadSetting`.
    init(_ environment: ServiceEnvironment, channels: Channels, pages: NoticePages, register: NoticeRegister) throws {
        self.channels = channels
        self.pages = pages
        self.register = register
        door = PageDoor(environment)
        let text = environment.setting("page.checkSeconds").flatMap { $0.isEmpty ? nil : $0 }
        guard let seconds = Int(text ?? String(Self.usualSeconds)), (10...3600).contains(seconds) else {
            throw PublicAddress.BadSetting(
                description: "GONGJIANG_PAGE_CHECK_SECONDS is \(text ?? ""), not 10 to 3600"
            )
        }
        self.seconds = Double(seconds)
    }

    /// Chooses pages that are due, those longest first, and plans when they are next; a few statements for all of them.
    func choose(at now: Date, in tx: borrowing Transaction) throws -> (places: [Place], more: Bool) {
        let due = try channels.store.loadDue(at: now, atMost: Self.batch, in: tx)
        guard !due.isEmpty else { return ([], false) }
        let found = try register.find(due.compactMap(\.channel.state.placement?.notice), in: tx)
        let notices = Dictionary(found.map { ($0.id, $0) }) { $1 }
        let codes = door == nil ? [:] : try pages.codes.known(of: found.map(\.id), in: tx)
        var places: [Place] = []
        var plans: [(channel: UUID, at: Date?)] = []
        var closed: [Stored<Channel>] = []
        for (channel, since) in due {
            guard let notice = channel.state.placement.flatMap({ notices[$0.notice] }), notice.state.isOnShow else {
                plans.append((channel.id, nil))
                closed.append(channel)
                continue
            }
            plans.append((channel.id, now.addingTimeInterval(seconds)))
            if let place = try place(of: channel, on: notice, codes[notice.id], due: since, now, in: tx) {
                places.append(place)
            }
        }
        try channels.store.plan(plans, in: tx)
        try takeDown(closed, at: now, in: tx)
        return (places, due.count == Self.batch)
    }

    /// Why a page cannot be seen, nil where it can.
    func see(_ place: Place) async -> String? {
        guard let door, let target = place.target else { return place.fault }
        return await door.fault(at: target, expecting: place.digest)
    }

    /// Writes what was seen; a page that closed or was changed meanwhile is left to the next look.
    func note(_ seen: [(place: Place, sight: String?)], at now: Date, in tx: borrowing Transaction) throws {
        let notices = try register.find(seen.map(\.place.notice), in: tx)
        let shown = Dictionary(notices.filter(\.state.isOnShow).map { ($0.id, $0.state.posting?.listDigest) }) { $1 }
        let findings = seen.compactMap { place, fault in
            shown[place.notice] == place.digest ? (channel: place.channel, fault: fault) : nil
        }
        try channels.checks.add(findings, at: now, gap: 3 * seconds, in: tx)
    }

    private func place(
        of channel: Stored<Channel>,
        on notice: Stored<Notice>,
        _ code: SiteCode?,
        due since: Date,
        _ now: Date,
        in tx: borrowing Transaction
    ) throws -> Place? {
        guard let posting = notice.state.posting else { return nil }
        guard door != nil else {
            let shown = try pages.show(notice, to: .init(code: nil, seesFlags: false), at: now, in: tx)
            let isShown = shown.isOnShow && shown.html.contains(posting.listDigest)
            return Place(
                channel: channel.id,
                notice: notice.id,
                due: since,
                digest: posting.listDigest,
                target: nil,
                fault: isShown ? nil : "not-rendered"
            )
        }
        // Where it is drawn only now, it opens the page all the same: the page is fetched after this transaction.
        let opens = try code ?? pages.codes.code(of: notice.id, in: tx)
        return Place(
            channel: channel.id,
            notice: notice.id,
            due: since,
            digest: posting.listDigest,
            target: "/notices/\(notice.id.lowercase)/page?code=\(opens.text)",
            fault: nil
        )
    }

    /// Pages whose notice is over go down with it.
    private func takeDown(_ closed: [Stored<Channel>], at now: Date, in tx: borrowing Transaction) throws {
        let cause = Cause.system("publicity-timer", now: now)
        var changed: [Stored<Channel>] = []
        for var channel in closed where channel.state.removal == nil {
            guard let placement = channel.state.placement else { continue }
            try channel.handle(.remove(.init(by: cause.actor, at: max(now, placement.putUpAt))))
            changed.append(channel)
        }
        try channels.store.update(changed, in: tx)
        try channels.journal.append(changed, of: "channel", because: cause, in: tx)
    }
}
