import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Policy notes: sent by a county to its enterprises, read by them.
struct PolicyNotes: Sendable {
    let store = PolicyNoteStore()
    let register = PolicyNoteRegister()
    let journal: Journal

    /// Sends a note to the enterprises that are in the county today, or to those of them that are named.
    ///
    /// - Returns: The note and how many got it.
    /// - Throws: ``NobodyToSendTo``; `InvalidInput` naming enterprises of other counties.
    func send(
        _ note: PolicyNote.Note,
        to named: [UUID]?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (note: Stored<PolicyNote>, recipients: Int) {
        let there = try store.enterprises(in: note.county, in: tx)
        let strangers = (named ?? []).enumerated().filter { !there.contains($0.element) }
        guard strangers.isEmpty else {
            throw InvalidInput(
                strangers.map { index, _ in
                    FieldProblem(
                        field: "enterprises[\(index)]",
                        code: "filing.enterprise-of-other-county",
                        arguments: [:]
                    )
                }
            )
        }
        let recipients = named.map { Set($0).sorted { $0.uuidString < $1.uuidString } } ?? there
        guard !recipients.isEmpty else { throw NobodyToSendTo() }
        var stored = Stored<PolicyNote>(new: NewID.v7())
        try stored.handle(.send(note))
        try store.save(stored, at: cause.now, in: tx)
        try journal.append(stored, of: "policy_note", because: cause, in: tx)
        let copies = try recipients.map { enterprise in
            var copy = Stored<NoteCopy>(new: NewID.v7())
            try copy.handle(.deliver(note: stored.id, to: enterprise))
            return (copy, enterprise)
        }
        try store.deliver(copies, of: stored.id, in: tx)
        try journal.append(copies.map(\.0), of: "policy_note_copy", because: cause, in: tx)
        return (stored, recipients.count)
    }

    /// Takes a note back.
    func withdraw(
        _ note: inout Stored<PolicyNote>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try note.handle(.withdraw(reason: reason, on: cause.today))
        try store.save(note, at: cause.now, in: tx)
        try journal.append(note, of: "policy_note", because: cause, in: tx)
    }

    /// An enterprise opens a note: its text, and when it was read first, which is kept once.
    ///
    /// - Throws: `NotFound` for one it did not get, or that was taken back before it was read.
    func read(
        _ id: UUID,
        by creditCode: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (note: PolicyNote.Note, readAt: Date) {
        guard var (copy, readAt) = try store.copy(of: id, for: creditCode, in: tx) else {
            throw NotFound("policy-note")
        }
        let stored = try store.find(id, in: tx)
        guard let note = stored.state.note, stored.state.isShown else { throw NotFound("policy-note") }
        try copy.handle(.read(by: cause.actor, on: cause.today))
        if !copy.events.isEmpty {
            try store.markRead(copy, at: cause.now, in: tx)
            try journal.append(copy, of: "policy_note_copy", because: cause, in: tx)
            readAt = cause.now
        }
        return (note, readAt ?? cause.now)
    }
}

/// There is no enterprise in the county.
struct NobodyToSendTo: Rejection, Hashable {
    var code: String { "filing.nobody-to-send-to" }
}
