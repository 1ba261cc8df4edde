import Foundation
import Synchronization

/// Where identifiers come from: for use cases and the rim, never for a domain, whose ids arrive in commands.
package enum NewID {
    /// A version 7 identifier of the real time and system randomness; it does not travel with the business clock.
    ///
    /// Ids of one process grow, also within a millisecond (RFC 9562, 6.2, method 1): lists by id show things as they came.
    package static func v7() -> UUID {
        let ticks = last.withLock { last in
            // 4096 ticks a millisecond: the twelve bits after the time.
            let now = UInt64(max(0, Date().timeIntervalSince1970 * 1000)) << 12
            last = max(now, last + 1)
            return last
        }
        let instant = Date(timeIntervalSince1970: (Double(ticks >> 12) + 0.5) / 1000)
        return .v7(at: instant, random: (ticks & 0xFFF, .random(in: .min ... .max)))
    }

    private static let last = Mutex<UInt64>(0)
}
