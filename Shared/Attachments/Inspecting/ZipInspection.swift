/// Which of our kinds a zip archive is, and whether it is harmless, told by its directory alone.
enum ZipInspection {
    /// The most bytes all entries may unpack to.
    static let mostUnpacked = 500_000_000
    /// The most times larger it may get.
    static let mostRatio = 100

    /// The kind of an archive; nil where it is a zip of no kind we take.
    ///
    /// - Throws: ``AttachmentRefusal``, or what reading threw.
    static func kind(size: Int, read: (Range<Int>) throws -> [UInt8]) throws -> FileKind? {
        let directory = try ZipDirectory(size: size, read: read)
        try measure(directory)
        let names = directory.entries.map { $0.name.lowercased() }
        for name in names { try check(name) }
        let set = Set(names)
        let kind = Self.kind(set)
        if kind == nil, Self.isProgram(set) { throw AttachmentRefusal.executable }
        guard !directory.entries.contains(where: { $0.flags & 0x41 != 0 }) else { throw AttachmentRefusal.encrypted }
        try checkLocalHeaders(directory, read: read)
        return kind
    }

    private static func measure(_ directory: ZipDirectory) throws {
        var (compressed, unpacked) = (0, 0)
        for entry in directory.entries {
            guard entry.compressed <= directory.start, entry.unpacked <= mostUnpacked else {
                throw entry.unpacked > mostUnpacked ? AttachmentRefusal.bomb : .damaged(nil)
            }
            compressed += entry.compressed
            unpacked += entry.unpacked
        }
        guard unpacked <= mostUnpacked, unpacked <= max(1, compressed) * mostRatio else {
            throw AttachmentRefusal.bomb
        }
    }

    /// Refuses paths that leave the archive, things that run, and archives in the archive.
    private static func check(_ name: String) throws {
        guard !name.hasPrefix("/"), !name.contains("\\"), !name.contains("\0"), !name.contains(":"),
            !name.split(separator: "/").contains("..")
        else { throw AttachmentRefusal.damaged(nil) }
        let last = name.split(separator: "/").last ?? ""
        if last == "vbaproject.bin" || name.contains("/activex/") || name.hasPrefix("xl/macrosheets/") {
            throw AttachmentRefusal.macros
        }
        guard let dot = last.lastIndex(of: ".") else { return }
        let ending = String(last[last.index(after: dot)...])
        if ["exe", "dll", "com", "bat", "cmd", "vbs", "ps1", "js", "jar", "class", "dex", "so", "msi", "scr", "hta"]
            .contains(ending)
        {
            throw AttachmentRefusal.executable
        }
        // A chart in a Word file carries its table as a workbook; that is not packed into anything but itself.
        if ["zip", "rar", "7z", "gz", "tar", "bz2", "xz", "cab", "iso"].contains(ending) {
            throw AttachmentRefusal.nested
        }
    }

    private static func kind(_ names: Set<String>) -> FileKind? {
        if names.contains("ofd.xml") { return .ofd }
        guard names.contains("[content_types].xml") else { return nil }
        if names.contains("xl/workbook.bin") { return nil }
        if names.contains("word/document.xml") { return .docx }
        if names.contains("xl/workbook.xml") { return .xlsx }
        if names.contains("ppt/presentation.xml") { return .pptx }
        return nil
    }

    private static func isProgram(_ names: Set<String>) -> Bool {
        names.contains("meta-inf/manifest.mf") || names.contains("androidmanifest.xml")
            || names.contains("classes.dex")
    }

    /// Each entry must stand where the directory says, whole, and none on another: overlapping data is how small bombs get large.
    private static func checkLocalHeaders(
        _ directory: ZipDirectory,
        read: (Range<Int>) throws -> [UInt8]
    ) throws {
        var free = 0
        for entry in directory.entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= free, entry.offset <= directory.start - 30 else { throw overlap(entry, free) }
            let header = LittleEndian(try read(entry.offset..<(entry.offset + 30)))
            let data = entry.offset + 30 + header.int16(26) + header.int16(28)
            guard header.int32(0) == 0x0403_4B50, header.int16(26) == entry.nameBytes,
                data <= directory.start, entry.compressed <= directory.start - data
            else { throw AttachmentRefusal.damaged(nil) }
            if entry.method == 0, entry.compressed >= 4 {
                let length = min(entry.compressed, 64)
                switch ContentSign(try read(data..<(data + length))[...]) {
                case .zip where !entry.name.lowercased().contains("embeddings/"): throw AttachmentRefusal.nested
                case .executable: throw AttachmentRefusal.executable
                default: break
                }
            }
            free = data + entry.compressed
        }
    }

    private static func overlap(_ entry: ZipDirectory.Entry, _ free: Int) -> AttachmentRefusal {
        entry.offset < free ? .bomb : .damaged(nil)
    }
}
