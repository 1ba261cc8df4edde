/// What became of one published message.
package enum PublishOutcome: Hashable, Sendable {
    /// The broker has taken responsibility for it.
    case confirmed

    /// The broker would not take it now, as a full queue does; to be tried again later.
    case nacked

    /// No queue takes it: the topology is not as planned.
    case returned(code: Int, text: String)

    /// The broker refused it (403, 404, 406); said only when it was the one message in flight.
    case refused(code: Int, text: String)

    /// The connection or the patience ended before the broker's answer: it may or may not have arrived.
    case unknown

    /// It breaks a limit of the protocol and was not sent.
    case tooLarge(String)
}
