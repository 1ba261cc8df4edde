import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Tells what happened to filings: each fact with the whole standing after it.
struct AnnounceTenures: Sendable {
    let enterprises: EnterpriseStore
    let outbox: Outbox

    /// A tenure before and after.
    struct Step: Sendable {
        let before: Tenure
        let after: Stored<Tenure>
    }

    /// A decision that is set aside.
    struct Undone: Sendable {
        let exitCase: UUID
        let decisionNumber: String
    }

    /// Tells steps; what resting filings see of a general one is a step of their own.
    func callAsFunction(
        _ steps: [Step],
        undoing undone: Undone? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let filers = Set(steps.compactMap { $0.after.state.life?.filer.id })
        let named = try enterprises.load(Array(filers), in: tx)
        let names = Dictionary(named.map { ($0.id, $0.state.particulars?.name ?? "") }) { first, _ in first }
        for step in steps {
            guard let life = step.after.state.life else { continue }
            let standing = FilingStanding(step.after, life, name: names[life.filer.id] ?? "")
            if step.before.standing != step.after.state.standing {
                try tell(step, standing, undoing: undone, because: cause, in: tx)
            } else if let change = step.after.events.compactMap(Self.change).last {
                try outbox.announce(
                    FilingChanged(standing: standing, changed: change, on: cause.today),
                    because: cause,
                    in: tx
                )
            }
            for case .reminded(let threshold, let day) in step.after.events {
                try outbox.announce(
                    RenewalDue(
                        filing: standing.filing,
                        kind: standing.kind,
                        filer: standing.filer,
                        enterpriseName: standing.enterpriseName,
                        daysLeft: life.daysLeft(on: day),
                        threshold: threshold,
                        validThrough: life.term.through
                    ),
                    because: cause,
                    in: tx
                )
            }
        }
    }

    private func tell(
        _ step: Step,
        _ standing: FilingStanding,
        undoing undone: Undone?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        if let undone {
            let fact = FilingSetAside(
                standing: standing,
                exitCase: undone.exitCase,
                decisionNumber: undone.decisionNumber,
                setAsideAt: cause.now
            )
            return try outbox.announce(fact, because: cause, in: tx)
        }
        switch step.after.state.standing {
        case .inForce:
            try outbox.announce(FilingResumed(standing: standing, resumedAt: cause.now), because: cause, in: tx)
        case .suspended(let suspensions):
            let ends = suspensions.map(\.through)
            let fact = FilingSuspended(
                standing: standing,
                from: suspensions.map(\.from).min() ?? cause.today,
                through: ends.contains(nil) ? nil : ends.compactMap(\.self).max()
            )
            try outbox.announce(fact, because: cause, in: tx)
        case .cancelled(let cancellation, _):
            let fact = FilingCancelled(
                standing: standing,
                exitCase: cancellation.exitCase,
                decisionNumber: cancellation.decisionNumber,
                decidedOn: cancellation.on
            )
            try outbox.announce(fact, because: cause, in: tx)
        }
    }

    private static func change(_ event: Tenure.Event) -> FilingChanged.Change? {
        switch event {
        case .renewed, .followed: .term
        case .occupationsAdded: .occupations
        case .workPlanFiled: .workPlan
        case .expired: .expired
        case .begun, .suspensionOrdered, .orderWithdrawn, .suspended, .resumed, .cancelled, .setAside, .reminded: nil
        }
    }
}

extension FilingStanding {
    /// A tenure as others hear of it.
    init(_ tenure: Stored<Tenure>, _ life: TenureLife, name: String) {
        let state: State =
            switch tenure.state.standing {
            case .inForce: .inForce
            case .suspended: .suspended
            case .cancelled: .cancelled
            }
        self.init(
            filing: life.filing,
            kind: life.kind == .general ? .general : .special,
            restsOn: life.restsOn,
            edition: tenure.newVersion,
            state: state,
            filer: life.filer,
            enterpriseName: name,
            agencyCode: life.agencyCode.text,
            occupations: life.occupations.map { FiledLevels(occupation: $0.occupation, levels: $0.levels) },
            validFrom: life.term.from,
            validThrough: life.term.through,
            effects: tenure.state.standing.consequences.map(FilingEffects.init),
            workPlanVersion: life.workPlan?.version,
            workPlanDigest: life.workPlan?.digest,
            workPlanTerms: life.workPlan?.terms
        )
    }
}

extension FilingEffects {
    /// The consequences as others hear of them.
    init(_ consequences: Consequences) {
        self.init(
            rounds: consequences.rounds == .freeze ? .freeze : .finish,
            notices: consequences.notices == .freeze ? .freeze : .finish,
            unissued: consequences.unissued == .freeze ? .freeze : .issue,
            issued: consequences.issued == .suspend ? .suspend : .stay,
            appointments: consequences.appointments == .flag ? .flag : .stay
        )
    }
}
