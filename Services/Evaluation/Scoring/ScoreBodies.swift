import EvaluationDomain
import Foundation
import Kernel

/// A sheet as a member fills it in.
struct ScoreSheetBody: Decodable {
    /// For each criterion of the sheet in its order, in hundredths of a point; null where a draft leaves it open.
    let marks: [Int?]
    let comment: String?
    /// Whether it is submitted for good; a draft where it is missing.
    let final: Bool?

    /// What stands on it, checked but for its criteria.
    ///
    /// - Throws: `InvalidInput`.
    func content() throws -> ScoreSheet.Content {
        var fields = PanelFields()
        let comment = fields.optional(comment, "comment", most: 1000)
        try fields.done()
        return ScoreSheet.Content(marks: marks, comment: comment)
    }
}

/// A score as it is entered.
struct EnteredScoreBody: Decodable {
    let hundredths: Int
    /// The paper it was read from.
    let basis: String?

    /// The paper, checked.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> String {
        var fields = PanelFields()
        let basis = fields.text(basis, "basis", most: 500)
        try fields.done()
        return basis
    }
}

/// A score as a second person reads it.
struct ScoreConfirmationBody: Decodable {
    let hundredths: Int
}
