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
        /// Sizes and offset of 64 bits, as the directory gives them where the short ones are all ones; none where empty.
        var long: [UInt64] = []
    }

    /// What the long end record claims, and where the locator says it stands; the truth where nil.
    struct Long {
        var count: UInt64?
        var length: UInt64?
        var start: UInt64?
        var place: UInt64?
    }

    var entries: [Entry]
    /// The number of entries the end record claims; the truth where nil.
    var claimedCount: Int?
    var comment: [UInt8] = []
    /// With a long end record (zip64).
    var long: Long?

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
            let extra =
                entry.long.isEmpty
                ? [] : Self.int16(1) + Self.int16(8 * entry.long.count) + entry.long.flatMap(Self.int64)
            directory += [0x50, 0x4B, 1, 2] + Self.int16(20) + common.dropLast(2) + Self.int16(extra.count)
            directory += Self.int16(0) + Self.int16(0) + Self.int16(0) + Self.int32(0) + Self.int32(offset) + name
            directory += extra
        }
        let start = bytes.count
        bytes += directory
        if let long { bytes += Self.record(long, directory: directory.count, at: start, entries: entries.count) }
        let count = claimedCount ?? (long == nil ? entries.count : 0xFFFF)
        bytes += [0x50, 0x4B, 5, 6] + Self.int16(0) + Self.int16(0) + Self.int16(count) + Self.int16(count)
        return bytes + Self.int32(directory.count) + Self.int32(start) + Self.int16(comment.count) + comment
    }

    /// The long end record and its locator.
    private static func record(_ long: Long, directory length: Int, at start: Int, entries: Int) -> [UInt8] {
        let count = long.count ?? UInt64(entries)
        var record: [UInt8] = [0x50, 0x4B, 6, 6] + int64(44) + int16(45) + int16(45) + int32(0) + int32(0)
        record += int64(count) + int64(count) + int64(long.length ?? UInt64(length))
        record += int64(long.start ?? UInt64(start))
        return record + [0x50, 0x4B, 6, 7] + int32(0) + int64(long.place ?? UInt64(start + length)) + int32(1)
    }

    private static func int16(_ value: Int) -> [UInt8] { [0, 8].map { UInt8(truncatingIfNeeded: value >> $0) } }
    private static func int32(_ value: Int) -> [UInt8] {
        [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    private static func int64(_ value: UInt64) -> [UInt8] {
        stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: value >> UInt64($0)) }
    }
}
