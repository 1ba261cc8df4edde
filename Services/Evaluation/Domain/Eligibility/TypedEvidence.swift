/// The papers a form names in words (证明材料), each for the condition it was given for.
///
/// `二3:师徒协议` proves the third; what is noted for none counts for the first condition claimed, and for no other.
struct TypedEvidence {
    private let all: [String]
    /// With the condition each was noted for; nil where every paper counts everywhere.
    private let noted: [(claim: String?, paper: String)]?
    private let first: String?

    init(_ particulars: Particulars) {
        all = particulars.evidence
        first = particulars.conditions.first?.written
        let isPlain = particulars.conditions.count < 2 && !all.contains { $0.utf8.contains(UInt8(ascii: ":")) }
        noted = isPlain ? nil : all.map { paper in (Self.claim(of: paper), paper) }
    }

    /// The papers given for any of some conditions; all of them for a rule that looks at no condition claimed.
    func papers(for claims: [String]) -> [String] {
        guard let noted, !claims.isEmpty else { return all }
        return noted.filter { ($0.claim ?? first).map(claims.contains) == true }.map(\.paper)
    }

    /// Whether a rule looks at conditions among which none of the papers was given.
    func isSilent(about claims: [String]) -> Bool { !all.isEmpty && papers(for: claims).isEmpty }

    private static func claim(of paper: String) -> String? {
        AdditionalCondition.allCases.map(\.written).first { paper.hasPrefix($0 + ":") }
    }
}
