import Foundation
import Synchronization

/// What callers and the publisher's thread share.
final class PublishQueue: Sendable {
    private struct State {
        var isOpen = false
        var batches: [PublishBatch] = []
        var blockedSince: Date?
        var lastConfirm: Date?
    }

    private let state = Mutex(State())

    var blockedSince: Date? { state.withLock { $0.blockedSince } }
    var lastConfirm: Date? { state.withLock { $0.lastConfirm } }
    var isEmpty: Bool { state.withLock { $0.batches.isEmpty } }

    /// Adds a batch, unless there is no connection to send it on.
    func add(_ batch: PublishBatch) -> Bool {
        state.withLock { state in
            guard state.isOpen else { return false }
            state.batches.append(batch)
            return true
        }
    }

    /// Takes everything that waits.
    func take() -> [PublishBatch] {
        state.withLock { state in
            guard !state.batches.isEmpty else { return [] }
            defer { state.batches = [] }
            return state.batches
        }
    }

    /// From here on batches are taken.
    func open() {
        state.withLock { $0.isOpen = true }
    }

    /// From here on batches are refused; what waits is given back.
    func close() -> [PublishBatch] {
        state.withLock { state in
            state.isOpen = false
            state.blockedSince = nil
            defer { state.batches = [] }
            return state.batches
        }
    }

    func setBlocked(_ since: Date?) {
        state.withLock { $0.blockedSince = since }
    }

    func noteConfirm() {
        state.withLock { $0.lastConfirm = Date() }
    }
}
