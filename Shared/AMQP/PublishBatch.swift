/// The messages of one call to publish, and what has become of them so far.
///
/// Handed to the publisher's thread through a lock and from then on used by that thread alone, hence unchecked.
final class PublishBatch: @unchecked Sendable {
    let messages: [Message]
    let isAlone: Bool
    let enqueued = ContinuousClock.now
    private let continuation: CheckedContinuation<[PublishOutcome], Never>
    private var outcomes: [PublishOutcome]
    private var open: Int
    /// The next message to send.
    var position = 0

    init(_ messages: [Message], isAlone: Bool, _ continuation: CheckedContinuation<[PublishOutcome], Never>) {
        self.messages = messages
        self.isAlone = isAlone
        self.continuation = continuation
        outcomes = Array(repeating: .unknown, count: messages.count)
        open = messages.count
    }

    /// Whether everything was handed to the broker.
    var isSent: Bool { position == messages.count }

    /// Notes what has become of one message; the last one ends the call.
    func settle(_ index: Int, _ outcome: PublishOutcome) {
        outcomes[index] = outcome
        open -= 1
        if open == 0 { continuation.resume(returning: outcomes) }
    }

    /// Gives up what was not sent.
    func abandonUnsent() {
        while position < messages.count {
            let index = position
            position += 1
            settle(index, .unknown)
        }
    }
}
