import Foundation
import Synchronization

/// How the relay fares; readiness and metrics look at it.
package final class RelayStatus: Sendable {
    /// A snapshot.
    package struct Snapshot: Sendable {
        /// When the outbox was last gone through without a fault, in real time.
        package var lastPass: Date?
        package var lastError: String?
    }

    private let state = Mutex(Snapshot())

    package init() {}

    package var snapshot: Snapshot { state.withLock { $0 } }

    func passed() {
        state.withLock { $0 = Snapshot(lastPass: Date(), lastError: nil) }
    }

    func failed(_ error: any Error) {
        state.withLock { $0.lastError = "\(error)" }
    }

    /// Rows that must be sent again; the broker could not take them now.
    struct Waiting: Error, CustomStringConvertible {
        let reason: String
        var description: String { "facts wait to be sent again: \(reason)" }
    }
}
