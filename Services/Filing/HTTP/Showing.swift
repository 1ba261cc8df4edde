import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// What stands beside filings and is shown with them: who handles them, their clocks, what lies outside their scope.
struct Showing {
    private let handlings: [UUID: Stored<Handling>]
    private let calendar: WorkingCalendar
    private let today: LocalDate

    /// Looks up what stands beside some filings.
    init(_ filings: [UUID], today: LocalDate, in tx: borrowing Transaction) throws {
        handlings = try HandlingStore().read(of: filings, in: tx)
        calendar = try CalendarCopy.current(in: tx)
        self.today = today
    }

    /// How one is handled; nil where it was never handed in.
    func handling(of filing: UUID) -> HandlingView? { HandlingView(handlings[filing], today: today, by: calendar) }
}

extension Main {
    /// A general filing with its version, as it is after a command.
    func shown(
        _ filing: Stored<GeneralFiling>,
        _ call: Call,
        isNew: Bool = false,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let beside = try Showing([filing.id], today: call.cause.today, in: tx)
        let view = GeneralFilingView(filing.id, filing.state, handling: beside.handling(of: filing.id))
        return try .shown(view, version: filing.newVersion, isNew: isNew)
    }

    /// A special-grade filing with its version, as it is after a command.
    func shown(
        _ filing: Stored<SpecialFiling>,
        _ call: Call,
        isNew: Bool = false,
        in tx: borrowing Transaction
    ) throws -> Answer {
        try .shown(view(of: filing, call, in: tx), version: filing.newVersion, isNew: isNew)
    }

    /// A special-grade filing with all that stands beside it.
    func view(
        of filing: Stored<SpecialFiling>,
        _ call: Call,
        in tx: borrowing Transaction
    ) throws -> SpecialFilingView? {
        var beside = SpecialFilingView.Beside()
        beside.handling = try Showing([filing.id], today: call.cause.today, in: tx).handling(of: filing.id)
        if let dossier = filing.state.dossier, SpecialPhase.running.contains(filing.state.phase) {
            beside.outside = try specials.bases.read(of: dossier, in: tx)?.outsideScope(dossier.occupations)
        }
        beside.workPlanInForce = try workPlanChanges.plans.inForce(of: filing, in: tx)?.number
        return SpecialFilingView(filing.id, filing.state, beside: beside)
    }

    /// A change of a work plan with its version, as it is after a command.
    func shown(
        _ change: Stored<WorkPlanChange>,
        _ call: Call,
        isNew: Bool = false,
        in tx: borrowing Transaction
    ) throws -> Answer {
        let beside = try Showing([change.id], today: call.cause.today, in: tx)
        let view = WorkPlanChangeView(change, handling: beside.handling(of: change.id))
        return try .shown(view, version: change.newVersion, isNew: isNew)
    }
}

extension Answer {
    /// A thing with its version: one that was made, or one there is.
    fileprivate static func shown(_ view: some Encodable, version: Int, isNew: Bool) throws -> Answer {
        isNew ? try .created(view, version: version) : try .ok(view, version: version)
    }
}
