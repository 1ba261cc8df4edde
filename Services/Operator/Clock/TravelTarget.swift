import Foundation
import Kernel

/// Where a clock is to be set: a day, or a minute of it, in Chinese time.
struct TravelTarget: Hashable {
    let instant: Date

    /// Reads `2026-09-01`, which means nine in the morning, or `2026-09-01T00:01`.
    init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let day = LocalDate(String(parts[0])) else { return nil }
        guard parts.count == 2 else {
            self.init(day)
            return
        }
        let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 2, time.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy { ("0"..."9").contains($0) } }),
            let hour = UInt8(time[0]), let minute = UInt8(time[1]), hour < 24, minute < 60
        else { return nil }
        self.init(day, hour: Int(hour), minute: Int(minute))
    }

    /// A minute of a day.
    init(_ day: LocalDate, hour: Int = 9, minute: Int = 0) {
        instant = day.start.addingTimeInterval(TimeInterval(hour * 3600 + minute * 60))
    }
}
