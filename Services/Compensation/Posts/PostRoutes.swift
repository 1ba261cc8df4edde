import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// Special-grade posts.
    var postRoutes: [Route] {
        [
            Route("POST /posts") { [establishPost, self] call, tx in
                let body = try call.body(PostBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let terms = try body.validated(employer: employer, today: call.cause.today)
                let post = try establishPost(terms, because: call.cause, in: tx)
                return try .created(PostView(post, today: call.cause.today), version: post.newVersion)
            },
            Route("GET /posts") { [posts] call, tx in
                let page = call.page
                let found = try posts.page(creditCode: call.enterprise(), after: page.after, limit: page.limit, in: tx)
                return try .page(
                    found.compactMap { PostView($0, today: call.cause.today) },
                    next: page.next(found)
                )
            },
            Route("POST /posts/{id}/freeze") { call, tx in
                try changed(call, in: tx) { .freeze(try $0.validated(today: $1)) }
            },
            Route("POST /posts/{id}/thaw") { call, tx in
                try changed(call, in: tx) { .thaw(try $0.validated(today: $1)) }
            },
            Route("POST /posts/{id}/closure") { call, tx in
                try changed(call, in: tx) { .close(try $0.validated(today: $1), today: $1) }
            },
            Route("POST /posts/{id}/headcount") { call, tx in
                try changed(call, in: tx) {
                    let change = try $0.validated(today: $1, withHeadcount: true)
                    return .resize(headcount: $0.headcount ?? 0, change, today: $1)
                }
            },
        ]
    }

    /// A post after a change its own enterprise asks for, who saw its version.
    private func changed(
        _ call: Call,
        in tx: borrowing Transaction,
        by command: (PostChangeBody, LocalDate) throws -> Post.Command
    ) throws -> Answer {
        let asked = try command(call.body(), call.cause.today)
        let id = try call.id()
        try call.require(enterprise: posts.employer(of: id, in: tx))
        let post = try posts.load(id, in: tx)
        try post.expect(version: call.expectedVersion())
        let changed = try changePost(post, asked, because: call.cause, in: tx)
        return try .ok(PostView(changed, today: call.cause.today), version: changed.newVersion)
    }
}
