import Kernel

/// The files of a zip archive a person handed in, read one after the other and never more than the limits allow.
///
/// Folders, and what systems put beside people's files, are left out. Names that are not UTF-8 are read as GB18030, as a
/// Chinese Windows packs them.
package final class PackedFiles {
    /// One file.
    package struct File: Hashable, Sendable {
        /// Its path in the archive; nil where it is in no encoding people's files have.
        package let path: String?
        let place: UInt64

        /// The path without its folders.
        package var name: String? {
            path.map { String($0.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? "") }
        }
    }

    /// The files, in the order of the archive.
    package let files: [File]
    private let archive: ZipArchive

    /// Opens an archive.
    ///
    /// - Parameters:
    ///   - bytes: The archive.
    ///   - most: The most files it may have.
    ///   - limits: How much may be read of it.
    /// - Throws: ``SpreadsheetError``: too large, damaged, or a bomb.
    package init(_ bytes: [UInt8], most: Int, limits: ReadingLimits) throws(SpreadsheetError) {
        guard bytes.count <= limits.fileBytes else { throw .tooLarge(most: limits.fileBytes) }
        archive = try ZipArchive(.bytes(bytes), limits: limits)
        var files: [File] = []
        for place in 0..<archive.count {
            let bytes = archive.name(at: place)
            guard bytes.last != UInt8(ascii: "/") else { continue }
            let file = File(path: FileText.decode(bytes), place: place)
            if let path = file.path, let name = file.name, !Self.isPeoples(path, name) { continue }
            files.append(file)
            guard files.count <= most else { throw .tooManyRows(most: most) }
        }
        self.files = files
    }

    /// The bytes of a file; nil where they are more than `most`.
    ///
    /// - Throws: ``SpreadsheetError``: encrypted, damaged, or a bomb.
    package func bytes(of file: File, most: Int) throws(SpreadsheetError) -> [UInt8]? {
        let part = try archive.part(at: file.place, name: file.path ?? "")
        var bytes: [UInt8] = []
        while true {
            let piece = try part.next()
            guard !piece.isEmpty else { return bytes }
            guard bytes.count + piece.count <= most else { return nil }
            bytes += piece
        }
    }

    private static func isPeoples(_ path: String, _ name: String) -> Bool {
        !path.hasPrefix("__MACOSX/") && !name.hasPrefix(".") && !name.isEmpty
            && !["thumbs.db", "desktop.ini"].contains(name.lowercased())
    }
}
