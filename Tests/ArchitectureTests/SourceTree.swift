import Foundation

/// A file of the repository, by its path from the root.
struct SourceFile: Sendable {
    let path: String
    let text: String

    /// Its lines without comments and without what stands in string literals over several lines.
    var code: [(number: Int, line: String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            return trimmed.hasPrefix("//") ? nil : (index + 1, String(line))
        }
    }
}

/// The repository as the tests read it.
enum SourceTree {
    /// The root, found from this file.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The files below a folder with one of these endings.
    static func files(below folder: String, endings: [String] = ["swift"]) throws -> [SourceFile] {
        let base = root.appending(path: folder)
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil) else { return [] }
        var files: [SourceFile] = []
        for case let url as URL in walk where endings.contains(url.pathExtension) {
            let path = url.path(percentEncoded: false).dropFirst(root.path(percentEncoded: false).count)
            files.append(SourceFile(path: String(path), text: try String(contentsOf: url, encoding: .utf8)))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The folders directly below a folder.
    static func folders(below folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false))
            .filter { !$0.hasPrefix(".") }.sorted()
    }
}
