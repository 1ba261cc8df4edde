/// A document that lays down what programs should not: read as it stood on a day, and never changed.
package protocol DatedDocument<Kind>: Codable, Hashable, Sendable {
    associatedtype Kind: DatedDocumentKind

    static var kind: Kind { get }

    /// The first day it is followed.
    var inForceFrom: LocalDate { get }

    /// What is wrong with it, every field at once; empty where it can be followed.
    var problems: [FieldProblem] { get }
}

extension DatedDocument {
    /// What is wrong with those of these fields whose number of days is not between 1 and 250.
    package static func problems(ofDays fields: KeyValuePairs<String, Int>) -> [FieldProblem] {
        fields.filter { !(1...250).contains($0.value) }
            .map { FieldProblem(field: $0.key, code: "\(Kind.service).configuration-days") }
    }
}
