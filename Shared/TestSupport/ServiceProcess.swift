import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// One running `<program> serve`, the executable that lies beside this one.
package final class ServiceProcess {
    private let process = Process()
    private let ends = AsyncStream<Void>.makeStream()

    /// Starts it with these settings and no others of ours.
    ///
    /// - Parameters:
    ///   - program: The name of the executable.
    ///   - settings: Its environment, beside what is not ours.
    /// - Throws: What kept it from being started.
    package init(_ program: String, _ settings: [String: String]) throws {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appending(path: program).path(percentEncoded: false)
        // The threads of a test block all signals, and a child takes that over: it could not be asked to end.
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--default-signal", path, "serve"]
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
