import Attachments
import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The papers the persons of a list signed (信息确认表), kept with the round and named by the list that goes with them.
enum SignedPapers {
    /// The kind of case in the table of files.
    static let owner = "round"
    static let purpose = "signed-papers"

    /// What files come with a round: scans of signatures with names and numbers, so they are sealed.
    static let purposes = [
        AttachmentPurpose(
            purpose,
            kinds: FileKind.pictures.union([.pdf, .ofd]),
            mostBytes: 100 << 20,
            mostFiles: 50,
            isSealed: true
        )
    ]
}

extension Main {
    /// Whether somebody may do something with the signed papers of a round: its own human resources alone.
    func paperRight(_ call: Call, _ wish: AttachmentWish, in tx: borrowing Transaction) throws -> AttachmentRight {
        let round = try stores.rounds.read(wish.owner.id, in: tx)
        try call.require(enterprise: round.state.terms?.filing.enterprise.creditCode ?? "")
        guard call.caller.role == .enterpriseHR else { throw NotFound("attachment") }
        if wish.act == .discard, let file = wish.attachment?.id,
            try ImportStore.names(file, in: round.id, in: tx)
        {
            throw ApplicationFileRefusal.used
        }
        return .named(call)
    }

    /// The attachment a list names as its signed papers; nil where it names none.
    ///
    /// - Throws: `InvalidInput` where the round has no such file.
    func signedPapers(_ call: Call, of round: UUID, in tx: borrowing Transaction) throws -> UUID? {
        guard let named = call.query("papers"), !named.isEmpty else { return nil }
        let files = try files.store.list(of: AttachmentOwner(SignedPapers.owner, round), in: tx)
        guard let id = UUID(uuidString: named), files.contains(where: { $0.id == id }) else {
            throw InvalidInput(field: "papers", code: "evaluation.paper-missing")
        }
        return id
    }
}
