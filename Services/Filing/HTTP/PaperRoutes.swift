import Documents
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// The authority's papers and the steps of each filing, for the enterprise and officers.
    var paperRoutes: [Route] {
        FilingFiles.Owner.allCases.flatMap { owner in
            [
                Route("GET /\(owner.path)/{id}/papers") { call, tx in
                    let id = try require(owner, call, in: tx)
                    return try .page(papers.list(of: id, in: tx).map(PaperView.init), next: nil)
                },
                Route("GET /\(owner.path)/{id}/papers/{kind}") { call, tx in
                    let id = try require(owner, call, in: tx)
                    guard let kind = PaperContent.Kind(rawValue: call.parameter("kind")) else {
                        throw NotFound("paper")
                    }
                    let paper = PrintedPaper(content: try papers.find(kind, of: id, in: tx))
                    return .file(
                        try paper.printed(),
                        type: "application/pdf",
                        name: paper.fileName,
                        isShown: true
                    )
                },
                Route("GET /\(owner.path)/{id}/changes") { call, tx in
                    let id = try require(owner, call, in: tx)
                    return try .page(generals.changes.load(id, in: tx).map(ChangeView.init), next: nil)
                },
            ]
        }
    }

    /// The filing in the path, for a reader who may.
    private func require(
        _ owner: FilingFiles.Owner,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> UUID {
        let id = try call.id()
        try call.require(enterprise: filed(owner, id, in: tx).filer.creditCode)
        return id
    }
}
