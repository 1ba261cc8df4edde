import AMQP
import Synchronization

/// Where deliveries wait that have been read, while the batch before them is in the database.
///
/// It needs no limit of its own: what waits is not acknowledged, and the prefetch bounds that.
final class WaitingRoom: Sendable {
    /// Deliveries of one connection, in the queue's order, with what was read from them.
    struct Group: Sendable {
        let deliveries: [Delivery]
        let reading: Result<Inbox.Reading, any Error>
    }

    private struct State {
        var groups: [Group] = []
        var isClosed = false
        var taker: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Lets a group in.
    func put(_ group: Group) {
        let taker = state.withLock { state in
            state.groups.append(group)
            return state.taker.take()
        }
        taker?.resume()
    }

    /// No group will come any more.
    func close() {
        let taker = state.withLock { state in
            state.isClosed = true
            return state.taker.take()
        }
        taker?.resume()
    }

    /// Waits for groups and takes those that are there; nil when none will come.
    ///
    /// They hold up to `most` deliveries together, or are one. For one caller.
    func take(most: Int) async -> [Group]? {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.groups.isEmpty, !state.isClosed { state.taker = continuation }
                return state.taker == nil
            }
            if isReady { continuation.resume() }
        }
        return state.withLock { state in
            guard !state.groups.isEmpty else { return nil }
            var count = state.groups[0].deliveries.count
            var end = 1
            while end < state.groups.count, count + state.groups[end].deliveries.count <= most {
                count += state.groups[end].deliveries.count
                end += 1
            }
            defer { state.groups.removeFirst(end) }
            return Array(state.groups[..<end])
        }
    }
}
