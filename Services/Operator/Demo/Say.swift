import Foundation

/// What the demonstration prints; every line at once, also into a pipe.
enum Say {
    /// A line as it is.
    static func line(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// One thing that happened in a step.
    static func that(_ text: String) { line("    \(text)") }

    /// An id as people can tell it apart: its end.
    static func short(_ id: String) -> String { "…" + id.lowercased().suffix(6) }
}
