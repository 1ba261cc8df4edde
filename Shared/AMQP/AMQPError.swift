/// Why the broker could not be used.
package enum AMQPError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no connection now; one may be there later.
    case notConnected

    /// The broker said no, with its reply code (403 no permission, 404 no such thing, 406 precondition failed …).
    case refused(code: Int, text: String)

    /// The connection could not be made, or broke.
    case connectionLost(String)

    /// The broker did not answer within the time allowed for the named step.
    case timedOut(String)

    /// The broker said something this client cannot follow.
    case protocolViolation(String)

    /// The broker cancelled the consumer, as it does when its queue is deleted.
    case consumerCancelled

    /// The connection was given up on purpose, so that what it holds is delivered again.
    case discarded

    /// The address of the broker cannot be read.
    case badAddress(String)

    package var description: String {
        switch self {
        case .notConnected: "not connected to the broker"
        case .refused(let code, let text): "the broker refused: \(code) \(text)"
        case .connectionLost(let why): "the connection to the broker is lost: \(why)"
        case .timedOut(let step): "the broker did not answer in time: \(step)"
        case .protocolViolation(let what): "the broker broke the protocol: \(what)"
        case .consumerCancelled: "the broker cancelled the consumer"
        case .discarded: "the connection was discarded on purpose"
        case .badAddress(let what): "not an AMQP address: \(what)"
        }
    }
}
