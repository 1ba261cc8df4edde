/// How long the connector waits before it tries again.
package enum Patience {
    /// The longest it waits, in seconds.
    package static let longest = 3600.0

    /// Seconds before the next attempt: doubled each time from two seconds on, and spread so that what failed together does
    /// not come back together.
    ///
    /// - Parameters:
    ///   - attempts: How many have failed, from 1.
    ///   - spread: A random number from 0 to 1.
    /// - Returns: From half of the doubled time to all of it.
    package static func seconds(afterAttempt attempts: Int, spread: Double) -> Double {
        let doublings = min(max(attempts, 1), 12)
        let whole = min(longest, Double(1 << doublings))
        return whole * (0.5 + 0.5 * min(max(spread, 0), 1))
    }
}
