import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// One running `serve` of a service, the executable that lies beside the test's, so that it can be killed.
package final class Replica {
    private let process = Process()
    private let ends = AsyncStream<Void>.makeStream()

    /// Starts a service with these settings and no others of ours.
    ///
    /// - Parameters:
    ///   - service: The name of its executable.
    ///   - settings: Its environment; `CRASH_AT` names the crash point where it kills itself.
    /// - Throws: Where it cannot be started.
    package init(of service: String, _ settings: [String: String]) throws {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = own.deletingLastPathComponent().appending(path: service).path(percentEncoded: false)
        // The threads of a test block all signals, and a child takes that over: it could not be asked to end.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--default-signal", program, "serve"]
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GONGJIANG_") }
            .merging(settings) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.terminationHandler = { [ends] _ in ends.continuation.finish() }
        try process.run()
    }

    /// Waits until it has ended; answers whether it was killed, by itself at a crash point or by ``kill()``.
    package func wasKilled() async -> Bool {
        for await _ in ends.stream {}
        return process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGKILL
    }

    /// Kills it in the middle of whatever it does, and waits for its end.
    package func kill() async {
        if process.isRunning { _ = Glibc.kill(process.processIdentifier, SIGKILL) }
        for await _ in ends.stream {}
    }
}
