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
                let post = try establishPost(body.validated(employer: employer), because: call.cause, in: tx)
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
        ]
    }
}
