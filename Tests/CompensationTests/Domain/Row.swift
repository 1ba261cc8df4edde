import Kernel
import Testing

/// One cell of a decision table: a state, a command, and the events or the reason for a no.
struct Row<State: Decider & Equatable>: Sendable, CustomTestStringConvertible
where State.Event: Equatable, State.Rejection: Equatable {
    let state: State
    let command: State.Command
    let outcome: Result<[State.Event], State.Rejection>

    var testDescription: String { "\(Self.name(of: state)) — \(command)" }

    private static func name(of value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? String(describing: value)
    }

    /// Decides and compares; what is refused or changes nothing leaves the state as it was.
    func verify() {
        var after = state
        do {
            let events = try after.handle(command)
            #expect(.success(events) == outcome)
            if events.isEmpty { #expect(after == state) }
        } catch {
            #expect(.failure(error) == outcome)
            #expect(after == state)
        }
    }
}

extension Row {
    static func given(_ state: State, _ command: State.Command, then events: State.Event...) -> Row {
        Row(state: state, command: command, outcome: .success(events))
    }

    static func given(_ state: State, _ command: State.Command, refused reason: State.Rejection) -> Row {
        Row(state: state, command: command, outcome: .failure(reason))
    }
}
