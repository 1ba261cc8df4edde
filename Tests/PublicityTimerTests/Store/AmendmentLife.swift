import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("A list changed while on show, on a real database")
struct AmendmentLife {
    static func amended(
        withdrawn: [UUID] = [],
        corrected: [ProposedName] = [],
        added: [ProposedName] = [],
        concernsAll: Bool = false,
        digest: Character = "b"
    ) -> ListAmended {
        ListAmended(
            list: Sample.id(60),
            proposer: Sample.publisher,
            oldDigest: String(repeating: "a", count: 64),
            listDigest: String(repeating: digest, count: 64),
            withdrawn: withdrawn,
            corrected: corrected,
            added: added,
            concernsAll: concernsAll,
            reason: "更正公示内容"
        )
    }

    @Test("A name taken back restarts nothing; the old digest stays on record")
    func withdraws() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.noon("2026-10-09"))
            try await service.hear(Self.amended(withdrawn: [Sample.qian]), from: .evaluation, sequence: 2)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let completed = try #require(try await service.said(PublicityCompleted.self).first)
            #expect(completed.cleared == [Sample.zhao, Sample.sun])
            #expect(completed.removed == [Sample.qian])
            #expect(completed.continuing == nil)
            #expect(completed.effectiveAt == Sample.end)
            #expect(completed.about.listDigest.first == "b")
            #expect(try await service.journal("notice") == ["opened", "amended", "nameWithdrawn", "completed"])
        }
    }

    @Test("A corrected and an added entry have a full period of their own, and follow the others")
    func restartsOne() async throws {
        let added = ProposedName(
            person: Sample.stranger,
            application: Sample.stranger,
            name: "李四",
            unit: "滨州样例机械有限公司",
            workshop: "二车间",
            occupation: Sample.proposedNames[0].occupation,
            merits: "革新夹具",
            relaxation: nil
        )
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.noon("2026-10-12"))
            let change = Self.amended(corrected: [Sample.proposedNames[1]], added: [added])
            try await service.hear(change, from: .evaluation, sequence: 2)
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            let completed = try #require(try await service.said(PublicityCompleted.self).first)
            #expect(completed.cleared == [Sample.zhao, Sample.sun])
            #expect(completed.continuing == [Sample.qian, Sample.stranger])
            try await service.tick()
            #expect(try await service.said(CandidateCleared.self).isEmpty)

            // 13, 14, 15, 16 and 19 October.
            try await service.travel(to: Sample.day("2026-10-19").end.addingTimeInterval(-3600))
            try await service.tick()
            #expect(try await service.said(CandidateCleared.self).isEmpty)
            try await service.travel(to: Sample.day("2026-10-19").end.addingTimeInterval(1))
            try await service.tick()
            try await service.tick()
            let cleared = try await service.said(CandidateCleared.self)
            #expect(cleared.map(\.candidate) == [Sample.qian, Sample.stranger])
            #expect(cleared.map(\.objection) == [nil, nil])
            #expect(cleared.map(\.afterCompletion) == [true, true])
            #expect(cleared.map(\.period.lastDay) == [Sample.day("2026-10-19"), Sample.day("2026-10-19")])
        }
    }

    @Test("A change to the notice as a whole restarts every period; the same change told twice does nothing")
    func restartsAll() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.openNotice()
            try await service.travel(to: Sample.noon("2026-10-12"))
            try await service.hear(Self.amended(concernsAll: true), from: .evaluation, sequence: 2)
            try await service.hear(Self.amended(concernsAll: true), from: .evaluation, sequence: 3)
            let moved = try await service.said(EndMoved.self)
            #expect(moved.map(\.reason) == [.restarted])
            #expect(moved.map(\.new.lastDay) == [Sample.day("2026-10-19")])
            try await service.travel(to: Sample.noon("2026-10-14"))
            try await service.tick()
            #expect(try await service.said(PublicityCompleted.self).isEmpty)
        }
    }
}
