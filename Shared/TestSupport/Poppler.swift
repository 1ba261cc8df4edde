import Foundation

/// Another reader of PDF than the library that wrote it: poppler's command line tools.
package struct Poppler {
    /// The words of a file in reading order, page after page, as `pdftotext` finds them.
    package static func text(_ pdf: [UInt8], layout: Bool = false) throws -> String {
        try withFile(pdf) { try run("pdftotext", (layout ? ["-layout"] : []) + [$0, "-"]) }
    }

    /// The words of each page.
    package static func pages(_ pdf: [UInt8]) throws -> [String] {
        try text(pdf).split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// What `pdfinfo` says, by name.
    package static func information(_ pdf: [UInt8]) throws -> [String: String] {
        let output = try withFile(pdf) { try run("pdfinfo", ["-isodates", $0]) }
        var values: [String: String] = [:]
        for line in output.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            values[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        return values
    }

    /// The fonts of a file and whether each is embedded, as `pdffonts` lists them.
    package static func fonts(_ pdf: [UInt8]) throws -> String { try withFile(pdf) { try run("pdffonts", [$0]) } }

    /// The pictures of a file, as `pdfimages -list` lists them.
    package static func images(_ pdf: [UInt8]) throws -> String {
        try withFile(pdf) { try run("pdfimages", ["-list", $0]) }
    }

    /// What zbar reads in the QR codes of a file's first page, printed with so many dots to the inch.
    package static func codes(_ pdf: [UInt8], resolution: Int) throws -> String {
        try withFile(pdf) { file in
            let picture = file + "-page"
            defer { try? FileManager.default.removeItem(atPath: picture + ".png") }
            _ = try run("pdftoppm", ["-r", "\(resolution)", "-gray", "-png", "-singlefile", file, picture])
            return try run(
                "zbarimg",
                ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture + ".png"],
                errors: false
            )
        }
    }

    package struct Failure: Error {
        let command: String
        let output: String
    }

    private static func withFile<Value>(_ pdf: [UInt8], _ body: (String) throws -> Value) throws -> Value {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path())
    }

    private static func run(_ command: String, _ arguments: [String], errors: Bool = true) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command] + arguments
        let output = Pipe()
        process.standardOutput = output
        // zbar complains there that it has no desktop to talk to.
        process.standardError = errors ? output : FileHandle.nullDevice
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: bytes, as: UTF8.self)
        // poppler warns on the same stream; a warning is a defect of ours as well.
        guard process.terminationStatus == 0, !text.contains("Syntax Error") else {
            throw Failure(command: command, output: text)
        }
        return text
    }
}
