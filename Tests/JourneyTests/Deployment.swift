import Foundation
import Synchronization
import TestSupport

/// The project's own `deploy/up`, run on the executables of this build.
struct Deployment {
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
        // The threads of a test block all signals, and a child takes that over: nothing it starts could ever be stopped.
        process.executableURL = URL(filePath: "/usr/bin/env")
        let command = Repository.root.appending(path: "deploy/up").path(percentEncoded: false)
        process.arguments = ["--default-signal", command, "--demo"] + options
        var environment = ProcessInfo.processInfo.environment
        environment["GONGJIANG_PROGRAMS"] = programs
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // A file and not a pipe: it is read while the command runs and after, whatever its children keep open.
        let file = FileManager.default.temporaryDirectory.appending(path: "journey-\(UUID().uuidString).log")
        try Data().write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let writer = try FileHandle(forWritingTo: file)
        let reader = try FileHandle(forReadingFrom: file)
        process.standardOutput = writer
        process.standardError = writer
        try process.run()
        var output = Data()
        var line = Data()
        var isRunning = true
        while isRunning {
            try await Task.sleep(for: .milliseconds(50))
            isRunning = process.isRunning
            for byte in try reader.readToEnd() ?? Data() {
                output.append(byte)
                guard byte == 0x0a else {
                    line.append(byte)
                    continue
                }
                meanwhile(String(decoding: line, as: UTF8.self))
                line = Data()
            }
        }
        return Outcome(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
