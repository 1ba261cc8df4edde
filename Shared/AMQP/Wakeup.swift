import CRabbitMQ
import Glibc
import Synchronization

/// Wakes a thread that waits for a socket.
///
/// Signals while the thread is busy cost nothing: only a thread that has said it goes to sleep is written to.
final class Wakeup: Sendable {
    private let descriptor: Int32
    private let asleep = Atomic(false)

    init() {
        descriptor = gongjiang_eventfd()
    }

    deinit {
        _ = close(descriptor)
    }

    /// Makes the current or the next wait end at once, if what it waits for was changed before.
    func signal() {
        guard asleep.exchange(false, ordering: .sequentiallyConsistent) else { return }
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, 8)
    }

    /// What a wait ended with.
    struct Readiness {
        var canRead = false
        var canWrite = false
    }

    /// Waits for the socket, a signal, or the time to pass.
    ///
    /// - Parameters:
    ///   - socket: The socket to watch, if there is one.
    ///   - forWriting: Whether room for writing ends the wait too.
    ///   - limit: The longest wait.
    ///   - somethingToDo: Asked after the thread counts as asleep, so that no signal is lost in between.
    /// - Returns: What the socket is ready for.
    @discardableResult
    func wait(
        socket: Int32?,
        forWriting: Bool = false,
        upTo limit: Duration,
        unless somethingToDo: () -> Bool
    ) -> Readiness {
        asleep.store(true, ordering: .sequentiallyConsistent)
        defer { asleep.store(false, ordering: .sequentiallyConsistent) }
        if somethingToDo() { return Readiness() }
        var polled = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
        if let socket {
            polled.append(pollfd(fd: socket, events: Int16(forWriting ? POLLIN | POLLOUT : POLLIN), revents: 0))
        }
        let milliseconds = (max(0, limit.nanoseconds) + 999_999) / 1_000_000
        let count = unsafe poll(&polled, nfds_t(polled.count), Int32(clamping: milliseconds))
        if count > 0, polled[0].revents != 0 { drain() }
        guard count > 0, let seen = polled.last, socket != nil else { return Readiness() }
        return Readiness(
            canRead: seen.revents & ~Int16(POLLOUT) != 0,
            canWrite: seen.revents & Int16(POLLOUT) != 0
        )
    }

    /// Looks at a socket without waiting.
    static func look(at socket: Int32) -> Readiness {
        var polled = pollfd(fd: socket, events: Int16(POLLIN | POLLOUT), revents: 0)
        guard unsafe poll(&polled, 1, 0) > 0 else { return Readiness() }
        return Readiness(
            canRead: polled.revents & ~Int16(POLLOUT) != 0,
            canWrite: polled.revents & Int16(POLLOUT) != 0
        )
    }

    private func drain() {
        var counter: UInt64 = 0
        _ = unsafe read(descriptor, &counter, 8)
    }
}

extension Duration {
    /// The whole nanoseconds.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
