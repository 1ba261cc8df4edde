import Attachments
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The files of policy notes: documents a county explains.
enum PolicyNoteFiles {
    /// What the files are of.
    static let owner = "policy_note"
    /// 政策文件及解读材料.
    static let purpose = AttachmentPurpose(
        "policy-paper",
        kinds: FileKind.pictures.union(FileKind.papers),
        mostFiles: 20
    )
}

extension Main {
    /// Who may do what with the files of a policy note: its county's officers add and take back while it is shown; those it
    /// was sent to and the bureau see them.
    func policyNoteRight(
        _ call: Call,
        _ wish: AttachmentWish,
        in tx: borrowing Transaction
    ) throws -> AttachmentRight {
        let note = try policyNotes.store.find(wish.owner.id, in: tx)
        guard let county = note.state.note?.county else { throw NotFound("policy-note") }
        try call.require(county: county)
        if call.caller.role.isOfEnterprise {
            let own = call.caller.organisation ?? ""
            try call.require(enterprise: own)
            guard note.state.isShown, try policyNotes.store.copy(of: note.id, for: own, in: tx) != nil else {
                throw NotFound("policy-note")
            }
        }
        switch wish.act {
        case .list, .see: break
        case .add, .discard:
            guard call.caller.role.isOfCounty else { throw FileRefusal.notYours }
            guard note.state.isShown else { throw PolicyNote.Rejection.alreadyWithdrawn }
            if wish.act == .add, let purpose = wish.purpose, purpose != PolicyNoteFiles.purpose.name {
                throw InvalidInput(
                    field: "purpose",
                    code: "filing.unknown-word",
                    arguments: ["words": PolicyNoteFiles.purpose.name]
                )
            }
        }
        return .named(call)
    }
}
