/// A reason why somebody is told no.
///
/// An aggregate's own is written `enum Rejection: Kernel.Rejection`, because its ``Decider`` names it so.
package protocol Rejection: Error, Sendable {
    /// A stable name, "<service>.<kebab>", that the service's message catalogue maps to a status and sentences.
    var code: String { get }
    /// What the sentences fill in, by name; never personal data.
    var arguments: [String: String] { get }
}

extension Rejection {
    package var arguments: [String: String] { [:] }
}
