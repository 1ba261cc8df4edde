import CertificateDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport
import Testing

@testable import CertificateService

/// The service killed between every two steps of numbering, renumbering and issue, asked again with the same key after its start.
@Suite("Numbering and issue, whatever dies when", .serialized, .timeLimit(.minutes(30)))
struct IssueFaults {
    typealias Account = IssueRig.Account

    private static let end = ["journal.before-write", "outbox.before-write", "outbox.after-write", "http.after-commit"]
    private static let submitted: [(step: String, role: Role)] = [
        ("submission", .enterpriseHR), ("municipal-audit", .centreOfficer),
    ]

    @Test("no number is used twice, no gap is unexplained, and what is done is done and told once")
    func once() async throws {
        try await IssueRig.with { rig in
            try await rig.travel(to: "2026-10-14")
            let numbering = ["number.before-take", "number.after-take", "number.after-ledger", "number.after-save"]
            for point in numbering + Self.end {
                let path = try await rig.batch(Self.submitted)
                try await round(rig, path, "provincial-audit", as: .provinceOfficer, killedAt: point)
                let account = try await rig.account(of: path)
                #expect(account.kinds == Array(repeating: ["prepared", "numbered"], count: 3), "\(point)")
                #expect(account.ledger == Array(repeating: ["26 given"], count: 3), "\(point)")
                #expect(account.registered == 1, "\(point)")
            }
            let issue = [
                "issue.after-load", "issue.after-decide", "issue.mid-save", "issue.before-sign", "issue.after-sign",
            ]
            for point in issue + Self.end {
                let path = try await rig.batch(Self.submitted + [("provincial-audit", .provinceOfficer)])
                try await round(rig, path, "issue", as: .enterpriseHR, killedAt: point)
                let account = try await rig.account(of: path)
                #expect(account.kinds == Array(repeating: ["prepared", "numbered", "issued"], count: 3), "\(point)")
                #expect(account.ledger == Array(repeating: ["26 given"], count: 3), "\(point)")
                #expect(account.issued == 3, "\(point)")
            }
            try await acrossTheYear(rig)
            try await reserved(rig)
            let findings = try await rig.findings()
            #expect(findings.isSound, "\(findings)")
            #expect(findings.series.map(\.taken?.first).allSatisfy { $0 == 1 })
        }
    }

    /// Numbers of December, void and given anew in January.
    private func acrossTheYear(_ rig: IssueRig) async throws {
        let points = ["number.before-take", "number.after-void", "number.after-take", "number.after-save"] + Self.end
        var batches: [String] = []
        for _ in points {
            batches.append(try await rig.batch(Self.submitted + [("provincial-audit", .provinceOfficer)]))
        }
        try await rig.travel(to: "2027-01-05")
        for (path, point) in zip(batches, points) {
            try await round(rig, path, "numbers", as: .provinceOfficer, killedAt: point)
            let account = try await rig.account(of: path)
            #expect(account.kinds == Array(repeating: ["prepared", "numbered", "renumbered"], count: 3), "\(point)")
            #expect(account.ledger == Array(repeating: ["26 void", "27 given"], count: 3), "\(point)")
        }
    }

    /// Numbers reserved when a batch is handed in, and given by the audit.
    private func reserved(_ rig: IssueRig) async throws {
        try await rig.reserveNumbers(from: "2027-01-05")
        // Nobody is told of it, so nothing goes through the outbox.
        let points = ["number.before-take", "number.after-take", "number.after-ledger"] + Self.end
        for point in points where !point.hasPrefix("outbox") {
            let path = try await rig.batch([])
            try await round(rig, path, "submission", as: .enterpriseHR, killedAt: point)
            #expect(try await rig.account(of: path).ledger == Array(repeating: ["27 reserved"], count: 3), "\(point)")
        }
        for point in ["number.after-give", "number.after-save"] + Self.end {
            let path = try await rig.batch(Self.submitted)
            try await round(rig, path, "provincial-audit", as: .provinceOfficer, killedAt: point)
            let account = try await rig.account(of: path)
            #expect(account.kinds == Array(repeating: ["prepared", "numbered"], count: 3), "\(point)")
            #expect(account.ledger == Array(repeating: ["27 given"], count: 3), "\(point)")
            #expect(account.registered == 1, "\(point)")
        }
    }

    /// Asks, dies, starts again, and asks the same again.
    private func round(
        _ rig: IssueRig,
        _ path: String,
        _ step: String,
        as role: Role,
        killedAt point: String
    ) async throws {
        let (version, key) = (try await rig.version(path), "\(path) \(step)")
        let dying = try await rig.start(crashAt: point)
        let first = try await rig.ask(path, step, as: role, version: version, key: key)
        #expect(first == nil, "\(step) answered at \(point)")
        if first != nil { await dying.kill() }
        #expect(await dying.wasKilled(), "\(step) at \(point)")
        try await rig.giveLeaseBack()
        let running = try await rig.start()
        let again = try await rig.ask(path, step, as: role, version: version, key: key)
        await running.kill()
        try await rig.giveLeaseBack()
        #expect(again == 200, "\(step) again, after \(point)")
    }
}
