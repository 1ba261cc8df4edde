import Kernel

extension Tenure {
    package mutating func apply(_ event: Event) {
        if case .begun(let life) = event {
            self = .inForce(life: life)
            return
        }
        guard var life else { return }
        Self.apply(event, &life)
        switch (self, event) {
        case (.inForce, .suspended(let suspension, _)): self = .suspended(life: life, suspension: suspension)
        case (.suspended, .resumed): self = .inForce(life: life)
        case (.inForce, .cancelled(let cancellation)):
            self = .cancelled(life: life, cancellation: cancellation, before: nil)
        case (.suspended(_, let suspension), .cancelled(let cancellation)):
            self = .cancelled(life: life, cancellation: cancellation, before: suspension)
        case (.suspended(_, let suspension), .setAside(let exitCase, _)):
            if suspension.exitCase == exitCase { self = .inForce(life: life) }
        case (.cancelled(_, let cancellation, let before), .setAside(let exitCase, _)):
            let kept = before.flatMap { $0.exitCase == exitCase ? nil : $0 }
            if cancellation.exitCase != exitCase {
                self = .cancelled(life: life, cancellation: cancellation, before: kept)
            } else if let kept {
                self = .suspended(life: life, suspension: kept)
            } else {
                self = .inForce(life: life)
            }
        case (.inForce, _): self = .inForce(life: life)
        case (.suspended(_, let suspension), _): self = .suspended(life: life, suspension: suspension)
        case (.cancelled(_, let cancellation, let before), _):
            self = .cancelled(life: life, cancellation: cancellation, before: before)
        case (.notBegun, _): break
        }
    }

    /// What an event changes of the life itself.
    private static func apply(_ event: Event, _ life: inout TenureLife) {
        switch event {
        case .renewed(let given, let inForce, _, _):
            life.terms.append(given)
            life.begin(inForce)
        case .occupationsAdded(let occupations, _, _): life.occupations = life.occupations.adding(occupations)
        case .workPlanFiled(let plan, _): life.workPlan = plan
        case .suspensionOrdered(let suspension, _): life.ordered = suspension
        case .orderWithdrawn, .suspended, .cancelled: life.ordered = nil
        case .setAside(let exitCase, _):
            if life.ordered?.exitCase == exitCase { life.ordered = nil }
        case .followed(let general, let term, _):
            life.general = general
            if term != life.term { life.begin(term) }
        case .reminded(let threshold, _): life.remindedAt = threshold
        case .expired: life.isExpiryTold = true
        case .begun, .resumed: break
        }
    }

    /// What it is of and what became of it; nil before it began.
    package var life: TenureLife? {
        switch self {
        case .notBegun: nil
        case .inForce(let life), .suspended(let life, _), .cancelled(let life, _, _): life
        }
    }
}

extension TenureLife {
    /// Another term runs, with reminders of its own.
    fileprivate mutating func begin(_ term: Term) {
        self.term = term
        (remindedAt, isExpiryTold) = (nil, nil)
    }
}
