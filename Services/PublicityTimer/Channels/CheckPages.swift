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
    static let batch = 20

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

    /// Chooses pages that are due, those longest first, and plans when they are next.
    func choose(at now: Date, in tx: borrowing Transaction) throws -> (places: [Place], more: Bool) {
        let due = try channels.store.loadDue(at: now, atMost: Self.batch, in: tx)
        let places = try due.compactMap { try place(of: $0.channel, due: $0.at, now, in: tx) }
        return (places, due.count == Self.batch)
    }

    /// Why a page cannot be seen, nil where it can.
    func see(_ place: Place) async -> String? {
        guard let door, let target = place.target else { return place.fault }
        return await door.fault(at: target, expecting: place.digest)
    }

    /// Writes what was seen; a page that closed or was changed meanwhile is left to the next look.
    func note(_ seen: [(place: Place, sight: String?)], at now: Date, in tx: borrowing Transaction) throws {
        for (place, fault) in seen {
            guard let notice = try register.find(place.notice, in: tx), notice.state.isOnShow,
                notice.state.posting?.listDigest == place.digest
            else { continue }
            try channels.checks.add(fault, to: place.channel, at: now, gap: 3 * seconds, in: tx)
        }
    }

    private func place(
        of channel: Stored<Channel>,
        due since: Date,
        _ now: Date,
        in tx: borrowing Transaction
    ) throws -> Place? {
        guard let placement = channel.state.placement, let notice = try register.find(placement.notice, in: tx),
            let posting = notice.state.posting
        else {
            try channels.store.plan(channel.id, at: nil, in: tx)
            return nil
        }
        guard notice.state.isOnShow else {
            try takeDown(channel, at: now, in: tx)
            return nil
        }
        try channels.store.plan(channel.id, at: now.addingTimeInterval(seconds), in: tx)
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
        let code = try pages.codes.code(of: notice.id, in: tx)
        return Place(
            channel: channel.id,
            notice: notice.id,
            due: since,
            digest: posting.listDigest,
            target: "/notices/\(notice.id.lowercase)/page?code=\(code.text)",
            fault: nil
        )
    }

    private func takeDown(_ channel: Stored<Channel>, at now: Date, in tx: borrowing Transaction) throws {
        var channel = channel
        let cause = Cause.system("publicity-timer", now: now)
        if channel.state.removal == nil {
            try channel.handle(.remove(.init(by: cause.actor, at: max(now, channel.state.placement?.putUpAt ?? now))))
            try channels.save(channel, because: cause, in: tx)
        }
        try channels.store.plan(channel.id, at: nil, in: tx)
    }
}
