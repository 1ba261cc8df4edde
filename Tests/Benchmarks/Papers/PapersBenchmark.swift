import ArgumentParser
import Documents
import Foundation
import Glibc

/// Prints certificates and says what it took; Papers/measure.py starts it by turns with another library.
struct PapersBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "papers",
        abstract: "Certificates as single files, or as pages of one file, on one thread; writes JSON."
    )

    enum Form: String, ExpressibleByArgument { case single, batch }

    @Argument(help: "single: a file each; batch: one file.")
    var form: Form
    @Option(help: "Certificates.")
    var count = 1000
    @Option(help: "An installed TrueType family.")
    var font = "HanaMinA"
    @Option(help: "A JPEG photo.")
    var photo: String
    @Flag(help: "With both codes.")
    var codes = false
    @Option(help: "Where the last file is left to be looked at.")
    var output: String

    func run() throws {
        let sheet = CertificateSheet(
            font: font,
            photo: [UInt8](try Data(contentsOf: URL(filePath: photo))),
            hasCodes: codes
        )
        guard FileManager.default.createFile(atPath: output, contents: nil),
            let file = FileHandle(forWritingAtPath: output)
        else { throw ValidationError("\(output) cannot be written") }
        // What is read once, as fonts are, is not measured.
        _ = try sheet.document(0).pdf()
        let start = clock()
        switch form {
        case .single:
            for index in 1...count {
                let pdf = try sheet.document(index).pdf()
                if index == count { try file.write(contentsOf: pdf) }
            }
        case .batch:
            let batch = DocumentBatch(information: try sheet.document(1).information, count: count) {
                try sheet.document($0 + 1)
            }
            try batch.write(to: { try file.write(contentsOf: $0) })
        }
        let seconds = Double(clock() - start) / 1_000_000
        print(#"{"count": \#(count), "seconds": \#(seconds), "peak": \#(try Self.peak())}"#)
    }

    /// The most memory this process has had, in KiB.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
