import Contracts
import Cryptography
import EvaluationDomain
import Kernel

/// A rule set as a file: what it says, the bytes it is known by, and its compiled form.
struct RuleSetFile: Sendable {
    let datum: Datum
    /// The canonical bytes, as they are kept.
    let bytes: [UInt8]
    let ruleSet: RuleSet

    /// The largest file taken.
    static let mostBytes = 256 * 1024

    /// Reads a file; whatever is wrong inside is told by ``EvaluationDomain/RuleSet/problems``.
    ///
    /// - Throws: `InvalidInput` where it is no JSON or too large.
    init(_ file: [UInt8]) throws {
        guard file.count <= Self.mostBytes else {
            throw InvalidInput(
                field: "$",
                code: "evaluation.rule-file-too-large",
                arguments: ["most": String(Self.mostBytes / 1024)]
            )
        }
        datum = try WireFormat.decode(Datum.self, sent: file)
        bytes = try WireFormat.encode(datum)
        ruleSet = RuleSet(datum, digest: Digest.sha256Hex(bytes))
    }

    /// The notice's own rules, which are part of the service.
    static let notice: RuleSetFile? = try? RuleSetFile(PackageResources.binzhou_2020_json)
}
