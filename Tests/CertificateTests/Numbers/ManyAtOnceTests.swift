import CertificateDomain
import Contracts
import Foundation
import Kernel
import TestSupport
import Testing

@testable import CertificateService

@Suite("Many at once", .timeLimit(.minutes(30)))
struct ManyAtOnceTests {
    @Test(
        "twenty batches of one agency are numbered, some by two officers at once: no number twice, no gap unexplained"
    )
    func twentyBatches() async throws {
        try await Bench.with { bench in
            for batch in 0..<20 {
                let names = (0...batch % 7).map { "职工\(batch)之\($0)" }
                try await bench.tell(bench.approved(100 + batch, names: names))
            }
            let paths = try await bench.registrations()
            #expect(paths.count == 20)
            for path in paths {
                try await bench.step(path, "submission", as: "hr")
                try await bench.step(path, "municipal-audit", as: "centre", body: Bench.passed)
            }
            let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
                for (index, path) in paths.enumerated() {
                    for _ in 0...index % 2 {
                        group.addTask {
                            try await bench.ask(
                                "POST \(path)/provincial-audit",
                                as: "province",
                                version: 3,
                                body: Bench.passed
                            ).status
                        }
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.count { $0 == 200 } == 20)
            #expect(statuses.count { $0 == 412 } == 10)
            var numbers: [String] = []
            for path in paths {
                let own = try await bench.numbers(path).values.sorted()
                // What one batch takes is a run.
                let serials = try own.map { try CertificateNumber($0).sequence }
                #expect(serials == Array((serials.first ?? 0)..<(serials.first ?? 0) + serials.count))
                numbers += own
            }
            let expected = (0..<20).reduce(0) { $0 + 1 + $1 % 7 }
            #expect(numbers.count == expected)
            #expect(Set(numbers) == Set(try (1...expected).map { try Samples.number($0).text }))
            #expect(try await bench.isSound())
        }
    }

    @Test("two of one enterprise issue a batch: one does, the other is told that it changed, and it is told once")
    func twoIssuers() async throws {
        try await Bench.with { bench in
            let path = try await bench.numbered()
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 {
                    group.addTask { try await bench.ask("POST \(path)/issue", as: "hr", version: 4).status }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(answers.sorted() == [200, 412, 412, 412, 412, 412])
            #expect(try await bench.service.said(CertificateIssued.self).count == 2)
        }
    }
}
