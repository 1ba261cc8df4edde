/// Which old Office format a compound file is, told by the names of the streams in it (UTF-16 in its directory).
struct CompoundInspection {
    private static let names = [
        "WordDocument", "Workbook", "Book\0", "PowerPoint Document", "_VBA_PROJECT", "EncryptedPackage",
    ]

    private var search = PatternSearch(names.map { name in name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] } })

    mutating func take(_ bytes: [UInt8]) { search.take(bytes) }

    /// The kind, preferring the one a name ends in where a file holds another inside; nil for other compound files.
    ///
    /// - Throws: ``AttachmentRefusal``.
    func kind(ending: String?) throws(AttachmentRefusal) -> FileKind? {
        func has(_ name: String) -> Bool { Self.names.firstIndex(of: name).map(search.found.contains) ?? false }
        if has("_VBA_PROJECT") { throw .macros }
        if has("EncryptedPackage") { throw .encrypted }
        var kinds: [FileKind] = []
        if has("WordDocument") { kinds.append(.doc) }
        if has("PowerPoint Document") { kinds.append(.ppt) }
        if has("Workbook") || has("Book\0") { kinds.append(.xls) }
        return kinds.first { kind in ending.map(kind.endings.contains) ?? false } ?? kinds.first
    }
}
