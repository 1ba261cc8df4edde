import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// What every verb about objections works with: an objection is loaded and saved together with its notice.
struct ObjectionDesk {
    let notices: NoticeStore
    let objections: ObjectionStore
    let announce: AnnounceNotices
    let journal: Journal
    let outbox: Outbox
    let calendars: CalendarStore
    let keys: KeyRing
    let policy: ObjectionPolicy
    let close: CloseObjection

    /// An objection and the notice it is about, both locked.
    struct Case {
        var notice: Stored<Notice>
        var objection: Stored<Objection>
        let complaint: Complaint

        /// Lets the notice answer, unless it was taken back or annulled: nothing follows from that any more.
        mutating func tell(_ command: Notice.Command) throws {
            if notice.state.phase != .withdrawn { try notice.handle(command) }
        }
    }

    /// The case of an objection.
    ///
    /// - Throws: `NotFound`, `VersionMismatch` where `version` is given and is another.
    func open(_ id: UUID, version: Int?, in tx: borrowing Transaction) throws -> Case {
        // Always the notice first, so that two of its objections cannot wait for each other.
        let notice = try notices.load(objections.notice(of: id, in: tx), in: tx)
        let objection = try objections.load(id, in: tx)
        if let version { try objection.expect(version: version) }
        guard let complaint = objection.state.complaint else { throw NotFound("objection") }
        return Case(notice: notice, objection: objection, complaint: complaint)
    }

    /// Writes what was decided, and says what concerns others.
    func save(_ done: Case, because cause: Cause, reason: String = "", in tx: borrowing Transaction) throws {
        try announce([.init(notice: done.notice, cause: cause, reason: reason)], in: tx)
        try objections.save([done.objection], in: tx)
        try journal.append(done.objection, of: "objection", because: cause, in: tx)
        try close(done, because: cause, in: tx)
    }

    /// Gives somebody left out back to evaluation, with what the office found and never with the objector's words.
    func refer(_ done: Case, finding: String, because cause: Cause, in tx: borrowing Transaction) throws {
        guard case .omission(let missing) = done.complaint.subject else { return }
        guard let words = NoticeWords(.init(notice: done.notice, cause: cause)) else { return }
        let id = done.objection.id
        try words.say(
            OmissionReferred(about: words.about, objection: id, missing: missing, finding: finding),
            outbox,
            in: tx
        )
    }

    /// The days to act, by the calendar in use; nobody publishes another before this transaction ends.
    func deadlines(in tx: borrowing Transaction) throws -> ObjectionDeadlines {
        ObjectionDeadlines(policy, by: try calendars.currentUntilCommit(in: tx))
    }

    /// Somebody who shall not be found out: no account, and nothing that ties the case to a request.
    func unnamed(_ cause: Cause) -> Cause { Cause(actor: "objector", now: cause.now, correlation: NewID.v7()) }
}
