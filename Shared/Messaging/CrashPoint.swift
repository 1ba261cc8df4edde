import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// Places where a test may kill the process, to see that nothing is lost and nothing happens twice.
///
/// Debug builds only: `CRASH_AT=relay.after-publish` kills at the first time, `relay.after-publish:3` at the third.
package enum CrashPoint {
    #if DEBUG
    private static let wanted: (name: String, time: Int)? = {
        guard let text = ProcessInfo.processInfo.environment["CRASH_AT"] else { return nil }
        let parts = text.split(separator: ":")
        guard let name = parts.first else { return nil }
        return (String(name), parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }()
    private static let times = Counted()
    #endif

    /// Whether this is the place asked for, so that a test can be helped to see something that is rarely so.
    package static func isWanted(_ name: String) -> Bool {
        #if DEBUG
        wanted?.name == name
        #else
        false
        #endif
    }

    /// Kills the process if this is the place and the time asked for.
    package static func reach(_ name: String) {
        #if DEBUG
        guard let wanted, wanted.name == name, times.next() == wanted.time else { return }
        kill(getpid(), SIGKILL)
        #endif
    }
}

#if DEBUG
import Synchronization

private final class Counted: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { value in
            value += 1
            return value
        }
    }
}
#endif
