import AMQP
import Contracts
import Foundation
import Kernel
import Logging
import MessagingWorker
import Postgres
import TestSupport

/// Where workers are run, killed and run again: two databases, a virtual host, and a ledger of what must be so at the end.
struct CrashRig {
    /// How a worker ended.
    enum End: Hashable {
        case done
        case killed
        case failed(Int32)
    }

    let broker: ScratchBroker
    let speaker: ScratchDatabase
    let hearer: ScratchDatabase
    let subjects = (0..<30).map { _ in NewID.v7() }
    let facts = 20

    /// Lends a rig whose second database belongs to a hearer or an answerer.
    static func with(hearer role: Role, _ body: (CrashRig) async throws -> Void) async throws {
        try await ScratchBroker.with { broker in
            try await broker.loadPlan()
            let speaker = try await ScratchDatabase.make(Role.speaker.migrations, service: Role.speaker.service)
            let hearer = try await ScratchDatabase.make(role.migrations, service: role.service)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(CrashRig(broker: broker, speaker: speaker, hearer: hearer)))
            } catch {
                result = .failure(error)
            }
            try await speaker.drop()
            try await hearer.drop()
            try result.get()
        }
    }

    /// Runs a worker until it ends.
    func run(_ role: Role, crashAt point: String? = nil, refuse: String? = nil) async throws -> End {
        let database = role == .speaker ? speaker : hearer
        var environment = ProcessInfo.processInfo.environment
        environment["CRASH_AT"] = point
        environment.merge(
            Instructions.environment(
                role,
                database: database.configuration,
                broker: broker.url,
                subjects: subjects,
                facts: facts,
                refuse: refuse
            )
        ) { $1 }
        let end = try await Self.run("messaging-worker", environment)
        if end == .killed {
            // Its lease would run out in some seconds, for which no test needs to wait.
            try await query(database) { tx in try tx.execute("DELETE FROM task_lease") }
        }
        return end
    }

    /// Runs a hearer or an answerer until its queue is empty and it has had so many effects.
    func runToTheEnd(_ role: Role, effects: Int, queue: String) async throws -> End {
        try await query(hearer) { tx in try tx.execute("DELETE FROM finish") }
        async let end = run(role)
        let isHeard = try await eventually {
            guard try await broker.depth(queue) == 0 else { return false }
            return try await query(hearer) { tx in
                try Self.number("SELECT count(*) AS n FROM effect", tx) >= effects
            }
        }
        try await allowFinish(after: 0)
        guard isHeard, try await end == .done, try await broker.depth(queue) != 0 else { return try await end }
        // What it had taken and not acknowledged when it was done is there again.
        return try await runToTheEnd(role, effects: effects, queue: queue)
    }

    /// Lets the hearer finish when it has had so many effects.
    func allowFinish(after effects: Int) async throws {
        try await query(hearer) { tx in
            try tx.execute("DELETE FROM finish")
            try tx.execute("INSERT INTO finish VALUES (\(effects))")
        }
    }

    /// One transaction on one of the databases.
    @discardableResult
    func query<Value: Sendable>(
        _ database: ScratchDatabase,
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let pool = PostgresPool(database.configuration, size: 1, logger: Logger(label: "test"))
        let result: Result<Value, any Error>
        do { result = .success(try await pool.transaction(body)) } catch { result = .failure(error) }
        await pool.close()
        return try result.get()
    }

    /// Runs an executable beside this one.
    private static func run(_ program: String, _ environment: [String: String]) async throws -> End {
        let process = Process()
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.executableURL = own.deletingLastPathComponent().appending(path: program)
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let ends = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in ends.continuation.finish() }
        try process.run()
        for await _ in ends.stream {}
        switch (process.terminationReason, process.terminationStatus) {
        case (.uncaughtSignal, SIGKILL): return .killed
        case (.exit, 0): return .done
        case (_, let status): return .failed(status)
        }
    }
}
