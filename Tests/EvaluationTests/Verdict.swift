import Kernel
import Testing

/// One row of a decision table: in this state, this command leads to these events, or is refused.
struct Verdict<Aggregate: Decider>: Sendable, CustomTestStringConvertible
where Aggregate.Event: Equatable, Aggregate.Rejection: Equatable {
    let name: String
    let state: Aggregate
    let command: Aggregate.Command
    let expected: Result<[Aggregate.Event], Aggregate.Rejection>

    static func given(
        _ name: String,
        _ state: Aggregate,
        when command: Aggregate.Command,
        then events: Aggregate.Event...
    ) -> Verdict {
        Verdict(name: name, state: state, command: command, expected: .success(events))
    }

    static func given(
        _ name: String,
        _ state: Aggregate,
        when command: Aggregate.Command,
        refused reason: Aggregate.Rejection
    ) -> Verdict {
        Verdict(name: name, state: state, command: command, expected: .failure(reason))
    }

    var testDescription: String { name }

    func verify(_ location: SourceLocation = #_sourceLocation) {
        let found = Result { () throws(Aggregate.Rejection) in try state.decide(command) }
        switch (found, expected) {
        case (.success(let found), .success(let expected)): #expect(found == expected, sourceLocation: location)
        case (.failure(let found), .failure(let expected)): #expect(found == expected, sourceLocation: location)
        case (.success(let events), .failure(let reason)):
            Issue.record("not refused as \(reason.self) but \(events)", sourceLocation: location)
        case (.failure(let reason), .success): Issue.record("refused: \(reason)", sourceLocation: location)
        }
    }
}
