import Foundation
import Kernel

/// The plan was shown to the employees and sent to the filing authority.
///
/// Notice, 四（一）“并向职工公开”; 劳动合同法 Art. 4.
package struct Disclosure: Codable, Hashable, Sendable {
    package let shownToEmployeesOn: LocalDate
    /// How it can be proved: minutes, a photograph of the board.
    package let proof: String
    package let sentToAuthorityOn: LocalDate
    package let proofOfSending: String
    /// Files that prove it was shown; nil in what was recorded before files were taken.
    package let shownFiles: [ProofFile]?
    /// Files that prove it was sent; nil in what was recorded before files were taken.
    package let sentFiles: [ProofFile]?

    /// A disclosure; throws ``Kernel/InvalidInput`` where proof is missing or a day has not come yet.
    ///
    /// Where files are told at all, as of every new disclosure, each of the two must have one.
    package init(
        shownToEmployeesOn: LocalDate,
        proof: String,
        sentToAuthorityOn: LocalDate,
        proofOfSending: String,
        shownFiles: [ProofFile]? = nil,
        sentFiles: [ProofFile]? = nil,
        today: LocalDate
    ) throws(InvalidInput) {
        self.shownToEmployeesOn = shownToEmployeesOn
        self.proof = proof
        self.sentToAuthorityOn = sentToAuthorityOn
        self.proofOfSending = proofOfSending
        self.shownFiles = shownFiles
        self.sentFiles = sentFiles
        var problems: [FieldProblem] = []
        for (field, text) in [("proof", proof), ("proofOfSending", proofOfSending)]
        where text.allSatisfy(\.isWhitespace) {
            problems.append(FieldProblem(field: field, code: "evaluation.field-missing"))
        }
        for (field, files) in [("shownFiles", shownFiles), ("sentFiles", sentFiles)] where files?.isEmpty == true {
            problems.append(FieldProblem(field: field, code: "evaluation.proof-file-missing"))
        }
        for (field, day) in [("shownToEmployeesOn", shownToEmployeesOn), ("sentToAuthorityOn", sentToAuthorityOn)]
        where day > today {
            problems.append(FieldProblem(field: field, code: "evaluation.day-in-future"))
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
    }
}

extension Disclosure {
    /// The later of the two days: from then on it is both shown and sent.
    package var latest: LocalDate { max(shownToEmployeesOn, sentToAuthorityOn) }
}

/// A file that proves something, fixed by its digest.
package struct ProofFile: Codable, Hashable, Sendable {
    package let file: UUID
    /// SHA-256 in hex.
    package let sha256: String

    /// A file by its digest.
    package init(file: UUID, sha256: String) {
        self.file = file
        self.sha256 = sha256
    }
}
