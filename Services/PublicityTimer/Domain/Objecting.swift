import Foundation

extension Display {
    /// An objection came in; one that is not in time is no matter of the notice's.
    func receiving(
        _ objection: UUID,
        _ subject: ObjectionSubject,
        receivedAt: Date
    ) throws(Notice.Rejection) -> [Notice.Event] {
        switch subject {
        case .name(let person):
            let name = try known(person)
            guard !name.standing.hasLeft else { throw .nameAlreadyRemoved }
            guard isInTime(receivedAt, for: period(of: name)) else { return [] }
        case .procedure, .omission:
            guard isInTime(receivedAt, for: posting.period) else { return [] }
        }
        return [.objectionReceived(objection: objection, subject: subject)]
    }

    /// One that was received in time and entered after the end holds its name at once: nobody is certified over an
    /// objection nobody has read.
    func receivingLate(
        _ objection: UUID,
        _ subject: ObjectionSubject,
        receivedAt: Date
    ) throws(Notice.Rejection) -> [Notice.Event] {
        let received = try receiving(objection, subject, receivedAt: receivedAt)
        guard !received.isEmpty, let name = subject.person.flatMap(name(of:)), !name.isContinuing else {
            return received
        }
        return received + [.nameHeld(person: name.person, objection: objection)]
    }

    /// Its examination begins, and holds what it is about.
    func holding(_ objection: UUID, _ subject: ObjectionSubject) throws(Notice.Rejection) -> [Notice.Event] {
        switch subject {
        case .name(let person):
            try known(person).standing.isReceived(objection) ? [.nameHeld(person: person, objection: objection)] : []
        case .procedure: procedure.received.contains(objection) ? [.listHeld(objection: objection)] : []
        case .omission: []  // it holds nobody
        }
    }

    /// It is closed without consequence; the last one open clears the name, or releases the list.
    func dismissing(
        _ objection: UUID,
        _ subject: ObjectionSubject,
        now: Date
    ) throws(Notice.Rejection) -> [Notice.Event] {
        let dismissed = Notice.Event.objectionDismissed(objection: objection, subject: subject, at: now)
        switch subject {
        case .name(let person):
            let standing = try known(person).standing
            guard standing.isOpen(objection) else { return [] }
            return standing.dismissing(objection) == .cleared
                ? [.nameCleared(person: person, objection: objection)] : [dismissed]
        case .procedure:
            guard procedure.isOpen(objection) else { return [] }
            var rest = procedure
            rest.close(objection, at: now)
            return procedure.arguable.isEmpty || rest.isHolding
                ? [dismissed] : [.listReleased(objection: objection, at: now)]
        case .omission: return [dismissed]
        }
    }

    /// It was founded: the name leaves for good, or the whole notice is annulled; an omission is evaluation's to mend.
    func upholding(
        _ objection: UUID,
        _ subject: ObjectionSubject,
        reason: String
    ) throws(Notice.Rejection) -> [Notice.Event] {
        switch subject {
        case .name(let person):
            try known(person).standing.isOpen(objection) ? [.nameRemoved(person: person, objection: objection)] : []
        case .procedure:
            procedure.isOpen(objection) ? [.annulled(objection: objection, reason: reason)] : []
        case .omission: []
        }
    }

    private func known(_ person: UUID) throws(Notice.Rejection) -> ShownName {
        guard let name = name(of: person) else { throw .notOnList }
        return name
    }
}
