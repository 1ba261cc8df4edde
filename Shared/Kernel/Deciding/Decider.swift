/// A state that answers commands with events, and is made of the events it has seen.
///
/// Nothing here waits, reads a clock or draws an identifier: what a decision needs is in the command.
package protocol Decider: Sendable {
    /// What it can be asked to do; imperative cases.
    associatedtype Command: Sendable
    /// What can have happened to it; past participles.
    associatedtype Event: Sendable
    /// Why a person can be told no; `Never` for reactions to facts.
    associatedtype Rejection: Error = Never

    /// The state before the first event.
    static var initial: Self { get }
    /// The events a command leads to, none when it changes nothing.
    func decide(_ command: Command) throws(Rejection) -> [Event]
    /// Takes in an event; never throws, never decides.
    mutating func apply(_ event: Event)
}

extension Decider {
    /// Decides, then applies each event, and gives the events.
    package mutating func handle(_ command: Command) throws(Rejection) -> [Event] {
        let events = try decide(command)
        for event in events { apply(event) }
        return events
    }
}
