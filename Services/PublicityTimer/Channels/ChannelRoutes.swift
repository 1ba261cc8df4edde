import Attachments
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

extension Main {
    /// The largest body: some photos, and the rest of the form.
    private static let mostBytes = 4 * Channels.photos.mostBytes + 1 << 20

    /// Places of display and what shows them; days on which nothing did.
    var channelRoutes: [Route] {
        [
            Route("POST /notices/{id}/channels", mostBytes: Self.mostBytes) { [channels, register] call, tx in
                let notice = try call.notice(in: register, tx)
                guard notice.state.isOnShow else { throw Notice.Rejection.alreadyCompleted }
                let body = try ChannelBody(call)
                let placement = try body.placement(of: notice.id, now: call.cause.now)
                let channel = try channels.declare(
                    placement,
                    photos: body.photos,
                    by: call.caller,
                    because: call.cause,
                    in: tx
                )
                guard let view = ChannelView(channel) else { throw NotFound("channel") }
                return try .created(view, version: channel.newVersion)
            },
            Route("GET /notices/{id}/channels") { [channels, register] call, tx in
                let notice = try call.notice(in: register, tx)
                let views = try channels.store.channels(of: notice.id, in: tx).compactMap { channel in
                    let isPage = channel.state.placement?.kind == .page
                    return ChannelView(
                        channel,
                        checks: isPage ? try channels.checks.spans(of: channel.id, in: tx) : nil
                    )
                }
                return try .page(views, next: nil)
            },
            Route("POST /channels/{id}/evidence", mostBytes: Self.mostBytes) { [channels, register] call, tx in
                let channel = try call.channel(in: channels, register, tx)
                let files = try call.form().files
                let changed = try channels.add(files, to: channel.id, by: call.caller, because: call.cause, in: tx)
                guard let view = ChannelView(changed) else { throw NotFound("channel") }
                return try .created(view, version: changed.newVersion)
            },
            Route("GET /channels/{id}/evidence/{file}") { [channels, register] call, tx in
                let channel = try call.channel(in: channels, register, tx)
                let file = try channels.attachments.find(call.id("file"), in: tx)
                guard file.owner == Channels.owner(of: channel.id) else { throw NotFound("attachment") }
                return try channels.attachments.download(file, for: call)
            },
            Route("POST /channels/{id}/removal", mostBytes: Self.mostBytes) { [channels, register] call, tx in
                let channel = try call.channel(in: channels, register, tx)
                let body = try ChannelBody(call)
                let removed = try channels.remove(
                    channel.id,
                    version: call.expectedVersion(),
                    body.removal(now: call.cause.now),
                    photos: body.photos,
                    by: call.caller,
                    because: call.cause,
                    in: tx
                )
                guard let view = ChannelView(removed) else { throw NotFound("channel") }
                return try .ok(view, version: removed.newVersion)
            },
            Route("GET /notices/{id}/dark-days") { [channels, register] call, tx in
                let notice = try call.notice(in: register, tx)
                let places = try channels.store.channels(of: notice.id, in: tx)
                let days = try channels.darkDays.days(of: notice.id, in: tx)
                return try .page(days.compactMap { DarkDayView($0, channels: places) }, next: nil)
            },
            Route("GET /dark-days") { [channels, register] call, tx in
                let page = call.page
                let days = try channels.darkDays.undecided(
                    after: page.after,
                    holding: call.query("holding").flatMap(Bool.init),
                    limit: page.limit,
                    in: tx
                )
                let notices = try register.find(days.compactMap(\.state.notice), in: tx)
                let titles = Dictionary(notices.compactMap { one in one.state.posting.map { (one.id, $0) } }) { $1 }
                let views = days.compactMap { day in
                    day.state.notice.flatMap { titles[$0] }.flatMap { UndecidedDayView(day, of: $0) }
                }
                return try .page(views, next: days.count == page.limit ? days.last?.id : nil)
            },
            Route("POST /notices/{id}/dark-days/{date}/decision") { [channels] call, tx in
                guard let date = LocalDate(call.parameter("date")) else { throw NotFound("dark-day") }
                let decision = try call.body(DarkDayBody.self).decision(by: call.caller.name, at: call.cause.now)
                let decided = try DecideDarkDay(channels: channels)(
                    date,
                    of: call.id(),
                    version: call.expectedVersion(),
                    decision,
                    because: call.cause,
                    in: tx
                )
                let places = try channels.store.channels(of: call.id(), in: tx)
                guard let view = DarkDayView(decided, channels: places) else { throw NotFound("dark-day") }
                return try .ok(view, version: decided.newVersion)
            },
        ]
    }
}

extension Call {
    /// The place the path names, if the caller may see its notice.
    fileprivate func channel(
        in channels: Channels,
        _ register: NoticeRegister,
        _ tx: borrowing Transaction
    ) throws -> Stored<Channel> {
        let channel = try channels.store.find(id(), in: tx)
        let notice = try channel.state.placement.flatMap { try register.find($0.notice, in: tx) }
        guard let posting = notice?.state.posting else { throw NotFound("channel") }
        try require(enterprise: posting.publisher.creditCode)
        return channel
    }
}
