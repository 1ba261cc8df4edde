/// How long to wait before the next attempt to connect: full jitter below a bound that doubles from 100 ms to 10 s.
struct Backoff {
    static let shortest = Duration.milliseconds(100)
    static let longest = Duration.seconds(10)
    private var failures = 0

    /// The bound the next wait is drawn below.
    var bound: Duration {
        min(Self.longest, Self.shortest * (1 << min(failures, 7)))
    }

    /// Draws the next wait and doubles the bound.
    mutating func next() -> Duration {
        let wait = Duration.nanoseconds(Int64.random(in: 0...bound.nanoseconds))
        failures += 1
        return wait
    }

    /// Starts over, after a connection that was ready.
    mutating func reset() {
        failures = 0
    }
}
