import Foundation
import Kernel

/// An aggregate as it was loaded, with what has been decided about it since.
package struct Stored<Aggregate: Decider>: Sendable {
    package let id: UUID
    /// The number of events behind `state` when it was loaded; 0 for a new one.
    package let version: Int
    package private(set) var state: Aggregate
    /// What was decided since it was loaded, in order.
    package private(set) var events: [Aggregate.Event] = []

    /// One that does not exist yet.
    package init(new id: UUID) {
        self.init(id: id, version: 0, state: Aggregate.initial)
    }

    /// One a store has loaded.
    package init(id: UUID, version: Int, state: Aggregate) {
        self.id = id
        self.version = version
        self.state = state
    }

    /// The version it will be saved at.
    package var newVersion: Int { version + events.count }

    /// Decides, applies and collects; answers what was decided.
    @discardableResult
    package mutating func handle(_ command: Aggregate.Command) throws -> [Aggregate.Event] {
        let decided = try state.decide(command)
        for event in decided { state.apply(event) }
        events += decided
        return decided
    }

    /// Refuses a person who looked at another version than this.
    ///
    /// - Throws: `VersionMismatch`.
    package func expect(version expected: Int) throws {
        guard version == expected else { throw VersionMismatch(expected: expected, actual: version) }
    }
}
