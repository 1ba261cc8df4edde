import Postgres
import ServiceKit

extension AttachmentStore {
    /// Takes the file a call brings: a declaration in JSON, a form with the file, or the file itself with its name and purpose
    /// in the query.
    ///
    /// For routes that make the case together with its file; ``attachmentRoutes(_:of:authorise:)`` does the same for cases
    /// there are.
    ///
    /// - Parameters:
    ///   - call: What was sent.
    ///   - owner: The case it belongs to.
    ///   - only: The purpose it is for, whatever the call says; nil for the one the call names.
    ///   - tx: The transaction.
    ///   - authorise: Says for a purpose that the caller may, or throws.
    /// - Returns: The file; open where its chunks are still to come.
    /// - Throws: `InvalidInput`, ``AttachmentRefusal``.
    package func take(
        _ call: Call,
        of owner: AttachmentOwner,
        only: String? = nil,
        in tx: borrowing Transaction,
        authorise: (String) throws -> AttachmentRight
    ) throws -> AttachmentRecord {
        let type = call.contentType?.prefix { $0 != ";" }.lowercased() ?? ""
        if type == "application/json" {
            let declaration =
                try only.map { try call.body(PurposelessDeclaration.self).declaration($0) }
                ?? call.body(AttachmentDeclaration.self)
            let right = try authorise(declaration.purpose)
            return try begin(declaration, of: owner, uploadedBy: right.uploadedBy, because: right.cause, in: tx)
        }
        let file: (name: String, purpose: String, bytes: [UInt8])
        if type == "multipart/form-data" {
            let form = try call.form()
            guard let part = form.files.first else { throw AttachmentRefusal.noFile }
            file = (part.fileName ?? "", only ?? form["purpose"] ?? call.query("purpose") ?? "", part.bytes)
        } else {
            file = (call.query("name") ?? "", only ?? call.query("purpose") ?? "", call.bytes)
        }
        let right = try authorise(file.purpose)
        return try add(
            file.bytes,
            name: file.name,
            purpose: file.purpose,
            of: owner,
            uploadedBy: right.uploadedBy,
            because: right.cause,
            in: tx
        )
    }

    /// What is said of a file where there is one purpose only.
    private struct PurposelessDeclaration: Decodable {
        let name: String
        let size: Int
        let sha256: String

        func declaration(_ purpose: String) -> AttachmentDeclaration {
            AttachmentDeclaration(name: name, purpose: purpose, size: size, sha256: sha256)
        }
    }
}

extension AttachmentView {
    /// Shows a file that was just taken, with the chunks that are to come.
    package init(added record: AttachmentRecord) {
        self.init(record, missing: record.phase == .open ? Array(0..<record.chunks) : nil)
    }
}
