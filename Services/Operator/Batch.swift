import ArgumentParser
import Foundation

/// The answer to one line of a batch.
struct BatchAnswer: Hashable {
    /// What is printed in the line's place.
    let text: String
    /// Whether the line could be answered.
    let isValid: Bool

    /// An answer.
    static func valid(_ text: String) -> BatchAnswer { BatchAnswer(text: text, isValid: true) }

    /// A stable reason in kebab case, and a sentence where it helps.
    static func invalid(_ reason: String, _ sentence: String = "") -> BatchAnswer {
        BatchAnswer(text: sentence.isEmpty ? "invalid \(reason)" : "invalid \(reason) \(sentence)", isValid: false)
    }
}

/// Lines from standard input, each answered by one line on standard output.
enum Batch {
    /// Answers every line in order; exits with 1 when one was invalid.
    static func run(_ answer: (Substring) -> BatchAnswer) throws {
        var output = Data()
        var areAllValid = true
        while let line = readLine() {
            let found = answer(line[...])
            areAllValid = areAllValid && found.isValid
            output.append(contentsOf: found.text.utf8)
            output.append(UInt8(ascii: "\n"))
            if output.count >= 1 << 16 {
                try FileHandle.standardOutput.write(contentsOf: output)
                output.removeAll(keepingCapacity: true)
            }
        }
        try FileHandle.standardOutput.write(contentsOf: output)
        if !areAllValid { throw ExitCode(1) }
    }
}
