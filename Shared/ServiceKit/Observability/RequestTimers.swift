import Metrics
import Synchronization

/// How long requests took, by route and status; each timer is made once.
final class RequestTimers: Sendable {
    private struct Key: Hashable {
        let route: String
        let status: Int
    }

    private let timers = Mutex<[Key: Timer]>([:])

    /// Counts a request that began at `since`.
    func record(_ route: String?, status: Int, since: ContinuousClock.Instant) {
        let key = Key(route: route ?? "none", status: status)
        let timer = timers.withLock { timers in
            if let timer = timers[key] { return timer }
            let made = Timer(
                label: "http_request_seconds",
                dimensions: [("route", key.route), ("status", "\(status)")]
            )
            timers[key] = made
            return made
        }
        timer.record(duration: ContinuousClock.now - since)
    }
}
