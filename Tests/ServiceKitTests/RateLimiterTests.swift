import Kernel
import ServiceKit
import Synchronization
import Testing

@Suite("A rate limit")
struct RateLimiterTests {
    /// A clock a test moves.
    private final class Hand: Sendable {
        private let instant = Mutex(ContinuousClock.now)
        var now: ContinuousClock.Instant { instant.withLock { $0 } }
        func move(_ seconds: Double) { instant.withLock { $0 += .seconds(seconds) } }
    }

    @Test("lets a minute's requests through at once, says how long to wait, and fills again evenly")
    func fills() throws {
        let hand = Hand()
        let limiter = RateLimiter { hand.now }
        for _ in 0..<6 { try limiter.count("a", most: 6) }
        #expect(throws: TooManyRequests(seconds: 10)) { try limiter.count("a", most: 6) }
        try limiter.count("b", most: 6)
        hand.move(4)
        #expect(throws: TooManyRequests(seconds: 6)) { try limiter.count("a", most: 6) }
        hand.move(6)
        try limiter.count("a", most: 6)
        #expect(throws: TooManyRequests.self) { try limiter.count("a", most: 6) }
        hand.move(3600)
        for _ in 0..<6 { try limiter.count("a", most: 6) }
        #expect(throws: TooManyRequests.self) { try limiter.count("a", most: 6) }
    }

    @Test("holds a flood of addresses without growing, and the one that asks on stays counted")
    func flood() throws {
        let hand = Hand()
        let limiter = RateLimiter { hand.now }
        for number in 0..<120_000 {
            hand.move(0.000_01)
            try limiter.count("\(number)", most: 1)
        }
        #expect(limiter.held <= RateLimiter.mostKeys)
        #expect(throws: TooManyRequests.self) { try limiter.count("119999", most: 1) }
    }
}
