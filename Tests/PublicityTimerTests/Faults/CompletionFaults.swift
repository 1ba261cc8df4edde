import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@testable import PublicityTimerService

/// The service killed at each step between the end of a period and the broker's confirm, in one run of the real executable after
/// the other.
@Suite("A notice whose period has ended, whatever dies when", .serialized, .timeLimit(.minutes(30)))
struct CompletionFaults {
    /// Where it is killed, in the order of the steps.
    static let points = [
        "complete.before-load", "complete.after-load", "complete.after-save", "journal.before-write",
        "outbox.before-write", "outbox.after-write", "relay.mid-batch", "relay.before-settle", "relay.after-delete",
        "relay.after-settle",
    ]

    @Test("is completed and announced exactly once, also by two replicas, one of which dies")
    func completesOnce() async throws {
        try await CompletionRig.with { rig in
            for point in Self.points {
                try await round(rig, "killed at \(point)", notices: 3) {
                    #expect(try await rig.start(crashAt: point).wasKilled(), "\(point)")
                    try await rig.giveLeaseBack()
                    return [try rig.start()]
                }
            }
            // The second batch finds the first one committed.
            let two = CompleteDueNotices.batch + 5
            try await round(rig, "killed after the first COMMIT", notices: two) {
                #expect(try await rig.start(crashAt: "complete.after-load:2").wasKilled())
                try await rig.giveLeaseBack()
                return [try rig.start()]
            }
            try await round(rig, "raced for", notices: two) { [try rig.start(), try rig.start()] }
            // It dies with its first batch, unless the other one is so quick that nothing is left for it.
            try await round(rig, "raced for by one that dies", notices: two) {
                [try rig.start(crashAt: "outbox.after-write"), try rig.start()]
            }
        }
    }

    /// Lets notices fall due, lets the replicas do what they do, and looks at what is on record when all is at rest.
    private func round(
        _ rig: CompletionRig,
        _ what: String,
        notices count: Int,
        _ replicas: () async throws -> [ServiceProcess]
    ) async throws {
        let lists = try await rig.makeDue(count)
        let running = try await replicas()
        let isAtRest = try await eventually { try await rig.isAtRest(lists) }
        for replica in running { await replica.kill() }
        try await rig.giveLeaseBack()
        #expect(isAtRest, "\(what)")
        let accounts = try await rig.accounts(of: lists)
        #expect(accounts.count == count, "\(what)")
        #expect(Set(accounts) == [.init(journalled: 1, announced: 1, copied: 1)], "\(what)")
        let heard = try await rig.heard()
        #expect(Set(heard.keys) == Set(lists), "\(what)")
        #expect(heard.values.allSatisfy { $0.count == 1 }, "\(what)")
    }
}
