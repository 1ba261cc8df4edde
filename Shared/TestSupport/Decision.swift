import Kernel
import Testing

/// One row of a decision table: a state, a command, and what comes of it.
package struct Decision<State: Decider & Equatable>: Sendable, CustomTestStringConvertible
where State.Event: Equatable, State.Rejection: Equatable {
    /// What is expected of a decision.
    package enum Outcome: Sendable {
        /// These events; none where the command changes nothing.
        case then([State.Event])
        /// Events that make the state this one.
        case becomes(State)
        /// A no.
        case refused(State.Rejection)
    }

    /// The state before.
    package let state: State
    /// What it is asked.
    package let command: State.Command
    private let outcome: Outcome
    private let note: String?

    /// A row of a table made by a loop.
    package init(_ state: State, when command: State.Command, _ outcome: Outcome, note: String? = nil) {
        (self.state, self.command, self.outcome, self.note) = (state, command, outcome, note)
    }

    /// A command that leads to these events, none where it changes nothing; the note tells a row from its like.
    package static func given(
        _ state: State,
        when command: State.Command,
        then events: State.Event...,
        note: String? = nil
    ) -> Decision {
        Decision(state, when: command, .then(events), note: note)
    }

    /// A command that is refused; the note tells a row from its like.
    package static func given(
        _ state: State,
        when command: State.Command,
        refused reason: State.Rejection,
        note: String? = nil
    ) -> Decision {
        Decision(state, when: command, .refused(reason), note: note)
    }

    /// The cases of state and command: what a complete table has each of.
    package var cell: String { "\(Self.name(of: state)) — \(Self.name(of: command))" }

    package var testDescription: String {
        if let note { return "\(cell): \(note)" }
        let text = "\(command)"
        return text.count > 60 ? "\(cell)(…)" : "\(Self.name(of: state)) — \(text)"
    }

    /// The name of an enum's case, without what it carries.
    private static func name(of value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? String(describing: value)
    }

    /// Decides, applies and compares; what is refused or decides nothing leaves the state as it was.
    package func verify(at location: SourceLocation = #_sourceLocation) {
        var after = state
        do throws(State.Rejection) {
            let events = try after.handle(command)
            switch outcome {
            case .then(let expected):
                #expect(events == expected, sourceLocation: location)
                if expected.isEmpty { #expect(after == state, sourceLocation: location) }
            case .becomes(let expected): #expect(after == expected, sourceLocation: location)
            case .refused(let reason): Issue.record("not refused: \(reason), but \(events)", sourceLocation: location)
            }
        } catch {
            if case .refused(let reason) = outcome {
                #expect(error == reason, sourceLocation: location)
            } else {
                Issue.record("refused: \(error)", sourceLocation: location)
            }
            #expect(after == state, sourceLocation: location)
        }
    }
}
