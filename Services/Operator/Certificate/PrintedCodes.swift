import Foundation

/// Reads QR codes from pictures and PDF files with the tools of the machine.
enum PrintedCodes {
    /// What the codes of a file say.
    ///
    /// - Throws: `OperatorError` where a tool is not there.
    static func read(_ file: String, isPDF: Bool) throws -> [String] {
        guard isPDF else { return try codes(file) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "gongjiang-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try run("pdftoppm", ["-r", "300", "-gray", "-png", file, folder.appending(path: "page").path()])
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
        return try pages.flatMap { try codes(folder.appending(path: $0).path()) }
    }

    private static func codes(_ picture: String) throws -> [String] {
        let output = try run("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture])
        return output.split(separator: "\n").map(String.init)
    }

    /// Runs a tool; what it says of errors is left out, and a page without codes is not one.
    private static func run(_ tool: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus != 127 else {
            throw OperatorError("本机没有 \(tool),请先用别的工具扫码,再把文字交给本命令。")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
