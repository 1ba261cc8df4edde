import Synchronization

/// Tells the relay of the same process that something will be there in a moment.
final class OutboxWake: Sendable {
    private let signalled = Mutex(false)

    func signal() {
        signalled.withLock { $0 = true }
    }

    /// Whether there was a signal since the last look.
    func take() -> Bool {
        signalled.withLock { value in
            defer { value = false }
            return value
        }
    }
}
