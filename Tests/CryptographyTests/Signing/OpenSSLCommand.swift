import Foundation
import Kernel

/// The `openssl` command in a folder that is gone when the body ends.
struct OpenSSLCommand {
    let folder: URL

    static func with<Value>(_ body: (OpenSSLCommand) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "openssl-\(NewID.v7().lowercase)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(OpenSSLCommand(folder: folder))
    }

    func write(_ bytes: [UInt8], to file: String) throws { try Data(bytes).write(to: folder.appending(path: file)) }

    func read(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: file))) }

    /// Runs it; the exit status and what it printed.
    func run(_ arguments: String...) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
