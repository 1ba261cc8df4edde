import Kernel

/// An occupation in which a list has more names than the plan has posts (岗位职数), with the recorded reason.
package struct ExceededPosts: Codable, Hashable, Sendable {
    package let occupation: Occupation
    package let posts: Int
    /// Names of the list and of earlier lists under the plan.
    package let names: Int
    package let reason: String

    /// More names than posts, and why.
    package init(occupation: Occupation, posts: Int, names: Int, reason: String) {
        self.occupation = occupation
        self.posts = posts
        self.names = names
        self.reason = reason
    }
}

/// A list has more names in some occupation than there are posts, and no reason was recorded.
package struct PostsExceededRejection: Rejection, Hashable {
    /// The occupations, with names and posts of each.
    package let occupations: [String]

    /// Names and posts of each occupation, in words.
    package init(occupations: [String]) { self.occupations = occupations }

    package var code: String { "evaluation.posts-exceeded" }
    package var arguments: [String: String] { ["occupations": occupations.joined(separator: "、")] }
}

extension PlanTerms {
    /// The occupations in which there are more names than posts; empty where there is none.
    ///
    /// - Parameters:
    ///   - occupations: Of each name on show or determined under the plan, those of the list included.
    ///   - reason: Why; nil where none was recorded.
    /// - Returns: Each of them, with the reason.
    /// - Throws: ``PostsExceededRejection`` where there are some and no reason.
    package func exceededPosts(
        by occupations: [Occupation],
        reason: String?
    ) throws(PostsExceededRejection) -> [ExceededPosts] {
        let over = posts.compactMap { post -> ExceededPosts? in
            let names = occupations.filter(post.occupation.includes).count
            guard names > post.count else { return nil }
            return ExceededPosts(occupation: post.occupation, posts: post.count, names: names, reason: reason ?? "")
        }
        guard over.isEmpty || reason != nil else {
            throw PostsExceededRejection(
                occupations: over.map { "\($0.occupation.name)(\($0.names)人,岗位\($0.posts)个)" }
            )
        }
        return over
    }
}
