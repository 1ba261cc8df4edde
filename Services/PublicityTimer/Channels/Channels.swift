import Attachments
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit

/// Where notices are displayed, what shows it, and the days on which nothing did.
struct Channels: Sendable {
    /// Photos and screenshots of a place of display.
    static let photos = AttachmentPurpose(
        "display-evidence",
        kinds: FileKind.pictures.union([.pdf]),
        mostBytes: 8 << 20,
        mostFiles: 20
    )

    let store = ChannelStore()
    let checks = CheckStore()
    let darkDays = DarkDayStore()
    let attachments: AttachmentStore
    let journal: Journal
    let notices: NoticeStore
    let announce: AnnounceNotices
    let calendars: CalendarStore
    let codes: SiteCodes

    /// The page of each notice is a place of display from its opening on, and its days are asked about.
    func openPages(of lists: [UUID], because cause: Cause, in tx: borrowing Transaction) throws {
        for notice in try notices.load(lists: lists, in: tx).values.sorted(by: { $0.id.lowercase < $1.id.lowercase }) {
            guard let posting = notice.state.posting, notice.state.phase == .running,
                try store.channels(of: notice.id, in: tx).isEmpty
            else { continue }
            var page = Stored<Channel>(new: NewID.v7())
            let placement = Channel.Placement(
                notice: notice.id,
                kind: .page,
                place: "公示系统网页",
                putUpBy: cause.actor,
                putUpAt: posting.publishedAt,
                declaredAt: cause.now
            )
            try page.handle(.declare(placement))
            try save(page, because: cause, in: tx)
            _ = try codes.code(of: notice.id, in: tx)
            try darkDays.plan([(notice.id, posting.period.publishedOn.adding(days: 1).end)], in: tx)
        }
    }

    /// Somebody put a list up.
    func declare(
        _ placement: Channel.Placement,
        photos: [MultipartForm.Part],
        by caller: Caller,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Channel> {
        var channel = Stored<Channel>(new: NewID.v7())
        try channel.handle(.declare(placement))
        for photo in photos { try take(photo, for: &channel, by: caller, because: cause, in: tx) }
        try save(channel, because: cause, in: tx)
        return channel
    }

    /// A photo or screenshot of it, at any time.
    func add(
        _ photos: [MultipartForm.Part],
        to id: UUID,
        by caller: Caller,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Channel> {
        guard !photos.isEmpty else { throw AttachmentRefusal.noFile }
        var channel = try store.load(id, in: tx)
        for photo in photos { try take(photo, for: &channel, by: caller, because: cause, in: tx) }
        try save(channel, because: cause, in: tx)
        return channel
    }

    /// Somebody took it down.
    func remove(
        _ id: UUID,
        version: Int,
        _ removal: Channel.Removal,
        photos: [MultipartForm.Part],
        by caller: Caller,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Channel> {
        var channel = try store.load(id, in: tx)
        try channel.expect(version: version)
        guard channel.state.placement?.kind != .page else { throw PageChannel() }
        try channel.handle(.remove(removal))
        for photo in photos { try take(photo, for: &channel, by: caller, because: cause, in: tx) }
        try save(channel, because: cause, in: tx)
        return channel
    }

    /// The page is this service's own: nobody declares it, and nobody takes it down.
    struct PageChannel: Rejection, Hashable {
        var code: String { "publicity-timer.page-channel" }
    }

    /// Whose files a channel's photos are.
    static func owner(of channel: UUID) -> AttachmentOwner { AttachmentOwner("channel", channel) }

    /// Writes what was decided.
    func save(_ channel: Stored<Channel>, because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(channel, in: tx)
        try journal.append(channel, of: "channel", because: cause, in: tx)
    }

    private func take(
        _ photo: MultipartForm.Part,
        for channel: inout Stored<Channel>,
        by caller: Caller,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let record = try attachments.add(
            photo.bytes,
            name: photo.fileName ?? "",
            purpose: Self.photos.name,
            of: Self.owner(of: channel.id),
            uploadedBy: caller.subject,
            because: cause,
            in: tx
        )
        try channel.handle(.evidence(.init(attachment: record.id, sha256: record.sha256, at: cause.now)))
    }
}
