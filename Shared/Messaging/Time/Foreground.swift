import Synchronization

/// Whether people are being answered at this moment, so that work nobody waits for can step aside.
package final class Foreground: Sendable {
    /// The longest that work steps aside at once: people never hold it up for good.
    static let longest = Duration.milliseconds(100)
    private static let look = Duration.milliseconds(2)

    private let inFlight = Atomic<Int>(0)

    package init() {}

    /// Somebody has asked.
    package func enter() { inFlight.add(1, ordering: .relaxed) }

    /// And has been answered.
    package func leave() { inFlight.subtract(1, ordering: .relaxed) }

    /// How many are being answered.
    package var count: Int { inFlight.load(ordering: .relaxed) }

    /// Waits until nobody is being answered, or for so long.
    ///
    /// Called between the transactions of something long, never in one.
    func clear(atMost limit: Duration = longest) async {
        let end = ContinuousClock.now + limit
        while count > 0, ContinuousClock.now < end, !Task.isCancelled {
            try? await Task.sleep(for: Self.look)
        }
    }
}
