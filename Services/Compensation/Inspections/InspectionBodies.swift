import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An inspection as an officer opens it: so many persons to draw, or persons named for a reason.
struct InspectionBody: Decodable {
    /// More persons are not named at once.
    static let mostNamed = 100

    let creditCode: String
    let month: Month
    let occasion: String
    let inspectors: [String]
    /// How many are drawn; either this or `appointments`.
    let draw: Int?
    let appointments: [UUID]?
    /// Why these are named.
    let reason: String?

    /// How persons are chosen.
    enum Choice {
        case draw(Int)
        case name([UUID], reason: String)
    }

    /// What is asked for, checked.
    struct Request {
        let opening: Inspection.Opening
        let choice: Choice
    }

    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef, because cause: Cause) throws -> Request {
        var checks = Checks()
        if month > Month(of: cause.today) { checks.fail("month", "compensation.inspection-month") }
        if !(1...10).contains(inspectors.count) { checks.fail("inspectors", "compensation.inspectors", ["most": "10"]) }
        let opening = Inspection.Opening(
            employer: employer,
            month: month,
            occasion: checks.plain(occasion, "occasion"),
            inspectors: inspectors.enumerated().map { checks.personName($0.element, "inspectors.\($0.offset)") },
            by: cause.actor,
            on: cause.today
        )
        switch (draw, appointments) {
        case (.some(let count), .none): return try checks.finish(Request(opening: opening, choice: .draw(count)))
        case (.none, .some(let named)):
            if !(1...Self.mostNamed).contains(named.count) || Set(named).count != named.count {
                checks.fail("appointments", "compensation.inspection-named", ["most": String(Self.mostNamed)])
            }
            let reason = checks.plain(reason ?? "", "reason")
            return try checks.finish(Request(opening: opening, choice: .name(named, reason: reason)))
        case (.none, .none), (.some, .some):
            checks.fail("draw", "compensation.inspection-choice")
            return try checks.finish(nil)
        }
    }
}

/// The word a draw is carried out with.
struct InspectionDrawBody: Decodable {
    let word: String
    let witness: String

    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated() throws -> InspectionDrawBody {
        var checks = Checks()
        let body = InspectionDrawBody(
            word: checks.text(word, "word", upTo: 100),
            witness: checks.personName(witness, "witness")
        )
        return try checks.finish(body)
    }
}

/// What was seen of one person's papers.
struct InspectionFindingBody: Decodable {
    let appointment: UUID
    let outcome: Inspection.Finding.Outcome
    let note: String?
    /// Why what was recorded otherwise is changed.
    let correction: String?

    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(because cause: Cause) throws -> Inspection.Finding {
        var checks = Checks()
        let note = note.flatMap { $0.isEmpty ? nil : checks.plain($0, "note", upTo: 500) }
        let correction = correction.flatMap { $0.isEmpty ? nil : checks.plain($0, "correction") }
        if outcome != .seen, note == nil { checks.fail("note", "compensation.inspection-note") }
        return try checks.finish(
            Inspection.Finding(
                outcome: outcome,
                note: note,
                correction: correction,
                by: cause.actor,
                on: cause.today
            )
        )
    }
}
