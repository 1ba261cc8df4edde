import Crypto
import Foundation
import Kernel
import Postgres
import ServiceKit

/// The routes by which files come to cases and are seen; their rows in the access table are the service's.
///
/// For each kind of case `POST` and `GET /<path>/{id}/attachments`; for all together `GET` and `DELETE /attachments/{id}`,
/// `PUT /attachments/{id}/chunks/{number}`, `POST /attachments/{id}/completion`, `GET /attachments/{id}/content`.
///
/// - Parameters:
///   - store: Where the files are.
///   - owners: The first word of a path and the kind of case it names: `["objections": "objection"]`.
///   - authorise: Says whether the caller may, by a right or by throwing; it also says whose the case is
///     (`Call.require(enterprise:)`) and whether there is one.
/// - Returns: The routes.
package func attachmentRoutes(
    _ store: AttachmentStore,
    of owners: KeyValuePairs<String, String>,
    authorise: @escaping @Sendable (Call, AttachmentWish, borrowing Transaction) throws -> AttachmentRight
) -> [Route] {
    let handlers = AttachmentHandlers(store: store, authorise: authorise)
    let perOwner = owners.flatMap { path, kind in
        [
            Route("POST /\(path)/{id}/attachments", mostBytes: AttachmentStore.mostBytesAtOnce) { call, tx in
                try handlers.add(call, AttachmentOwner(kind, try call.id()), in: tx)
            },
            Route("GET /\(path)/{id}/attachments") { call, tx in
                try handlers.list(call, AttachmentOwner(kind, try call.id()), in: tx)
            },
        ]
    }
    return perOwner + [
        Route("GET /attachments/{id}") { call, tx in try handlers.show(call, in: tx) },
        Route("PUT /attachments/{id}/chunks/{number}", mostBytes: ChunkLayout.length) { call, tx in
            try handlers.put(call, in: tx)
        },
        Route("POST /attachments/{id}/completion") { call, tx in try handlers.complete(call, in: tx) },
        Route("GET /attachments/{id}/content") { call, tx in try handlers.content(call, in: tx) },
        Route("DELETE /attachments/{id}") { call, tx in try handlers.discard(call, in: tx) },
    ]
}

/// What the routes do.
struct AttachmentHandlers: Sendable {
    let store: AttachmentStore
    let authorise: @Sendable (Call, AttachmentWish, borrowing Transaction) throws -> AttachmentRight

    func add(_ call: Call, _ owner: AttachmentOwner, in tx: borrowing Transaction) throws -> Answer {
        let record = try store.take(call, of: owner, in: tx) { purpose in
            try right(call, .add, owner, purpose: purpose, in: tx)
        }
        return try .created(AttachmentView(added: record), version: record.version)
    }

    func list(_ call: Call, _ owner: AttachmentOwner, in tx: borrowing Transaction) throws -> Answer {
        let right = try right(call, .list, owner, purpose: nil, in: tx)
        let visible = try store.list(of: owner, in: tx).filter { record in
            right.purposes.map { $0.contains(record.purpose) } ?? true
        }
        return try .page(visible.map { AttachmentView($0) }, next: nil)
    }

    func show(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let (record, _) = try seen(call, .see, in: tx)
        let missing = record.phase == .open ? try store.missing(of: record, in: tx) : nil
        return try .ok(AttachmentView(record, missing: missing), version: record.version)
    }

    func put(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let (record, _) = try seen(call, .add, in: tx)
        guard let number = Int(call.parameter("number")) else {
            throw AttachmentRefusal.chunkNumber(count: record.chunks)
        }
        try Self.check(call.header("content-digest"), of: call.bytes)
        try store.put(number, call.bytes, of: record.id, in: tx)
        return .noContent(version: record.version)
    }

    func complete(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let (record, right) = try seen(call, .add, in: tx)
        let (completed, refusal) = try store.complete(record.id, because: right.cause, in: tx)
        if let refusal { return .refused(refusal) }
        return try .ok(AttachmentView(completed), version: completed.version)
    }

    func content(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let (record, _) = try seen(call, .see, in: tx)
        return try store.download(record, for: call)
    }

    func discard(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let (record, right) = try seen(call, .discard, in: tx)
        let after = try store.discard(record.id, version: call.expectedVersion(), because: right.cause, in: tx)
        return .noContent(version: after.version)
    }

    private func right(
        _ call: Call,
        _ act: AttachmentWish.Act,
        _ owner: AttachmentOwner,
        purpose: String?,
        in tx: borrowing Transaction
    ) throws -> AttachmentRight {
        let wish = AttachmentWish(act: act, owner: owner, purpose: purpose, attachment: nil)
        let right = try authorise(call, wish, tx)
        // A purpose there is not is the store's to refuse, with those there are.
        if let purpose, let purposes = right.purposes, store.purposes[purpose] != nil, !purposes.contains(purpose) {
            throw NotFound("attachment")
        }
        return right
    }

    /// The file a call is about, where the caller may; to anybody else it is as if there were none.
    private func seen(
        _ call: Call,
        _ act: AttachmentWish.Act,
        in tx: borrowing Transaction
    ) throws -> (AttachmentRecord, AttachmentRight) {
        let record = try store.find(try call.id(), in: tx)
        let wish = AttachmentWish(act: act, owner: record.owner, purpose: record.purpose, attachment: record)
        let right = try authorise(call, wish, tx)
        let isVisible = right.purposes.map { $0.contains(record.purpose) } ?? true
        // An upload is its sender's alone until it is complete.
        let isOthers = record.phase != .complete && record.uploadedBy != right.uploadedBy
        guard isVisible, !isOthers else { throw NotFound("attachment") }
        return (record, right)
    }

    /// A chunk that says its own digest (RFC 9530) must be it.
    private static func check(_ header: String?, of bytes: [UInt8]) throws(AttachmentRefusal) {
        guard let header, let range = header.range(of: "sha-256=:") else { return }
        let value = header[range.upperBound...].prefix { $0 != ":" }
        guard Data(base64Encoded: String(value)) == Data(SHA256.hash(data: bytes)) else { throw .chunkDigest }
    }
}
