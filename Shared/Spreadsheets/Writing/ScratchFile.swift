import Foundation

/// A file that is there as long as somebody holds it.
package final class ScratchFile: Sendable {
    package let path: String

    /// A name nobody else has, in the system's folder for such files.
    package init(ending: String) {
        path = FileManager.default.temporaryDirectory
            .appending(path: "gongjiang-\(UUID().uuidString).\(ending)").path(percentEncoded: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// How many bytes it has.
    package var size: Int {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    }

    /// Some of its bytes.
    package func bytes(_ range: Range<Int>) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: URL(filePath: path))
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(range.lowerBound))
        return [UInt8](try handle.read(upToCount: range.count) ?? Data())
    }

    /// All its bytes.
    package func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
}

extension WorkbookWriter {
    /// Writes a small workbook, like a template, to memory.
    package static func bytes(
        title: String,
        created: Date,
        _ write: (WorkbookWriter) throws -> Void
    ) throws -> [UInt8] {
        let file = ScratchFile(ending: "xlsx")
        let writer = try WorkbookWriter(path: file.path, title: title, created: created)
        try write(writer)
        try writer.finish()
        return try file.bytes()
    }
}
