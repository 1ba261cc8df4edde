import Foundation

extension Notice {
    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (.unopened, .opened(let posting, let names)):
            self = .running(Display(posting: posting, names: names))
        case (.running(let display), .withdrawn(let reason)), (.running(let display), .annulled(_, let reason)),
            (.completed(let display, _), .annulled(_, let reason)):
            self = .withdrawn(display, reason: reason)
        case (.running(var display), .completed(let at, _, _, _, _, let continuing)):
            for person in display.names.map(\.person) where !continuing.contains(person) {
                display.change(person) { $0.end() }
            }
            self = .completed(display, at: at)
        case (.running(var display), _):
            display.apply(event)
            self = .running(display)
        case (.completed(var display, let at), _):
            display.apply(event)
            self = .completed(display, at: at)
        case (.unopened, _), (.withdrawn, _): break
        }
    }
}

extension Display {
    fileprivate mutating func apply(_ event: Notice.Event) {
        switch event {
        case .amended(let amendment, _): posting.listDigest = amendment.listDigest
        case .nameWithdrawn(let person, let reason): change(person) { $0.standing = .withdrawn(reason: reason) }
        case .nameCorrected(let entry, let period):
            change(entry.person) { name in
                var entry = entry
                entry.standing = name.standing
                entry.ownPeriod = period
                name = entry
            }
        case .nameAdded(var entry, let period):
            entry.ownPeriod = period
            names.removeAll { $0.person == entry.person }
            names.append(entry)
        case .restarted(_, let new):
            posting.period = new
            for index in names.indices { names[index].ownPeriod = nil }
        case .endMoved(let old, let new, _, let at): posting.period = new.settled(after: old, at: at)
        case .nameEndMoved(let person, let old, let new, _, let at):
            change(person) { $0.ownPeriod = new.settled(after: old, at: at) }
        case .waits(let days): undecidedDays = days
        case .dayDecided(let date, let at):
            let left = undecidedDays?.filter { $0 != date } ?? []
            undecidedDays = left.isEmpty ? nil : left
            if left.isEmpty { daysDecidedAt = at }
        case .confirmed(let confirmation): self.confirmation = confirmation
        case .nameCompleted(let person, _): change(person) { $0.end() }
        case .objectionReceived(let objection, let subject): receive(objection, subject)
        case .nameHeld(let person, let objection): change(person) { $0.standing = $0.standing.holding(objection) }
        case .listHeld(let objection):
            procedure.received.removeAll { $0 == objection }
            procedure.arguable.append(objection)
        case .objectionDismissed(let objection, let subject, let at): close(objection, subject, at: at)
        case .nameCleared(let person, _): change(person) { $0.standing = .cleared }
        case .nameRemoved(let person, let objection): change(person) { $0.standing = .removed(by: objection) }
        case .listReleased(let objection, let at): procedure.close(objection, at: at)
        case .opened, .remarked, .withdrawn, .completed, .annulled: break
        }
    }

    private mutating func receive(_ objection: UUID, _ subject: ObjectionSubject) {
        switch subject {
        case .name(let person): change(person) { $0.standing = $0.standing.receiving(objection) }
        case .procedure: procedure.received.append(objection)
        case .omission: break
        }
    }

    private mutating func close(_ objection: UUID, _ subject: ObjectionSubject, at now: Date) {
        switch subject {
        case .name(let person): change(person) { $0.standing = $0.standing.dismissing(objection) }
        case .procedure: procedure.close(objection, at: now)
        case .omission: break
        }
    }
}

extension ShownName {
    /// The end of its period has come.
    fileprivate mutating func end() {
        standing = standing.atEnd
        ownPeriodHasRun = ownPeriod != nil
    }
}
