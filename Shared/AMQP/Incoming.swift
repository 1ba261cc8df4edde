/// What the broker said, copied out of the C library's memory.
enum Incoming {
    /// Messages are safe: the one of this number, or all up to it.
    case acknowledged(UInt64, multiple: Bool)
    /// Messages were not taken.
    case negated(UInt64, multiple: Bool)
    /// A message that no queue takes; its acknowledgement follows.
    case returned(sequence: UInt64?, code: Int, text: String)
    /// A message for the consumer.
    case delivered(tag: UInt64, redelivered: Bool, Message)
    /// The consumer was cancelled by the broker.
    case cancelled
    /// The consumer was cancelled as asked.
    case cancelConfirmed
    /// The broker has stopped reading, for want of memory or disk.
    case blocked(String)
    /// The broker reads again.
    case unblocked
    /// The broker asks to pause or to go on.
    case flow(active: Bool)
    /// The channel is closed by the broker, as an answer to something done on it.
    case channelClosed(code: Int, text: String)
    /// The connection is closed by the broker.
    case connectionClosed(code: Int, text: String)
    /// A frame that says nothing yet: a part of a message.
    case partial
}
