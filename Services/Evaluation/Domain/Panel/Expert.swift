import Kernel

/// An expert in an enterprise's pool (评审专家库).
package enum Expert: Decider, Codable, Hashable {
    /// Can transition to: active.
    case absent
    /// Can be named to panels and drawn. Can transition to: retired.
    case active(record: ExpertRecord)
    /// Final; who comes back is entered anew.
    case retired(record: ExpertRecord, reason: String)

    /// What an expert's record can be asked to do.
    package enum Command: Sendable {
        case enter(ExpertRecord)
        /// Replaces the record but not what was declared; the account stays.
        case change(ExpertRecord)
        case declare(ExpertRelation)
        case retire(reason: String)
    }

    /// What can have happened to an expert's record.
    package enum Event: Codable, Hashable, Sendable {
        case entered(record: ExpertRecord)
        case changed(record: ExpertRecord)
        case declared(relation: ExpertRelation)
        case retired(reason: String)
    }

    /// Why an expert's record says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The account is in the pool already.
        case twice(name: String)
        case notInPool
        /// The expert has left the pool.
        case retired(name: String)
        /// Another account is another expert.
        case otherAccount

        package var code: String {
            switch self {
            case .twice: "evaluation.expert-twice"
            case .notInPool: "evaluation.expert-not-in-pool"
            case .retired: "evaluation.expert-retired"
            case .otherAccount: "evaluation.expert-other-account"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .twice(let name), .retired(let name): ["name": name]
            case .notInPool, .otherAccount: [:]
            }
        }
    }

    package static var initial: Expert { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .enter(let record)): return [.entered(record: record)]
        case (.active(let record), .enter), (.retired(let record, _), .enter): throw .twice(name: record.name)
        case (.absent, .change), (.absent, .declare), (.absent, .retire): throw .notInPool
        case (.retired(let record, _), .change), (.retired(let record, _), .declare),
            (.retired(let record, _), .retire):
            throw .retired(name: record.name)
        case (.active(let old), .change(var new)):
            guard old.account == new.account, old.creditCode == new.creditCode else { throw .otherAccount }
            new.relations = old.relations
            return old == new ? [] : [.changed(record: new)]
        case (.active(let record), .declare(let relation)):
            let isKnown = record.relations.contains {
                $0.ground == relation.ground && $0.name == relation.name && $0.person == relation.person
                    && $0.unit == relation.unit && $0.workshop == relation.workshop
            }
            return isKnown ? [] : [.declared(relation: relation)]
        case (.active, .retire(let reason)): return [.retired(reason: reason)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .entered(let record)), (_, .changed(let record)): self = .active(record: record)
        case (.active(var record), .declared(let relation)):
            record.relations.append(relation)
            self = .active(record: record)
        case (.active(let record), .retired(let reason)): self = .retired(record: record, reason: reason)
        case (.absent, .declared), (.retired, .declared), (.absent, .retired), (.retired, .retired): break
        }
    }

    /// What is known of the expert; nil before anything is.
    package var record: ExpertRecord? {
        switch self {
        case .absent: nil
        case .active(let record), .retired(let record, _): record
        }
    }

    /// Whether the expert can be named and drawn.
    package var isActive: Bool { if case .active = self { true } else { false } }
}
