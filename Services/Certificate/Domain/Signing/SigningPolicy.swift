import Kernel

/// How certificates are signed and how their status is changed (签名与状态).
package struct SigningPolicy: DatedDocument {
    package static let kind = ConfigurationKind.signing

    /// The algorithms that are known, as a statement names them.
    package static let algorithms = ["ES256", "SM2-SM3"]

    /// The policy document it rests on, with its date.
    package let basis: String
    package let inForceFrom: LocalDate
    /// What new keys of enterprises sign with: `ES256` or `SM2-SM3`.
    package let algorithm: String
    /// Whether an officer certifies each key of an enterprise; where not, it is certified as it is made.
    package let isCertifiedByOfficer: Bool
    /// Whether a certificate can be suspended while something about it is examined; with its filing it is, whatever this says.
    package let isSuspensionAllowed: Bool
    /// Working days the holder and the enterprise have to be heard before an officer revokes.
    package let hearingDays: Int

    package var problems: [FieldProblem] {
        var problems: [FieldProblem] = []
        if !Self.algorithms.contains(algorithm) {
            problems.append(FieldProblem(field: "algorithm", code: "certificate.configuration-algorithm"))
        }
        return problems + Self.problems(ofDays: ["hearingDays": hearingDays])
    }
}
