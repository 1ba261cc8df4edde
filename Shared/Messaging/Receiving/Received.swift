/// A message of another service or an enterprise, with what led to it.
package struct Received<Message: Sendable>: Sendable {
    package let message: Message
    /// The speaker as actor, the message's id as causation, business time as it was when the message was applied.
    package let cause: Cause
    package let envelope: Envelope
}
