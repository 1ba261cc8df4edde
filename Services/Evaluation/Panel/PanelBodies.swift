import EvaluationDomain
import Foundation
import Kernel

/// Who is to sit on a panel.
struct NamedPanelBody: Decodable {
    let experts: [UUID]
    let chair: UUID?

    /// The experts.
    ///
    /// - Throws: `InvalidInput` where the chair is not among them.
    func checked() throws -> [UUID] {
        if let chair, !experts.contains(chair) {
            throw InvalidInput(field: "chair", code: "evaluation.chair-not-named")
        }
        return experts
    }
}

/// A draw that is to be announced.
struct DrawAnnouncementBody: Decodable {
    /// How many stand in reserve; as many as there are members where it is missing, as far as the pool goes.
    let reserves: Int?

    func checked() throws -> Int? {
        guard reserves.map({ (0...99).contains($0) }) ?? true else {
            throw InvalidInput(field: "reserves", code: "evaluation.out-of-range")
        }
        return reserves
    }
}

/// What a witness says at the draw.
struct DrawBody: Decodable {
    let word: String?
    let witness: String?

    /// Word and witness.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> (word: String, witness: String) {
        var fields = PanelFields()
        let checked = (fields.text(word, "word", most: 100), fields.text(witness, "witness", most: 60))
        try fields.done()
        return checked
    }
}

/// Who is to chair a panel.
struct ChairBody: Decodable {
    let account: String
}

/// A member stands aside.
struct PanelRecusalBody: Decodable {
    /// The member's account; a member's own where it is missing.
    let member: String?
    let application: UUID
    let ground: RecusalGround?
    let reason: String?

    /// The recusal, checked.
    ///
    /// - Throws: `InvalidInput`.
    func recusal(by account: String, at instant: Date) throws -> PanelRecusal {
        var fields = PanelFields()
        let recusal = PanelRecusal(
            member: member ?? account,
            application: application,
            ground: ground ?? .other,
            origin: .declared,
            reason: fields.text(reason, "reason", most: 500),
            by: account,
            at: instant
        )
        try fields.done()
        return recusal
    }
}

/// A candidate asks that a member stands aside.
struct RecusalRequestBody: Decodable {
    let application: UUID
    let member: String?
    let reason: String?

    /// The request, checked.
    ///
    /// - Throws: `InvalidInput`.
    func request(_ id: UUID, by account: String, at instant: Date) throws -> RecusalRequest {
        var fields = PanelFields()
        let request = RecusalRequest(
            id: id,
            application: application,
            member: fields.text(member, "member", most: 100),
            reason: fields.text(reason, "reason", most: 500),
            by: account,
            at: instant
        )
        try fields.done()
        return request
    }
}

/// What becomes of a request.
struct RecusalDecisionBody: Decodable {
    let granted: Bool
    let reason: String?

    /// The decision, checked.
    ///
    /// - Throws: `InvalidInput`.
    func decision(by account: String, at instant: Date) throws -> RecusalRequest.Decision {
        var fields = PanelFields()
        let reason = fields.text(reason, "reason", most: 500)
        try fields.done()
        return RecusalRequest.Decision(isGranted: granted, reason: reason, by: account, at: instant)
    }
}

/// Somebody else is to sit in a member's place.
struct ReplacementBody: Decodable {
    let member: String
    /// The expert; the draw's first reserve who fits where it is missing.
    let successor: UUID?
    let cause: PanelReplacement.Cause
    let reason: String?

    /// The reason, checked.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> String {
        var fields = PanelFields()
        let reason = fields.text(reason, "reason", most: 500)
        try fields.done()
        return reason
    }
}
