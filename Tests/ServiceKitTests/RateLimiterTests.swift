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

    @Test(
        "counts an IPv6 address as its network, an IPv4 address as itself",
        arguments: [
            ("192.0.2.1", ["192.0.2.1"]), ("::ffff:192.0.2.1", ["192.0.2.1"]),
            ("2001:db8:1:2:3:4:5:6", ["20010db800010002/64", "20010db80001/48"]),
            ("2001:DB8:1:2::", ["20010db800010002/64", "20010db80001/48"]),
            ("fe80::1%eth0", ["fe80000000000000/64", "fe8000000000/48"]), ("not an address", ["not an address"]),
            ("1:2", ["1:2"]),
            ("::1", ["0000000000000000/64", "000000000000/48"]),
            ("1:2:3:4:5:6:7:8", ["0001000200030004/64", "000100020003/48"]), ("1::2::3", ["1::2::3"]),
        ]
    )
    func networks(address: String, counted: [String]) {
        #expect(ClientNetwork.counted(address).map(\.name) == counted)
    }

    @Test("gives the /64s of one /48 eight times the requests of one")
    func sites() throws {
        let hand = Hand()
        let limiter = RateLimiter { hand.now }
        for network in 1...8 {
            for host in 1...3 { try limiter.count("a", from: "2001:db8:1:\(network)::\(host)", most: 3) }
        }
        #expect(throws: TooManyRequests.self) { try limiter.count("a", from: "2001:db8:1:8::9", most: 3) }
        #expect(throws: TooManyRequests.self) { try limiter.count("a", from: "2001:db8:1:9::1", most: 3) }
        try limiter.count("a", from: "2001:db8:2:1::1", most: 3)
        try limiter.count("b", from: "2001:db8:1:9::1", most: 3)
    }
}
