import Foundation
import Kernel

extension Defence {
    /// What is wrong with an arrangement, each problem by its place.
    ///
    /// - Parameters:
    ///   - sessions: The sittings.
    ///   - candidates: Whoever has to defend, everybody once.
    ///   - window: The plan's days of review; nil where the plan sets none.
    /// - Returns: The problems.
    package static func problems(
        of sessions: [DefenceSession],
        candidates: [UUID],
        within window: PlanSchedule.Window?
    ) -> [FieldProblem] {
        var problems: [FieldProblem] = []
        func refuse(_ field: String, _ code: String, _ arguments: [String: String] = [:]) {
            problems.append(FieldProblem(field: field, code: code, arguments: arguments))
        }
        if sessions.isEmpty { refuse("sessions", "evaluation.field-missing") }
        var seen: Set<UUID> = []
        for (index, session) in sessions.enumerated() {
            let field = "sessions[\(index)]"
            if let window, !window.contains(session.day) {
                let days = ["from": window.from.chinese, "through": window.through.chinese]
                refuse("\(field).day", "evaluation.defence-outside-schedule", days)
            }
            if session.slots.isEmpty { refuse("\(field).candidates", "evaluation.field-missing") }
            for (place, slot) in session.slots.enumerated() {
                let spot = "\(field).candidates[\(place)]"
                if slot.through <= slot.from || slot.through.minutes > 24 * 60 {
                    refuse(spot, "evaluation.defence-past-midnight")
                }
                if place > 0, slot.from < session.slots[place - 1].through {
                    refuse(spot, "evaluation.defence-slots-overlap")
                }
                if !candidates.contains(slot.application) { refuse(spot, "evaluation.defence-not-a-candidate") }
                if !seen.insert(slot.application).inserted { refuse(spot, "evaluation.defence-candidate-twice") }
            }
            // The panel sits in one place at a time.
            for earlier in sessions.prefix(index) where earlier.day == session.day {
                guard let one = earlier.span, let other = session.span else { continue }
                if one.from < other.through, other.from < one.through {
                    refuse("\(field).from", "evaluation.defence-slots-overlap")
                }
            }
        }
        let missing = candidates.filter { !seen.contains($0) }.count
        if missing > 0, !sessions.isEmpty {
            refuse("sessions", "evaluation.defence-candidates-missing", ["count": String(missing)])
        }
        return problems
    }
}
