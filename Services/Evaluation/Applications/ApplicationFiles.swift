import Attachments
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The files of applications: what may come for what, and what each proves.
struct ApplicationFiles: Sendable {
    let store: AttachmentStore

    /// The kind of case in the table of files; an application and the draft it was have one id.
    static let owner = "application"
    /// 证明材料.
    static let evidence = "evidence"
    /// 照片.
    static let photo = "photo"
    /// 本人签字的信息确认表.
    static let confirmation = "confirmation"

    /// 备案部门同意放宽的复函.
    static let consent = "relaxation-consent"

    /// What files come with applications: all are of persons, so all are sealed.
    static let purposes: [AttachmentPurpose] = [
        AttachmentPurpose(
            evidence,
            kinds: FileKind.pictures.union(FileKind.papers).union(FileKind.recordings),
            mostBytes: 50 << 20,
            mostFiles: 50,
            isSealed: true
        ),
        AttachmentPurpose(photo, kinds: [.jpeg, .png], mostBytes: 5 << 20, mostFiles: 1, isSealed: true),
        AttachmentPurpose(
            confirmation,
            kinds: FileKind.pictures.union([.pdf, .ofd]),
            mostBytes: 20 << 20,
            mostFiles: 5,
            isSealed: true
        ),
        AttachmentPurpose(
            consent,
            kinds: FileKind.pictures.union([.pdf, .ofd]),
            mostBytes: 20 << 20,
            mostFiles: 5,
            isSealed: true
        ),
    ]

    /// The complete files of an application for one purpose, oldest first.
    func of(_ application: UUID, for purpose: String, in tx: borrowing Transaction) throws -> [AttachmentRecord] {
        try store.list(of: AttachmentOwner(Self.owner, application), in: tx).filter { $0.purpose == purpose }
    }

    /// What files prove, checked: each is one of the application's own, and a clause that takes files.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func checked(
        _ claims: [EvidenceClaim],
        of application: UUID,
        under ruleSet: RuleSet,
        in tx: borrowing Transaction
    ) throws -> [ClauseEvidence] {
        let files = try of(application, for: Self.evidence, in: tx)
        var problems: [FieldProblem] = []
        var seen: Set<UUID> = []
        let evidence = claims.enumerated().compactMap { index, claim -> ClauseEvidence? in
            let field = "evidence[\(index)]"
            guard let file = files.first(where: { $0.id == claim.file }) else {
                problems.append(FieldProblem(field: "\(field).file", code: "evaluation.file-not-there"))
                return nil
            }
            if !seen.insert(claim.file).inserted {
                problems.append(FieldProblem(field: "\(field).file", code: "evaluation.repeated"))
            }
            if claim.clauses.isEmpty {
                problems.append(FieldProblem(field: "\(field).clauses", code: "evaluation.field-missing"))
            }
            for name in claim.clauses {
                let clause = Clause(rawValue: name)
                guard ruleSet.clause(clause) != nil else {
                    let known = ruleSet.clauses.map(\.id.rawValue).joined(separator: "、")
                    problems.append(
                        FieldProblem(
                            field: "\(field).clauses",
                            code: "evaluation.unknown-clause",
                            arguments: ["known": known]
                        )
                    )
                    continue
                }
                // Health is a yes or no; nobody is asked for, and nothing is taken of, what a doctor wrote.
                if ruleSet.isOfHealth(clause) {
                    problems.append(FieldProblem(field: "\(field).clauses", code: "evaluation.no-medical-paper"))
                }
            }
            return ClauseEvidence(file: claim.file, sha256: file.sha256, clauses: claim.clauses)
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return evidence
    }
}

/// What somebody says a file proves.
struct EvidenceClaim: Decodable, Sendable {
    let file: UUID
    /// Stable names of clauses.
    let clauses: [String]
}
