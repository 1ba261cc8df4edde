import Kernel

/// A document that lays down what programs should not: read as it stood on a day, and never changed.
package protocol DatedDocument: Codable, Hashable, Sendable {
    static var kind: ConfigurationKind { get }

    /// The first day it is followed.
    var inForceFrom: LocalDate { get }

    /// What is wrong with it, every field at once; empty where it can be followed.
    var problems: [FieldProblem] { get }
}
