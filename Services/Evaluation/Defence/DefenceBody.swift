import EvaluationDomain
import Foundation
import Kernel

/// Defences as HR arranges them.
struct DefenceBody: Decodable {
    struct SessionBody: Decodable {
        let day: LocalDate
        let place: String?
        /// 09:00.
        let from: String?
        /// How long each has.
        let minutesEach: Int?
        /// Between two candidates; none where it is missing.
        let minutesBetween: Int?
        /// Who defends, in this order; where the order is drawn, how many do.
        let candidates: [UUID]?
        let seats: Int?
    }

    /// The method of the plan, by its number from 1.
    let method: Int
    /// Whether the order is drawn.
    let drawn: Bool?
    /// Who watched the draw.
    let witness: String?
    /// Why a drawn order is changed.
    let reason: String?
    let sessions: [SessionBody]

    /// A sitting, checked, before it is known who defends in it.
    struct Sitting {
        let day: LocalDate
        let place: String
        let from: ClockTime
        let each: Int
        let between: Int
        let candidates: [UUID]
        let seats: Int

        /// The sitting with these candidates, one after another.
        func session(_ id: UUID, of candidates: [UUID]) -> DefenceSession {
            DefenceSession(
                id: id,
                day: day,
                place: place,
                slots: candidates.enumerated().map { index, application in
                    let start = from.minutes + index * (each + between)
                    return DefenceSlot(
                        from: ClockTime(minutes: start),
                        through: ClockTime(minutes: start + each),
                        application: application
                    )
                }
            )
        }
    }

    /// The sittings, and the witness of a draw.
    ///
    /// - Throws: `InvalidInput` with everything that is missing or out of range.
    func checked() throws -> (sittings: [Sitting], witness: String?) {
        var fields = PanelFields()
        let isDrawn = drawn == true
        if sessions.count > 200 { fields.refuse("sessions", "evaluation.out-of-range") }
        let sittings = sessions.prefix(200).enumerated().map { index, body in
            let field = "sessions[\(index)]"
            let from = body.from.flatMap { ClockTime($0) }
            if from == nil { fields.refuse("\(field).from", "evaluation.clock-time") }
            let each = body.minutesEach ?? 0
            if !(1...480).contains(each) { fields.refuse("\(field).minutesEach", "evaluation.out-of-range") }
            let between = body.minutesBetween ?? 0
            if !(0...120).contains(between) { fields.refuse("\(field).minutesBetween", "evaluation.out-of-range") }
            if isDrawn, !(1...200).contains(body.seats ?? 0) {
                fields.refuse("\(field).seats", "evaluation.out-of-range")
            }
            if (body.candidates ?? []).count > 200 { fields.refuse("\(field).candidates", "evaluation.out-of-range") }
            return Sitting(
                day: body.day,
                place: fields.text(body.place, "\(field).place", most: 100),
                from: from ?? ClockTime(minutes: 0),
                each: each,
                between: between,
                candidates: body.candidates ?? [],
                seats: body.seats ?? 0
            )
        }
        let witness = isDrawn ? fields.text(witness, "witness", most: 60) : nil
        try fields.done()
        return (sittings, witness)
    }
}

/// Who was there.
struct AttendanceBody: Decodable {
    /// The accounts of the members.
    let present: [String]
}

/// A candidate who did not appear, or did after all.
struct AbsenceBody: Decodable {
    let application: UUID
    let reason: String?

    /// What takes an absence back, checked.
    ///
    /// - Throws: `InvalidInput`.
    func appearance(by account: String, at instant: Date) throws -> DefenceAppearance {
        let absence = try absence(by: account, at: instant)
        return DefenceAppearance(application: application, reason: absence.reason, by: account, at: instant)
    }

    /// The absence, checked.
    ///
    /// - Throws: `InvalidInput`.
    func absence(by account: String, at instant: Date) throws -> DefenceAbsence {
        var fields = PanelFields()
        let reason = fields.text(reason, "reason", most: 500)
        try fields.done()
        return DefenceAbsence(application: application, reason: reason, by: account, at: instant)
    }
}
