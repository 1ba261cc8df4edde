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
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        let (pieces, continuation) = AsyncStream.makeStream(of: Data.self)
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let piece = handle.availableData
            if piece.isEmpty { continuation.finish() } else { continuation.yield(piece) }
        }
        try process.run()
        var output = Data()
        var line = Data()
        for await piece in pieces {
            output += piece
            for byte in piece {
                guard byte == 0x0a else {
                    line.append(byte)
                    continue
                }
                meanwhile(String(decoding: line, as: UTF8.self))
                line = Data()
            }
        }
        pipe.fileHandleForReading.readabilityHandler = nil
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }
}
