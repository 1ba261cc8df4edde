import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise sets up a special-grade post.
struct EstablishPost {
    let store: PostStore
    let journal: Journal

    func callAsFunction(
        _ terms: Post.Terms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Post> {
        var post = Stored<Post>(new: NewID.v7())
        try post.handle(.establish(terms))
        try store.save(post, in: tx)
        try journal.append(post, of: "post", because: cause, in: tx)
        return post
    }
}
