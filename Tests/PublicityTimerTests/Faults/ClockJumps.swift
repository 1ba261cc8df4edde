import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

/// The machine's clock jumps; the database's goes on as before.
@Suite("A clock that jumps by an hour")
struct ClockJumps {
    private static let hour: TimeInterval = 3600

    @Test("forward completes nothing before the database's clock has passed the end")
    func ahead() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.end.addingTimeInterval(-Self.hour / 2))
            try await service.tick(by: .wrong(by: Self.hour))
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            #expect(try await service.phases() == ["running"])
            try await service.travel(to: Sample.end.addingTimeInterval(1))
            try await service.tick(by: .wrong(by: Self.hour))
            #expect(try await service.said(PublicityCompleted.self).map(\.effectiveAt) == [Sample.end])
        }
    }

    @Test("back completes nothing before the service's own clock has passed the end")
    func behind() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.end.addingTimeInterval(Self.hour / 2))
            try await service.tick(by: .wrong(by: -Self.hour))
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
            try await service.tick(by: .wrong(by: 0))
            #expect(try await service.said(PublicityCompleted.self).count == 1)
        }
    }

    @Test("back after the end revives nothing, and the same end is told once")
    func back() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            try await service.travel(to: Sample.end.addingTimeInterval(60))
            try await service.tick(by: .wrong(by: 0))
            let before = try await service.journal("notice")
            for jump in [-Self.hour, Self.hour, -Self.hour, 0] {
                try await service.tick(by: .wrong(by: jump))
                try await service.hear(Sample.proposed(), from: .evaluation, sequence: 2)
            }
            #expect(try await service.phases() == ["completed"])
            #expect(try await service.said(PublicityCompleted.self).count == 1)
            #expect(try await service.journal("notice") == before)
            let shown = await service.call("GET", "/notices/\(notice)", as: .employee, of: Sample.employer)
            #expect(shown.member("state") == "completed")
        }
    }

    @Test("lets two replicas whose clocks differ complete it once", arguments: [1, -1])
    func replicas(sign: Double) async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.end.addingTimeInterval(Self.hour / 2))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for jump in [0, sign * Self.hour, 0, sign * Self.hour] {
                    group.addTask { try await service.tick(by: .wrong(by: jump)) }
                }
                try await group.waitForAll()
            }
            #expect(try await service.said(PublicityCompleted.self).count == 1)
        }
    }
}

extension BusinessClock {
    /// The clock of a machine that is wrong by so many seconds.
    fileprivate static func wrong(by seconds: TimeInterval) -> BusinessClock {
        BusinessClock(travels: true, system: { Date().addingTimeInterval(seconds) })
    }
}

extension ServiceUnderTest<Main> {
    /// What comes back in a fixed rhythm comes back on a replica with this clock.
    fileprivate func tick(by clock: BusinessClock) async throws {
        for tick in definition.subscriptions.compactMap(\.tick) {
            while try await tick.come(database, clock) {}
        }
    }
}
