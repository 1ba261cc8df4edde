import Foundation

/// The files of the repository, for tests that read what is written there.
package enum Repository {
    /// The folder that holds Package.swift.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The text of a file.
    ///
    /// - Parameter path: Where it is, from the root.
    /// - Returns: The text.
    /// - Throws: When there is no such file, or it is not UTF-8.
    package static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The Swift sources at a path: of a folder all below it, by their paths from the root.
    ///
    /// - Parameter path: A folder or a file, from the root.
    /// - Returns: The paths, sorted.
    /// - Throws: When a folder cannot be listed.
    package static func sources(_ path: String) throws -> [String] {
        if path.hasSuffix(".swift") { return [path] }
        let folder = root.appending(path: path).path(percentEncoded: false)
        return try FileManager.default.subpathsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".swift") }.map { "\(path)/\($0)" }.sorted()
    }
}
