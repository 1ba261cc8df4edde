import Foundation
import Kernel

/// Debian's Chromium, without a window: what a page is after its scripts have run.
enum Chromium {
    struct Failure: Error {
        let output: String
    }

    /// A folder that is gone when the body ends.
    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "page-\(NewID.v7().lowercase)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The page as it stands once nothing is waited for any more.
    static func page(_ address: String, in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/chromium")
        process.arguments = [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--user-data-dir=\(folder.path())/profile", "--virtual-time-budget=20000", "--dump-dom", address,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        guard process.terminationStatus == 0, text.contains("<html") else { throw Failure(output: text) }
        return text
    }

    /// Serves a folder over http while the body runs.
    static func serving<Value>(_ folder: URL, _ body: (String) throws -> Value) throws -> Value {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-u", "-c",
            """
            import http.server, os, sys, threading
            os.chdir(sys.argv[1])
            class Quiet(http.server.SimpleHTTPRequestHandler):
                def log_message(self, *words): pass
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(server.server_address[1], flush=True)
            sys.stdin.read()  # ends with whoever started it, whatever signals that one blocks
            """,
            folder.path(),
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
        }
        let port = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        return try body("http://127.0.0.1:\(port.trimmingCharacters(in: .whitespacesAndNewlines))")
    }

    /// The text of an element by its id, without marks.
    static func element(_ id: String, of page: String) -> String {
        guard let start = page.range(of: "id=\"\(id)\""), let open = page[start.upperBound...].firstIndex(of: ">"),
            let close = page[open...].range(of: "</")
        else { return "" }
        return String(page[page.index(after: open)..<close.lowerBound])
    }
}
