import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging

/// A draft, to whoever writes it.
struct DraftView: Encodable {
    let id: ID<Application>
    let round: ID<Round>?
    let form: [String: String]
    let proofs: [ClauseEvidence]
    let savedAt: Date
    let version: Int

    init(_ draft: Stored<ApplicationDraft>, _ form: WrittenForm, savedAt: Date) {
        id = ID(draft.state.origin?.application ?? draft.id)
        round = draft.state.origin.map { ID($0.round) }
        self.form = form.members
        proofs = draft.state.evidence
        self.savedAt = savedAt
        version = draft.newVersion
    }
}

/// All that a draft says, with what is missing at each member and what would be found about it.
struct DraftCheckView: Encodable {
    /// One member of the form.
    struct Field: Encodable {
        let field: String
        let heading: String
        let written: String?
        let isRequired: Bool
        let problems: [RefusalReason]
    }

    let id: ID<Application>
    let fields: [Field]
    /// Whether it can be handed in as it is.
    let isComplete: Bool
    let proofs: [ClauseEvidence]
    /// The additional conditions that are claimed and have no file yet.
    let unproven: [String]
    let hasPhoto: Bool
    let eligibility: EligibilityPreview
    let version: Int

    init(
        _ written: DraftStore.Written,
        problems: [FieldProblem],
        hasPhoto: Bool,
        preview: EligibilityPreview,
        sentence: (FieldProblem) -> String
    ) {
        id = ID(written.application)
        let byField = Dictionary(grouping: problems, by: \.field)
        fields = ApplicationColumns.all.map { column in
            Field(
                field: column.member,
                heading: column.heading,
                written: written.form.members[column.member],
                isRequired: column.isRequired,
                problems: (byField[column.member] ?? []).map {
                    RefusalReason(field: $0.field, code: $0.code, message: sentence($0))
                }
            )
        }
        isComplete = problems.isEmpty
        proofs = written.draft.state.evidence
        let proven = Set(proofs.flatMap(\.clauses))
        let claimed = WrittenWords.conditions(written.form.members["conditions"] ?? "") ?? []
        unproven = claimed.map { "additional-\($0.rawValue)" }.filter { !proven.contains($0) }
        self.hasPhoto = hasPhoto
        eligibility = preview
        version = written.draft.newVersion
    }
}
