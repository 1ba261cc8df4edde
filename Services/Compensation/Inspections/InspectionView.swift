import CompensationDomain
import Foundation
import Kernel
import Messaging

/// An inspection, with all that is needed to draw again; no amount is in it, for nobody.
struct InspectionView: Encodable {
    let id: String
    let version: Int
    let creditCode: String
    let month: Month
    let state: Inspection.Stage
    let occasion: String
    let inspectors: [String]
    let openedOn: LocalDate
    let draw: Draw?
    /// Why these were named; missing where they were drawn.
    let reason: String?
    let persons: [Person]
    /// Of how many it was not met, or nothing shown.
    let short: Int
    let closedOn: LocalDate?

    /// A draw: its digest and pool from the announcement on, the rest once it was carried out.
    struct Draw: Encodable {
        let algorithm: String
        let digest: String
        let count: Int
        let pool: [String]
        let seed: String?
        let word: String?
        let witness: String?
        let order: [String]?
        let drawnOn: LocalDate?
    }

    struct Person: Encodable {
        let appointment: String
        let person: String
        /// Missing while nothing was recorded.
        let outcome: Inspection.Finding.Outcome?
        let note: String?
        let correction: String?
        let on: LocalDate?
    }

    init?(_ inspection: Stored<Inspection>) {
        guard let opening = inspection.state.opening else { return nil }
        id = inspection.id.lowercase
        version = inspection.newVersion
        creditCode = opening.employer.creditCode
        month = opening.month
        state = inspection.state.stage
        occasion = opening.occasion
        inspectors = opening.inspectors
        openedOn = opening.on
        let drawn = inspection.state.draw
        draw = inspection.state.commitment.map { fixed in
            Draw(
                algorithm: InspectionDraw.algorithm,
                digest: fixed.digest,
                count: fixed.count,
                pool: fixed.pool.map(\.appointment.lowercase),
                seed: drawn?.seed,
                word: drawn?.word,
                witness: drawn?.witness,
                order: drawn?.order.map(\.lowercase),
                drawnOn: drawn?.on
            )
        }
        switch inspection.state {
        case .running(_, .named(let why), _), .closed(_, .named(let why), _, _, _): reason = why
        case .none, .announced, .running, .closed: reason = nil
        }
        persons = inspection.state.examined.map { one in
            Person(
                appointment: one.subject.appointment.lowercase,
                person: one.subject.person.lowercase,
                outcome: one.finding?.outcome,
                note: one.finding?.note,
                correction: one.finding?.correction,
                on: one.finding?.on
            )
        }
        short = inspection.state.short.count
        if case .closed(_, _, _, _, let day) = inspection.state { closedOn = day } else { closedOn = nil }
    }
}
