import Kernel

/// Which rule set a round's applications are judged by.
package struct RuleSetReference: Codable, Hashable, Sendable {
    /// The rule set's own name, like `binzhou-2020`.
    package let id: String
    /// SHA-256 of its canonical bytes, in hex.
    package let digest: String

    /// A rule set by name and digest.
    package init(id: String, digest: String) {
        self.id = id
        self.digest = digest
    }

    /// What is wrong with it.
    func problems(_ field: String = "ruleSet") -> [FieldProblem] {
        [("id", id), ("digest", digest)].compactMap { name, text in
            text.allSatisfy(\.isWhitespace)
                ? FieldProblem(field: "\(field).\(name)", code: "evaluation.field-missing") : nil
        }
    }
}
