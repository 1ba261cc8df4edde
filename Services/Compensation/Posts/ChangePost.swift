import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise freezes, thaws or closes a post, or changes its headcount, on a decision of its own.
struct ChangePost {
    let store: PostStore
    let journal: Journal

    /// Decides on a post that was loaded, and so locked, and keeps it.
    func callAsFunction(
        _ post: Stored<Post>,
        _ command: Post.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Post> {
        var post = post
        try post.handle(command)
        try store.save(post, in: tx)
        try journal.append(post, of: "post", because: cause, in: tx)
        return post
    }
}
