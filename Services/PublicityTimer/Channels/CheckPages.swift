import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// The page of each notice on show looks at itself every few minutes: it is made, and fetched through this service's own
/// door where that is known.
struct CheckPages: Sendable {
    /// So many at once; each may wait for an answer.
    static let batch = 20
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

    /// Looks at some pages; true when more may be due.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let due = try channels.store.loadDue(at: now, atMost: Self.batch, in: tx)
        for channel in due { try look(at: channel, now, in: tx) }
        return due.count == Self.batch
    }

    private func look(at channel: Stored<Channel>, _ now: Date, in tx: borrowing Transaction) throws {
        guard let placement = channel.state.placement, let notice = try register.find(placement.notice, in: tx) else {
            return try channels.store.plan(channel.id, at: nil, in: tx)
        }
        guard notice.state.isOnShow else { return try takeDown(channel, at: now, in: tx) }
        let fault = try fault(of: notice, at: now, in: tx)
        try channels.checks.add(fault, to: channel.id, at: now, gap: 3 * seconds, in: tx)
        try channels.store.plan(channel.id, at: now.addingTimeInterval(seconds), in: tx)
    }

    /// Why a page cannot be seen, nil where it can.
    private func fault(of notice: Stored<Notice>, at now: Date, in tx: borrowing Transaction) throws -> String? {
        guard let posting = notice.state.posting else { return "no-notice" }
        let reader = NoticePages.Reader(code: nil, seesFlags: false)
        let shown = try pages.show(notice, to: reader, at: now, in: tx)
        guard shown.isOnShow, shown.html.contains(posting.listDigest) else { return "not-rendered" }
        guard let door else { return nil }
        guard let code = try pages.codes.known(of: notice.id, in: tx) else {
            // Drawn now, it opens the page for others only when this transaction has ended.
            _ = try pages.codes.code(of: notice.id, in: tx)
            return nil
        }
        return door.fault(at: "/notices/\(notice.id.lowercase)/page?code=\(code.text)", expecting: posting.listDigest)
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
