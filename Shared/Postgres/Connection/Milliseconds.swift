import Glibc

/// A wait in the unit of `poll(2)`, never negative.
struct Milliseconds {
    let count: Int32

    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let milliseconds =
            seconds.multipliedReportingOverflow(by: 1000).partialValue + attoseconds / 1_000_000_000_000_000
        count = Int32(clamping: max(0, milliseconds + 1))
    }

    init(until instant: ContinuousClock.Instant) {
        self.init(ContinuousClock.now.duration(to: instant))
    }

    /// Waits on the calling thread, which must be one that may block; unlike `Task.sleep` it is not cut short by cancellation.
    func wait() {
        _ = poll(nil, 0, count)
    }
}
