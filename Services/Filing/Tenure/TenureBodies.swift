import FilingDomain
import Foundation
import Kernel

/// The body of `POST /tenures/{id}/suspension`.
struct SuspensionBody: Decodable {
    let facts: String?
    let reasons: String?
    let basis: String?
    let from: String?
    let through: String?
    let effects: ConsequencesBody?

    /// The suspension; it begins on `today` where no day is given.
    ///
    /// - Throws: `InvalidInput`.
    func read(today: LocalDate) throws -> Suspension {
        var check = Check()
        let (facts, reasons) = (
            check.text(facts, "facts", most: 4000), check.text(reasons, "reasons", most: 4000)
        )
        let basis = check.text(basis, "basis", most: 1000)
        let from = from.map { check.day($0, "from") ?? today } ?? today
        let through = through.flatMap { check.day($0, "through") }
        let consequences = effects?.read(&check, "effects", usually: .usual) ?? .usual
        try check.done()
        return Suspension(
            facts: facts,
            reasons: reasons,
            basis: basis,
            from: from,
            through: through,
            consequences: consequences
        )
    }
}

/// What becomes of each class, as clients write it; a class left out is as usual.
struct ConsequencesBody: Decodable {
    let rounds: String?
    let notices: String?
    let unissued: String?
    let issued: String?
    let appointments: String?

    /// The consequences.
    func read(_ check: inout Check, _ field: String, usually usual: Consequences) -> Consequences {
        Consequences(
            rounds: check.choice(rounds, "\(field).rounds", or: usual.rounds),
            notices: check.choice(notices, "\(field).notices", or: usual.notices),
            unissued: check.choice(unissued, "\(field).unissued", or: usual.unissued),
            issued: check.choice(issued, "\(field).issued", or: usual.issued),
            appointments: check.choice(appointments, "\(field).appointments", or: usual.appointments)
        )
    }
}

/// The body of `POST /tenures/{id}/renewals`.
struct RenewalBody: Decodable {
    let validThrough: String?
    let statement: String?

    /// What is asked for, and what the enterprise says of itself.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (TenureRequest.Wish, String) {
        var check = Check()
        let day = check.day(validThrough, "validThrough")
        let statement = check.text(statement, "statement", most: 4000)
        let through = try check.done(day)
        return (.renewal(through: through), statement)
    }
}

/// The body of `POST /tenures/{id}/additions`.
struct AdditionBody: Decodable {
    let occupations: [OccupationBody]?
    let statement: String?

    /// What is asked for: with levels for a general filing, at special grade for a special-grade one.
    ///
    /// - Throws: `InvalidInput`.
    func read(for kind: FilingKind) throws -> (TenureRequest.Wish, String) {
        var check = Check()
        let asked =
            switch kind {
            case .general: OccupationBody.read(occupations, &check, { $0.filed(&$1, $2) }, \.occupation)
            case .special:
                OccupationBody.occupations(occupations, &check).map {
                    FiledOccupation(occupation: $0, levels: [.specialGradeTechnician])
                }
            }
        let statement = check.text(statement, "statement", most: 4000)
        try check.done()
        return (.addition(occupations: asked), statement)
    }
}

/// The body of a decision about an application.
struct RequestDecisionBody: Decodable {
    let reasons: String?
    let validThrough: String?

    /// Why, and until when where an officer gives another day than was asked for.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> (reasons: String, through: LocalDate?) {
        var check = Check()
        let reasons = check.text(reasons, "reasons", most: 4000)
        let through = validThrough.flatMap { check.day($0, "validThrough") }
        try check.done()
        return (reasons, through)
    }
}

/// The body of acts that need reasons and nothing else.
struct ReasonsBody: Decodable {
    let reasons: String?

    /// The reasons.
    ///
    /// - Throws: `InvalidInput`.
    func read() throws -> String {
        var check = Check()
        let reasons = check.text(reasons, "reasons", most: 4000)
        try check.done()
        return reasons
    }
}

extension Check {
    /// One of a few words; the usual one where none is given.
    mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ text: String?,
        _ field: String,
        or usual: Choice
    ) -> Choice {
        guard let text, !text.isEmpty else { return usual }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: "、")
            problem(field, "filing.unknown-choice", ["known": known])
            return usual
        }
        return choice
    }
}
