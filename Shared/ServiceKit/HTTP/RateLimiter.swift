import Kernel
import Synchronization

/// Counts how often something is asked, so that nobody can try codes out or fill a desk with forms.
///
/// A bucket for each key holds a minute's requests and fills again evenly. It is kept in memory: each replica counts by
/// itself, so the limit of a deployment is the limit times its replicas, and a flood costs no database anything. What
/// nobody has asked for a minute is forgotten; beyond ``mostKeys`` the oldest are.
package final class RateLimiter: Sendable {
    /// So many keys are held at most; more are a flood from many addresses, and the longest known are let go.
    package static let mostKeys = 50_000
    private static let seconds = 60.0

    private struct Bucket {
        /// What is left of the minute's requests.
        var left: Double
        var at: ContinuousClock.Instant
    }

    private let buckets = Mutex<[String: Bucket]>([:])
    private let clock: @Sendable () -> ContinuousClock.Instant

    /// - Parameter clock: What time it is; a test gives its own.
    package init(clock: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.clock = clock
    }

    /// How many keys are held.
    package var held: Int { buckets.withLock { $0.count } }

    /// Counts one request.
    ///
    /// - Parameters:
    ///   - key: What is counted together.
    ///   - most: So many a minute are allowed.
    /// - Throws: ``TooManyRequests`` where it is one too many.
    package func count(_ key: String, most: Int) throws {
        let now = clock()
        let most = Double(max(1, most))
        let missing = buckets.withLock { buckets -> Double in
            if buckets.count >= Self.mostKeys { Self.forget(&buckets, at: now) }
            var bucket = buckets[key] ?? Bucket(left: most, at: now)
            let passed = (now - bucket.at) / .seconds(1)
            bucket.left = min(most, bucket.left + passed * most / Self.seconds)
            bucket.at = now
            let missing = max(0, 1 - bucket.left)
            if missing == 0 { bucket.left -= 1 }
            buckets[key] = bucket
            return missing
        }
        guard missing > 0 else { return }
        throw TooManyRequests(seconds: max(1, Int((missing * Self.seconds / most).rounded(.up))))
    }

    /// Counts one request by the networks its address is of.
    ///
    /// - Throws: ``TooManyRequests``.
    package func count(_ what: String, from address: String, most: Int) throws {
        for network in ClientNetwork.counted(address) {
            try count("\(what) from \(network.name)", most: most * network.times)
        }
    }

    private static func forget(_ buckets: inout [String: Bucket], at now: ContinuousClock.Instant) {
        buckets = buckets.filter { now - $0.value.at < .seconds(Self.seconds) }
        guard buckets.count >= mostKeys else { return }
        let oldest = buckets.sorted { $0.value.at < $1.value.at }.prefix(mostKeys / 2)
        for (key, _) in oldest { buckets[key] = nil }
    }
}

/// Somebody asks too often.
package struct TooManyRequests: Rejection, Hashable {
    /// How long to wait.
    package let seconds: Int

    /// A refusal for so many seconds.
    package init(seconds: Int) { self.seconds = seconds }

    package var code: String { "common.too-many-requests" }
    package var arguments: [String: String] { ["seconds": "\(seconds)"] }
}
