import Foundation
import Kernel

/// Something that has happened in one service and that others may hear.
///
/// A fact is never refused by its hearers. Within a version it only grows: a hearer ignores members it does not know.
package protocol Fact: Codable, Hashable, Sendable {
    /// Speaker's word and fact, `publicity.completed`; it is the routing key.
    static var name: String { get }

    /// The major version; a breaking change is a new one.
    static var version: Int { get }

    /// The members an enterprise's own system receives, or nil where the fact is not for enterprises.
    static var enterpriseMembers: [String]? { get }

    /// The aggregate this is a fact of; facts of one subject are numbered and heard in order.
    var subject: UUID { get }

    /// The enterprise concerned, where there is one.
    var enterprise: EnterpriseRef? { get }

    /// The person concerned, where it is about exactly one.
    var person: UUID? { get }
}

extension Fact {
    package static var version: Int { 1 }
    package static var enterpriseMembers: [String]? { nil }
    package var enterprise: EnterpriseRef? { nil }
    package var person: UUID? { nil }

    /// The CloudEvents type, `gongjiang.publicity.completed.v1`.
    package static var type: String { "gongjiang.\(name).v\(version)" }
}
