import Contracts
import Testing

@testable import Operator

@Suite("Where a clock is set to")
struct TravelTargets {
    @Test(
        "is read in Chinese time; a day by itself means nine in the morning",
        arguments: [
            ("2026-09-01", "2026-09-01T09:00:00.000+08:00"),
            ("2026-10-14T00:01", "2026-10-14T00:01:00.000+08:00"),
            ("2026-12-31T23:59", "2026-12-31T23:59:00.000+08:00"),
        ]
    )
    func isRead(text: String, instant: String) throws {
        let target = try #require(TravelTarget(text))
        #expect(WireFormat.text(of: target.instant) == instant)
    }

    @Test(
        "is refused when it is no minute of a day",
        arguments: [
            "", "2026-02-30", "2026-09-01T", "2026-09-01T24:00", "2026-09-01T9:00", "2026-09-01T09:60",
            "2026-09-01T09:00:00", "2026-09-01T+9:00", "09:00",
        ]
    )
    func isRefused(text: String) {
        #expect(TravelTarget(text) == nil)
    }
}
