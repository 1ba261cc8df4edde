import Foundation
import Synchronization

/// The project's own `deploy/up`, run on the executables of this build.
struct Deployment {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The folder of the executables: where this test's own is.
    static var programs: String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path(percentEncoded: false)
    }

    /// What a command said and how it ended.
    struct Outcome {
        let status: Int32
        let output: String

        var lastLines: String { output.split(separator: "\n").suffix(30).joined(separator: "\n") }
    }

    /// Runs `deploy/up --demo`; `meanwhile` is called with each line it prints.
    static func demo(
        _ options: [String] = [],
        meanwhile: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws
        -> Outcome
    {
        let process = Process()
        process.executableURL = root.appending(path: "deploy/up")
        process.arguments = ["--demo"] + options
        var environment = ProcessInfo.processInfo.environment
        environment["GONGJIANG_PROGRAMS"] = programs
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        var output = ""
        for try await line in pipe.fileHandleForReading.bytes.lines {
            output += line + "\n"
            meanwhile(line)
        }
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: output)
    }
}
