import Foundation
import Testing

/// Another reader of PDF than the library that wrote it.
enum Poppler {
    /// The words of a file in reading order, without the breaks of its lines.
    static func text(_ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        if let folder = ProcessInfo.processInfo.environment["GONGJIANG_KEEP_PAPERS"] {
            try Data(pdf).write(to: URL(filePath: folder).appending(path: "\(pdf.count).pdf"))
        }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pdftotext", "-raw", file.path(), "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
    }
}
