/// Makes zip archives byte by byte, honest and hostile ones.
struct ZipBuilder {
    struct Entry {
        var name: String
        var data: [UInt8] = Array("x".utf8)
        /// What the directory claims; the truth where nil.
        var unpacked: Int?
        var compressed: Int?
        var method = 8
        var flags = 0
        /// Where the directory says it stands; the truth where nil.
        var offset: Int?
    }

    var entries: [Entry]
    /// The number of entries the end record claims; the truth where nil.
    var claimedCount: Int?
    var comment: [UInt8] = []

    init(_ names: String...) { entries = names.map { Entry(name: $0) } }

    init(_ entries: [Entry]) { self.entries = entries }

    /// A Word file, as far as its directory tells, with further entries.
    static func word(_ further: Entry...) -> ZipBuilder {
        var zip = ZipBuilder("[Content_Types].xml", "_rels/.rels", "word/document.xml")
        zip.entries += further
        return zip
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let name = Array(entry.name.utf8)
            let offset = entry.offset ?? bytes.count
            let sizes =
                Self.int32(0) + Self.int32(entry.compressed ?? entry.data.count)
                + Self.int32(entry.unpacked ?? entry.data.count)
            let common =
                Self.int16(20) + Self.int16(entry.flags) + Self.int16(entry.method) + Self.int32(0) + sizes
                + Self.int16(name.count) + Self.int16(0)
            bytes += [0x50, 0x4B, 3, 4] + common + name + entry.data
            directory += [0x50, 0x4B, 1, 2] + Self.int16(20) + common + Self.int16(0) + Self.int16(0) + Self.int16(0)
            directory += Self.int32(0) + Self.int32(offset) + name
        }
        let count = claimedCount ?? entries.count
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6] + Self.int16(0) + Self.int16(0) + Self.int16(count) + Self.int16(count)
        return bytes + Self.int32(directory.count) + Self.int32(start) + Self.int16(comment.count) + comment
    }

    private static func int16(_ value: Int) -> [UInt8] { [0, 8].map { UInt8(truncatingIfNeeded: value >> $0) } }
    private static func int32(_ value: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
