import FilingDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

extension Main {
    /// Policy notes (政策解读).
    var policyNoteRoutes: [Route] {
        [
            Route("POST /policy-notes") { call, tx in
                let (title, text, named) = try call.body(PolicyNoteBody.self).read()
                let county = call.caller.county ?? ""
                try call.require(county: county)
                let officer = call.officer
                let note = PolicyNote.Note(
                    county: county,
                    title: title,
                    text: text,
                    by: officer.account,
                    byName: officer.name,
                    on: call.cause.today
                )
                let sent = try policyNotes.send(note, to: named, because: call.cause, in: tx)
                return try .created(
                    PolicyNoteView(sent.note.id, sent.note.state, sentAt: call.cause.now, recipients: sent.recipients),
                    version: sent.note.newVersion
                )
            },
            Route("GET /policy-notes") { call, tx in
                let page = call.page
                let found: [PolicyNoteRegister.Line]
                if call.caller.role.isOfEnterprise {
                    let own = call.caller.organisation ?? ""
                    try call.require(enterprise: own)
                    let unreadOnly = call.query("unread") == "true"
                    found = try policyNotes.register.page(
                        of: own,
                        unreadOnly: unreadOnly,
                        after: page.after,
                        limit: page.limit + 1,
                        in: tx
                    )
                } else {
                    found = try policyNotes.register.page(
                        county: call.county(),
                        after: page.after,
                        limit: page.limit + 1,
                        in: tx
                    )
                }
                let shown = found.prefix(page.limit)
                let views = shown.compactMap { PolicyNoteLineView($0, forEnterprise: call.caller.role.isOfEnterprise) }
                return try .page(views, next: found.count > page.limit ? shown.last?.id : nil)
            },
            Route("GET /policy-notes/{id}") { call, tx in
                if call.caller.role.isOfEnterprise {
                    let own = call.caller.organisation ?? ""
                    try call.require(enterprise: own)
                    let id = try call.id()
                    let read = try policyNotes.read(id, by: own, because: call.cause, in: tx)
                    return try .ok(PolicyNoteView(id, .sent(read.note), readAt: read.readAt))
                }
                let note = try policyNotes.store.find(call.id(), in: tx)
                try call.require(county: note.state.note?.county ?? "")
                return try .ok(PolicyNoteView(note.id, note.state), version: note.version)
            },
            Route("GET /policy-notes/{id}/recipients") { call, tx in
                let note = try policyNotes.store.find(call.id(), in: tx)
                try call.require(county: note.state.note?.county ?? "")
                let page = call.page
                let found = try policyNotes.register.recipients(
                    of: note.id,
                    after: page.after,
                    limit: page.limit + 1,
                    in: tx
                )
                let shown = found.prefix(page.limit)
                return try .page(
                    shown.map(RecipientView.init),
                    next: found.count > page.limit ? shown.last?.enterprise : nil
                )
            },
            Route("POST /policy-notes/{id}/withdrawal") { call, tx in
                let reason = try call.body(ReasonBody.self).read()
                var note = try policyNotes.store.open(call.id(), in: tx)
                try call.require(county: note.state.note?.county ?? "")
                try note.expect(version: call.expectedVersion())
                try policyNotes.withdraw(&note, reason: reason, because: call.cause, in: tx)
                return try .ok(PolicyNoteView(note.id, note.state), version: note.newVersion)
            },
        ]
    }
}

/// A policy note as a county's officer writes it.
struct PolicyNoteBody: Decodable {
    let title: String?
    let text: String?
    /// The enterprises it is for; all of the county where none are named.
    let enterprises: [String]?

    /// The note and whom it is for.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (title: String, text: String, enterprises: [UUID]?) {
        var check = Check()
        let title = check.words(title, "title", most: 200)
        let text = check.words(text, "text", most: 20_000)
        if let enterprises, enterprises.count > 2000 {
            check.problem("enterprises", "filing.too-many", ["most": "2000"])
        }
        let named = enterprises.map { texts in
            texts.prefix(2000).enumerated().compactMap { check.id($1, "enterprises[\($0)]") }
        }
        try check.done()
        return (title, text, named)
    }
}

/// A policy note as it is shown whole.
struct PolicyNoteView: Encodable {
    let id: UUID
    let state: String
    let county: String
    let title: String
    let text: String
    let by: String
    let sentOn: LocalDate
    let sentAt: Date?
    let recipients: Int?
    let readAt: Date?
    private(set) var withdrawnOn: LocalDate?
    private(set) var withdrawnBecause: String?

    init?(_ id: UUID, _ state: PolicyNote, sentAt: Date? = nil, recipients: Int? = nil, readAt: Date? = nil) {
        guard let note = state.note else { return nil }
        self.id = id
        self.state = state.isShown ? "sent" : "withdrawn"
        county = note.county
        title = note.title
        text = note.text
        by = note.byName
        sentOn = note.on
        self.sentAt = sentAt
        self.recipients = recipients
        self.readAt = readAt
        if case .withdrawn(_, let reason, let day) = state { (withdrawnOn, withdrawnBecause) = (day, reason) }
    }
}

/// A policy note in a list: its title, and who has read it or whether the enterprise that looks has.
struct PolicyNoteLineView: Encodable {
    let id: UUID
    let state: String
    let county: String
    let title: String
    let by: String
    let sentAt: Date
    let recipients: Int?
    let readers: Int?
    let readAt: Date?

    init?(_ line: PolicyNoteRegister.Line, forEnterprise: Bool) {
        guard let note = line.note.note else { return nil }
        id = line.id
        state = line.note.isShown ? "sent" : "withdrawn"
        county = note.county
        title = note.title
        by = note.byName
        sentAt = line.sentAt
        recipients = forEnterprise ? nil : line.recipients
        readers = forEnterprise ? nil : line.readers
        readAt = line.readAt
    }
}

/// An enterprise that got a note.
struct RecipientView: Encodable {
    let enterprise: UUID
    let creditCode: String
    let name: String
    let readAt: Date?

    init(_ recipient: PolicyNoteRegister.Recipient) {
        enterprise = recipient.enterprise
        creditCode = recipient.creditCode
        name = recipient.name
        readAt = recipient.readAt
    }
}
