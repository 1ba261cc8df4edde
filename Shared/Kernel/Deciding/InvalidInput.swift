/// What is wrong with one field of a request.
package struct FieldProblem: Hashable, Sendable, Codable {
    /// Where, as the sender wrote it: "name", "rows[3].idNumber".
    package let field: String
    /// A stable name from the message catalogue.
    package let code: String
    /// What its sentences fill in, by name; never personal data.
    package let arguments: [String: String]

    /// A problem of a field.
    package init(field: String, code: String, arguments: [String: String] = [:]) {
        self.field = field
        self.code = code
        self.arguments = arguments
    }

    /// A problem of a field that a rejection describes.
    package init(field: String, _ rejection: some Rejection) {
        self.init(field: field, code: rejection.code, arguments: rejection.arguments)
    }
}

/// A request that cannot be understood, with everything that is wrong with it.
package struct InvalidInput: Error, Hashable, Sendable {
    /// What is wrong, in the order it was found.
    package var problems: [FieldProblem]

    /// A refusal with all its problems.
    package init(_ problems: [FieldProblem]) { self.problems = problems }

    /// A refusal for one field.
    package init(field: String, code: String, arguments: [String: String] = [:]) {
        problems = [FieldProblem(field: field, code: code, arguments: arguments)]
    }
}
