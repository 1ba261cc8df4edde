import Attachments
import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The file of the document a benchmark stands in: the enterprise's pay rules, or their clause.
///
/// Amounts may stand in it, and a pay document does not leave the enterprise: human resources of the enterprise read it, and
/// nobody else does.
struct BenchmarkDocuments: Sendable {
    /// The name of their case's table.
    static let owner = "benchmark_document"
    /// 薪酬制度文件: sealed.
    static let purpose = AttachmentPurpose(
        "benchmark-document",
        kinds: FileKind.pictures.union(FileKind.papers),
        mostBytes: 20 << 20,
        mostFiles: 1,
        isSealed: true
    )

    let store = BenchmarkDocumentStore()
    let files: AttachmentStore

    /// A document with its file.
    struct Found {
        let document: BenchmarkDocumentStore.Document
        let record: AttachmentRecord
    }

    /// The complete file of an enterprise's document by the file's id, its document locked; nil where it is none of these.
    func find(_ file: UUID, of creditCode: String, in tx: borrowing Transaction) throws -> Found? {
        do {
            let owner = try files.find(file, in: tx).owner
            guard owner.kind == Self.owner else { return nil }
            let document = try store.load(owner.id, in: tx)
            guard document.creditCode == creditCode else { return nil }
            let record = try files.list(of: owner, in: tx).first { $0.id == file }
            return record.map { Found(document: document, record: $0) }
        } catch is NotFound { return nil }
    }

    /// Whether a caller may what they wish with a document's file.
    ///
    /// - Throws: `NotFound` to whoever is not its enterprise's, ``DocumentInUse``.
    func right(_ call: Call, _ wish: AttachmentWish, in tx: borrowing Transaction) throws -> AttachmentRight {
        // To an authority or an employee it is as if there were none.
        guard call.caller.role == .enterpriseHR else { throw NotFound("attachment") }
        let document = try store.load(wish.owner.id, in: tx)
        try call.require(enterprise: document.creditCode)
        switch wish.act {
        case .list, .see: break
        case .add, .discard: if document.benchmark != nil { throw DocumentInUse() }
        }
        return .named(call, purposes: [Self.purpose.name])
    }
}

/// A benchmark was declared with the document; it stays.
struct DocumentInUse: Rejection, Hashable {
    var code: String { "compensation.benchmark-document-used" }
}

extension Main {
    /// The documents of benchmarks: an enterprise adds a file, and declares a benchmark with it.
    var benchmarkDocumentRoutes: [Route] {
        [
            Route("POST /benchmark-documents", mostBytes: AttachmentStore.mostBytesAtOnce) {
                [benchmarkDocuments, files] call, tx in
                let owner = AttachmentOwner(BenchmarkDocuments.owner, NewID.v7())
                let creditCode = try call.enterprise() ?? ""
                guard try directory.find(creditCode: creditCode, in: tx) != nil else { throw NotFound("enterprise") }
                try benchmarkDocuments.store.add(owner.id, of: creditCode, in: tx)
                let record = try files.take(call, of: owner, only: BenchmarkDocuments.purpose.name, in: tx) { _ in
                    .named(call)
                }
                return try .created(AttachmentView(added: record), version: record.version)
            },
            Route("GET /benchmark-documents") { [benchmarkDocuments] call, tx in
                let page = call.page
                let found = try benchmarkDocuments.store.page(
                    of: call.enterprise() ?? "",
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                let views = try found.flatMap { document in
                    let owner = AttachmentOwner(BenchmarkDocuments.owner, document.id)
                    return try files.list(of: owner, in: tx).map { BenchmarkDocumentView($0, document.benchmark) }
                }
                return try .page(views, next: found.count == page.limit ? found.last?.id : nil)
            },
        ]
    }
}

/// A document's file, with the benchmark that was declared with it.
struct BenchmarkDocumentView: Encodable {
    let file: AttachmentView
    /// Missing before one was.
    let benchmark: String?

    init(_ record: AttachmentRecord, _ benchmark: UUID?) {
        file = AttachmentView(record)
        self.benchmark = benchmark?.lowercase
    }
}
