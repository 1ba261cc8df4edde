import Foundation
import Kernel

/// A proposed list on show inside its enterprise (公示), with the clock of its period.
package enum Notice: Decider, Hashable, Codable {
    /// Not yet opened. Can become `running`.
    case unopened
    /// On show; objections are taken until its end. Can become `completed` or `withdrawn`.
    case running(Posting, [ShownName])
    /// The period has run in full; held names are still to be decided. Stays so.
    case completed(Posting, [ShownName], at: Date)
    /// Taken back with its list; nothing follows from it. Stays so.
    case withdrawn(Posting, [ShownName], reason: String)

    package static let initial = Notice.unopened

    /// What can be asked of a notice.
    package enum Command: Hashable, Sendable {
        /// A list was proposed.
        case open(Posting, [ShownName], remarks: [PublicityPeriod.Remark])
        /// The list was taken back.
        case withdraw(reason: String)
        /// Time has passed.
        case complete(now: Date)
        /// Somebody objects to a name.
        case receiveObjection(UUID, about: UUID, now: Date)
        /// The handling office accepts an objection for examination.
        case hold(UUID, about: UUID)
        /// It found the objection unfounded.
        case dismiss(UUID, about: UUID)
        /// It found the objection founded.
        case uphold(UUID, about: UUID)
    }

    /// What can have happened to a notice.
    package enum Event: Hashable, Codable, Sendable {
        case opened(posting: Posting, names: [ShownName])
        /// Something about what was asked was reckoned otherwise; for the record.
        case remarked(remark: PublicityPeriod.Remark)
        case withdrawn(reason: String)
        /// The period ran in full, by `at` at the latest; persons by how they stand.
        case completed(at: Date, cleared: [UUID], held: [UUID], removed: [UUID])
        case objectionReceived(objection: UUID, person: UUID)
        case nameHeld(person: UUID, objection: UUID)
        /// An objection was dismissed while others about the name are open.
        case objectionDismissed(objection: UUID, person: UUID)
        /// The last open objection was dismissed.
        case nameCleared(person: UUID, objection: UUID)
        case nameRemoved(person: UUID, objection: UUID)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// There is no such notice on show.
        case notOnShow
        /// The period is over: objections are taken until 24:00 of the last day.
        case periodOver
        /// The list was taken back.
        case listWithdrawn
        /// The person is not on the list.
        case notOnList
        /// The name has left the list already.
        case nameAlreadyRemoved

        package var code: String {
            switch self {
            case .notOnShow: "publicity-timer.not-on-show"
            case .periodOver: "publicity-timer.period-over"
            case .listWithdrawn: "publicity-timer.list-withdrawn"
            case .notOnList: "publicity-timer.not-on-list"
            case .nameAlreadyRemoved: "publicity-timer.name-removed"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unopened, .open(let posting, let names, let remarks)):
            return [.opened(posting: posting, names: names)] + remarks.map { .remarked(remark: $0) }
        case (.running, .open), (.completed, .open), (.withdrawn, .open):
            return []  // a fact told twice

        case (.running, .withdraw(let reason)):
            return [.withdrawn(reason: reason)]
        case (.unopened, .withdraw), (.completed, .withdraw), (.withdrawn, .withdraw):
            return []  // nothing on show that could be taken down

        case (.running(let posting, let names), .complete(let now)):
            return Self.completion(of: posting, names, now: now)
        case (.unopened, .complete), (.completed, .complete), (.withdrawn, .complete):
            return []

        case (.running(let posting, let names), .receiveObjection(let objection, let person, let now)):
            guard posting.period.takesObjections(at: now) else { throw .periodOver }
            let name = try Self.name(of: person, in: names)
            if case .removed = name.standing { throw .nameAlreadyRemoved }
            return [.objectionReceived(objection: objection, person: person)]
        case (.completed, .receiveObjection): throw .periodOver

        case (.running(_, let names), .hold(let objection, let person)),
            (.completed(_, let names, _), .hold(let objection, let person)):
            let name = try Self.name(of: person, in: names)
            return name.standing.isOpen(objection) ? [.nameHeld(person: person, objection: objection)] : []

        case (.running(_, let names), .dismiss(let objection, let person)),
            (.completed(_, let names, _), .dismiss(let objection, let person)):
            let name = try Self.name(of: person, in: names)
            guard name.standing.isOpen(objection) else { return [] }
            return name.standing.dismissing(objection) == .cleared
                ? [.nameCleared(person: person, objection: objection)]
                : [.objectionDismissed(objection: objection, person: person)]

        case (.running(_, let names), .uphold(let objection, let person)),
            (.completed(_, let names, _), .uphold(let objection, let person)):
            let name = try Self.name(of: person, in: names)
            return name.standing.isOpen(objection) ? [.nameRemoved(person: person, objection: objection)] : []

        case (.withdrawn, .receiveObjection), (.withdrawn, .hold), (.withdrawn, .dismiss), (.withdrawn, .uphold):
            throw .listWithdrawn
        case (.unopened, .receiveObjection), (.unopened, .hold), (.unopened, .dismiss), (.unopened, .uphold):
            throw .notOnShow
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .opened(let posting, let names): self = .running(posting, names)
        case .remarked: break
        case .withdrawn(let reason):
            guard case .running(let posting, let names) = self else { return }
            self = .withdrawn(posting, names, reason: reason)
        case .completed(let at, _, _, _):
            guard case .running(let posting, var names) = self else { return }
            for index in names.indices { names[index].standing = names[index].standing.atEnd }
            self = .completed(posting, names, at: at)
        case .objectionReceived(let objection, let person): change(person) { $0.receiving(objection) }
        case .nameHeld(let person, let objection): change(person) { $0.holding(objection) }
        case .objectionDismissed(let objection, let person): change(person) { $0.dismissing(objection) }
        case .nameCleared(let person, _): change(person) { _ in .cleared }
        case .nameRemoved(let person, let objection): change(person) { _ in .removed(by: objection) }
        }
    }

    /// The end of the period, where it has come and is settled.
    private static func completion(of posting: Posting, _ names: [ShownName], now: Date) -> [Event] {
        guard posting.period.hasRun(at: now) else { return [] }
        var (cleared, held, removed): ([UUID], [UUID], [UUID]) = ([], [], [])
        for name in names {
            switch name.standing.atEnd {
            case .removed: removed.append(name.person)
            case .held: held.append(name.person)
            case .cleared, .onShow: cleared.append(name.person)
            }
        }
        return [.completed(at: now, cleared: cleared, held: held, removed: removed)]
    }

    private static func name(of person: UUID, in names: [ShownName]) throws(Rejection) -> ShownName {
        guard let name = names.first(where: { $0.person == person }) else { throw .notOnList }
        return name
    }

    private mutating func change(_ person: UUID, _ change: (Standing) -> Standing) {
        func changed(_ names: [ShownName]) -> [ShownName] {
            names.map { name in
                guard name.person == person else { return name }
                var name = name
                name.standing = change(name.standing)
                return name
            }
        }
        switch self {
        case .unopened: break
        case .running(let posting, let names): self = .running(posting, changed(names))
        case .completed(let posting, let names, let at): self = .completed(posting, changed(names), at: at)
        case .withdrawn(let posting, let names, let reason):
            self = .withdrawn(posting, changed(names), reason: reason)
        }
    }
}

extension Notice {
    /// What it shows, nil before it is opened.
    package var posting: Posting? {
        switch self {
        case .unopened: nil
        case .running(let posting, _), .completed(let posting, _, _), .withdrawn(let posting, _, _): posting
        }
    }

    /// The names it shows.
    package var names: [ShownName] {
        switch self {
        case .unopened: []
        case .running(_, let names), .completed(_, let names, _), .withdrawn(_, let names, _): names
        }
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unopened: .unopened
        case .running: .running
        case .completed: .completed
        case .withdrawn: .withdrawn
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unopened, running, completed, withdrawn
    }
}
