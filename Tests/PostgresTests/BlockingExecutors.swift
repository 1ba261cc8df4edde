import Foundation
import Logging
import Postgres
import Testing

@Suite("Blocking calls")
struct BlockingCalls {
    @Test("do not take threads from one another", .timeLimit(.minutes(30)))
    func parallel() async throws {
        try await TestServer.withDatabase(size: 12) { pool, _ in
            // Each body waits until all are running; with fewer threads than bodies this would never end.
            let gate = Gate()
            let met = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await pool.transaction { _ in
                            gate.arrive()
                            return gate.wait(for: 12)
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(met == 12)
        }
    }
}
