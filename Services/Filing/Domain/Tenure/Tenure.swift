import Foundation
import Kernel

/// The life of an accepted filing: its application ends with the acceptance, this begins with it.
///
/// That the term is over is told by the day and needs no event: with 24:00 of the last day nothing new may begin.
package enum Tenure: Decider, Hashable, Codable {
    /// Nothing was accepted. Can transition to: in force.
    case notBegun
    /// In force, as far as the term reaches. Can transition to: suspended, cancelled.
    case inForce(life: TenureLife)
    /// Can transition to: in force, cancelled.
    case suspended(life: TenureLife, suspension: Suspension)
    /// Can transition to: what it was before, by a set-aside.
    case cancelled(life: TenureLife, cancellation: Cancellation, before: Suspension?)

    /// What can be asked.
    package enum Command: Hashable, Sendable {
        case begin(life: TenureLife)
        /// A renewal application was granted; a general filing's, its special-grade filings follow.
        case renew(through: LocalDate, request: UUID, on: LocalDate)
        /// An application for more occupations was granted; `within` is the scope of the general filing under a special-grade one.
        case add(occupations: [FiledOccupation], within: [FiledOccupation]?, request: UUID, on: LocalDate)
        /// Another version of the work plan was filed.
        case fileWorkPlan(plan: FiledWorkPlan, on: LocalDate)
        case suspend(suspension: Suspension, on: LocalDate)
        case lift(reasons: String, on: LocalDate)
        case cancel(cancellation: Cancellation)
        /// The decision of a case is set aside, be it a cancellation or a suspension.
        case setAside(exitCase: UUID, on: LocalDate)
        /// The general filing it rests on stands so, with that term.
        case follow(general: TenureLife.Ground?, term: Term, on: LocalDate)
        /// A day has come; `thresholds` are the days before the end at which reminders are given.
        case pass(on: LocalDate, thresholds: [Int])
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case begun(life: TenureLife)
        case renewed(given: Term, inForce: Term, request: UUID, on: LocalDate)
        case occupationsAdded(occupations: [FiledOccupation], request: UUID, on: LocalDate)
        case workPlanFiled(plan: FiledWorkPlan, on: LocalDate)
        case suspensionOrdered(suspension: Suspension, on: LocalDate)
        case orderWithdrawn(reasons: String, on: LocalDate)
        case suspended(suspension: Suspension, on: LocalDate)
        /// Lifted for reasons, or over without.
        case resumed(reasons: String?, on: LocalDate)
        case cancelled(cancellation: Cancellation)
        case setAside(exitCase: UUID, on: LocalDate)
        case followed(general: TenureLife.Ground?, term: Term, on: LocalDate)
        case reminded(threshold: Int, on: LocalDate)
        case expired(on: LocalDate)
    }

    package static let initial = Tenure.notBegun
}
