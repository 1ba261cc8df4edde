import Dispatch
import Foundation
import Glibc
import Synchronization

/// Cuts the connection of a thread that is stuck in a call without a deadline.
///
/// A publish waits for ever while the broker does not read. `shutdown(2)` is the one thing that may be done to a socket
/// another thread is using.
final class Lifeline: Sendable {
    private let socket = Mutex<Int32?>(nil)
    private let beats = Atomic<UInt64>(0)
    private let lastBeat = Atomic<Int64>(0)

    /// Says that the thread is alive.
    func beat() {
        beats.add(1, ordering: .relaxed)
        var now = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &now)
        lastBeat.store(Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec), ordering: .relaxed)
    }

    /// When the thread was last seen alive.
    var lastProgress: Date? {
        let nanoseconds = lastBeat.load(ordering: .relaxed)
        return nanoseconds == 0 ? nil : Date(timeIntervalSince1970: Double(nanoseconds) / 1e9)
    }

    /// From here on the socket is cut when the thread stands still.
    func attach(_ descriptor: Int32) {
        beat()
        socket.withLock { $0 = descriptor }
    }

    /// To be called before the socket is closed: its number may then belong to another file.
    func detach() {
        socket.withLock { $0 = nil }
    }

    /// Watches until the returned source is cancelled.
    func watch(limit: Duration) -> any DispatchSourceTimer {
        let seen = Mutex((beats: UInt64(0), at: ContinuousClock.now))
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
        let interval = DispatchTimeInterval.nanoseconds(Int(limit.nanoseconds / 4))
        timer.setEventHandler { [self] in
            let now = ContinuousClock.now
            let beats = beats.load(ordering: .relaxed)
            let isStuck = seen.withLock { seen in
                if beats != seen.beats { seen = (beats, now) }
                return now - seen.at >= limit
            }
            if isStuck { cut() }
        }
        timer.schedule(deadline: .now() + interval, repeating: interval)
        timer.resume()
        return timer
    }

    /// Makes every call on the socket fail.
    func cut() {
        socket.withLock { descriptor in
            if let descriptor { _ = Glibc.shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }
}
