/// What was named does not exist, or may not be seen.
package struct NotFound: Rejection, Hashable {
    private let what: String

    /// A refusal naming the kind of thing, like "round".
    package init(_ what: String) { self.what = what }

    package var code: String { "common.not-found" }
    package var arguments: [String: String] { ["what": what] }
}

/// Somebody else changed the thing since it was read.
package struct VersionMismatch: Rejection, Hashable {
    private let expected: Int
    private let actual: Int

    /// A refusal naming the version the command was meant for and the one there is.
    package init(expected: Int, actual: Int) {
        self.expected = expected
        self.actual = actual
    }

    package var code: String { "common.version-mismatch" }
    package var arguments: [String: String] { ["expected": String(expected), "actual": String(actual)] }
}
