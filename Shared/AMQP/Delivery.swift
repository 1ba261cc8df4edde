/// A message as the broker handed it over, not yet acknowledged.
package struct Delivery: Sendable {
    /// Its number on the connection that brought it.
    package let tag: UInt64
    /// Which connection brought it; an acknowledgement means something only there.
    package let generation: Int
    /// The message; exchange and routing key are those it was published with.
    package let message: Message
    /// Whether it may have been handed over before.
    package let redelivered: Bool
}
