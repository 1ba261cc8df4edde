import Kernel
import Testing

/// What a decision table expects: the kinds of events, none where a command changes nothing, or the reason for a no.
struct Row<State: Decider, Refusal: Error & Equatable & Sendable>: Sendable, CustomTestStringConvertible
where State.Rejection == Refusal, State.Command: Sendable {
    enum Outcome: Sendable {
        case leads(to: State)
        case changesNothing
        case refused(Refusal)
    }

    let state: State
    let command: State.Command
    let outcome: Outcome

    var testDescription: String { "\(Self.name(of: state)) — \(Self.name(of: command))" }

    /// The case's name, which tells a row from the others.
    static func name(of value: some Any) -> String {
        Mirror(reflecting: value).children.first?.label ?? String(describing: value)
    }
}

extension Row where State: Equatable {
    /// Decides, applies and compares.
    func verify() {
        var after = state
        switch outcome {
        case .leads(let expected):
            #expect(throws: Never.self) { _ = try after.handle(command) }
            #expect(after == expected)
        case .changesNothing:
            #expect(throws: Never.self) {
                let events = try after.handle(command)
                #expect(events.isEmpty)
            }
            #expect(after == state)
        case .refused(let reason):
            #expect(throws: reason) { _ = try after.handle(command) }
            #expect(after == state)
        }
    }
}
