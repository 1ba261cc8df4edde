import FilingDomain
import Foundation
import Kernel

/// The body of `POST /exit-cases`.
struct ExitOpeningBody: Decodable {
    let filing: String?
    let source: String?
    let origin: String?
    let facts: String?
    let proposedOn: String?

    /// The filing and the proposal.
    ///
    /// - Throws: `InvalidInput`.
    func read(today: LocalDate) throws -> (UUID, ExitFile.Proposal) {
        var check = Check()
        let filing = check.id(filing, "filing")
        let source = check.choice(source, "source", or: ExitFile.Proposal.Source.authority)
        let origin = check.text(origin, "origin", most: 1000)
        let facts = check.text(facts, "facts", most: 4000)
        let day = proposedOn.map { check.day($0, "proposedOn") ?? today } ?? today
        if day > today { check.problem("proposedOn", "filing.day-to-come", ["today": today.description]) }
        let id = try check.done(filing)
        return (id, ExitFile.Proposal(source: source, origin: origin, facts: facts, on: day))
    }
}

/// The body of `POST /exit-cases/{id}/notice`.
struct ExitNoticeBody: Decodable {
    let facts: String?
    let reasons: String?
    let basis: String?
    let intended: String?

    /// What the notice says, and what the authority intends.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (ExitText, ExitOutcome) {
        var check = Check()
        let text = ExitText(
            facts: check.text(facts, "facts", most: 4000),
            reasons: check.text(reasons, "reasons", most: 4000),
            basis: check.text(basis, "basis", most: 1000)
        )
        let intended = check.choice(intended, "intended", or: ExitOutcome.cancel)
        if intended == .keep { check.problem("intended", "filing.nothing-intended") }
        try check.done()
        return (text, intended)
    }
}

/// The body of `POST /exit-cases/{id}/service`.
struct ExitServiceBody: Decodable {
    let means: String?
    let receivedBy: String?
    let proof: String?
    let servedOn: String?

    /// How the notice arrived.
    ///
    /// - Throws: `InvalidInput`.
    func read(by officer: Officer) throws -> ExitFile.Service {
        var check = Check()
        let means = check.choice(means, "means", or: ExitFile.Service.Means.direct)
        let receivedBy = check.text(receivedBy, "receivedBy")
        let proof = check.text(proof, "proof", most: 1000)
        let day = check.day(servedOn, "servedOn")
        let on = try check.done(day)
        return ExitFile.Service(means: means, receivedBy: receivedBy, proof: proof, on: on, officer: officer)
    }
}

/// The body of `POST /exit-cases/{id}/statements`.
struct ExitStatementBody: Decodable {
    let text: String?
    let waivesHearing: Bool?

    /// What the enterprise states.
    ///
    /// - Throws: `InvalidInput`.
    func read(by name: String, on day: LocalDate) throws -> ExitFile.Statement {
        var check = Check()
        let text = check.text(text, "text", most: 20_000)
        try check.done()
        return ExitFile.Statement(text: text, waivesHearing: waivesHearing ?? false, by: name, on: day)
    }
}

/// The body of `POST /exit-cases/{id}/hearing`.
struct HearingBody: Decodable {
    let heldOn: String?
    let place: String?
    let chairAccount: String?
    let chairName: String?

    /// When and where, and who presides.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (day: LocalDate, place: String, chair: Officer) {
        var check = Check()
        let day = check.day(heldOn, "heldOn")
        let place = check.text(place, "place")
        let chair = Officer(
            id: check.text(chairAccount, "chairAccount"),
            name: check.text(chairName, "chairName")
        )
        return (try check.done(day), place, chair)
    }
}

/// The body of `POST /exit-cases/{id}/minutes`.
struct MinutesBody: Decodable {
    let text: String?
    let isAttended: Bool?

    /// What was said, and whether the enterprise came.
    ///
    /// - Throws: `InvalidInput`.
    func read(by officer: Officer, on day: LocalDate) throws -> ExitFile.Minutes {
        var check = Check()
        let text = check.text(text, "text", most: 50_000)
        try check.done()
        return ExitFile.Minutes(text: text, isAttended: isAttended ?? true, officer: officer, on: day)
    }
}

/// The body of `POST /exit-cases/{id}/preview`.
struct PreviewBody: Decodable {
    let effects: ConsequencesBody?

    /// What is to become of each class.
    ///
    /// - Throws: `InvalidInput`.
    func read(usually usual: Consequences) throws -> Consequences {
        var check = Check()
        let consequences = effects?.read(&check, "effects", usually: usual) ?? usual
        if consequences.isContradictory {
            check.problem("effects.unissued", "filing.issue-and-suspend")
        }
        try check.done()
        return consequences
    }
}

/// The body of `POST /exit-cases/{id}/decision`.
struct ExitDecisionBody: Decodable {
    let outcome: String?
    let reasons: String?
    let basis: String?
    let answer: String?
    let suspendedThrough: String?
    let preview: String?

    /// What is decided.
    ///
    /// - Throws: `InvalidInput`.
    func read(today: LocalDate) throws -> DecideExit.Wanted {
        var check = Check()
        if outcome == nil { check.problem("outcome", "common.missing-member") }
        let outcome = check.choice(outcome, "outcome", or: ExitOutcome.keep)
        let reasons = check.text(reasons, "reasons", most: 4000)
        let basis = check.text(basis, "basis", most: 1000)
        let answer = check.optional(answer, "answer", most: 4000)
        let through = suspendedThrough.flatMap { check.day($0, "suspendedThrough") }
        if let through, through < today {
            check.problem("suspendedThrough", "filing.day-past", ["today": today.description])
        }
        let preview = check.optional(preview, "preview")
        if outcome != .keep && preview.isEmpty { check.problem("preview", "common.missing-member") }
        try check.done()
        return DecideExit.Wanted(
            outcome: outcome,
            reasons: reasons,
            basis: basis,
            answer: answer.isEmpty ? nil : answer,
            suspendedThrough: through,
            preview: preview.isEmpty ? nil : preview
        )
    }
}

/// The body of `POST /exit-cases/{id}/take-down`.
struct TakeDownBody: Decodable {
    let places: [String]?

    /// Where it stood besides the public list.
    ///
    /// - Throws: `InvalidInput`.
    func read(by officer: Officer, on day: LocalDate) throws -> ExitDecision.TakenDown {
        var check = Check()
        let places = (places ?? []).prefix(50).enumerated().map { check.text($1, "places[\($0)]") }
        try check.done()
        return ExitDecision.TakenDown(on: day, places: places, officer: officer)
    }
}
