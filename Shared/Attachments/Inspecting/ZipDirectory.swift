/// The directory of a zip archive, read without unpacking anything.
struct ZipDirectory {
    struct Entry {
        let name: String
        let nameBytes: Int
        let flags: UInt16
        let method: UInt16
        let compressed: Int
        let unpacked: Int
        /// Where its local header stands.
        let offset: Int
    }

    /// The most entries.
    static let mostEntries = 10_000
    /// The most bytes of the directory itself.
    private static let mostBytes = 4 << 20

    let entries: [Entry]
    /// Where the directory begins; the entries' data stand before it.
    let start: Int

    /// Reads the directory of an archive.
    ///
    /// - Parameters:
    ///   - size: The length of the archive.
    ///   - read: Its bytes.
    /// - Throws: ``AttachmentRefusal``, or what reading threw.
    init(size: Int, read: (Range<Int>) throws -> [UInt8]) throws {
        let tailStart = max(0, size - 65_557)
        let tail = LittleEndian(try read(tailStart..<size))
        guard let end = Self.endRecord(in: tail) else { throw AttachmentRefusal.damaged(nil) }
        var count = tail.int16(end + 10)
        var length = tail.int32(end + 12)
        var start = tail.int32(end + 16)
        var limit = tailStart + end
        if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            // Zip64: a locator of 20 bytes stands before the end record and tells where the long one is. The numbers are
            // anything up to the largest there is, so they are compared before anything is added to them.
            guard end >= 20, tail.int32(end - 20) == 0x0706_4B50, let place = Int(exactly: tail.int64(end - 12)),
                place <= limit - 56
            else { throw AttachmentRefusal.damaged(nil) }
            let record = LittleEndian(try read(place..<(place + 56)))
            guard record.int32(0) == 0x0606_4B50, let longCount = Int(exactly: record.int64(32)),
                let longLength = Int(exactly: record.int64(40)), let longStart = Int(exactly: record.int64(48))
            else { throw AttachmentRefusal.damaged(nil) }
            (count, length, start, limit) = (longCount, longLength, longStart, place)
        }
        guard count <= Self.mostEntries, length <= Self.mostBytes else { throw AttachmentRefusal.bomb }
        guard count > 0, length >= 46 * count, start <= limit, length <= limit - start else {
            throw AttachmentRefusal.damaged(nil)
        }
        self.start = start
        entries = try Self.entries(LittleEndian(try read(start..<(start + length))), count: count)
    }

    /// The record all readers begin with: the last one whose comment ends the file.
    private static func endRecord(in tail: LittleEndian) -> Int? {
        var index = tail.count - 22
        while index >= 0 {
            if tail.int32(index) == 0x0605_4B50, index + 22 + tail.int16(index + 20) == tail.count { return index }
            index -= 1
        }
        return nil
    }

    private static func entries(_ bytes: LittleEndian, count: Int) throws -> [Entry] {
        var entries: [Entry] = []
        var index = 0
        for _ in 0..<count {
            guard index + 46 <= bytes.count, bytes.int32(index) == 0x0201_4B50 else {
                throw AttachmentRefusal.damaged(nil)
            }
            let (name, extra, comment) = (
                bytes.int16(index + 28), bytes.int16(index + 30), bytes.int16(index + 32)
            )
            let end = index + 46 + name + extra + comment
            guard end <= bytes.count else { throw AttachmentRefusal.damaged(nil) }
            var sizes = [bytes.int32(index + 24), bytes.int32(index + 20), bytes.int32(index + 42)]
            let extraStart = index + 46 + name
            guard widen(&sizes, from: bytes, extraStart..<(extraStart + extra)) else {
                throw AttachmentRefusal.damaged(nil)
            }
            entries.append(
                Entry(
                    name: String(decoding: bytes.bytes[(index + 46)..<extraStart], as: UTF8.self),
                    nameBytes: name,
                    flags: UInt16(bytes.int16(index + 8)),
                    method: UInt16(bytes.int16(index + 10)),
                    compressed: sizes[1],
                    unpacked: sizes[0],
                    offset: sizes[2]
                )
            )
            index = end
        }
        return entries
    }

    /// Sizes and offset that do not fit in 32 bits stand in the extra field 1, in this order, only those that do not.
    private static func widen(_ sizes: inout [Int], from bytes: LittleEndian, _ extra: Range<Int>) -> Bool {
        guard sizes.contains(0xFFFF_FFFF) else { return true }
        var index = extra.lowerBound
        while index + 4 <= extra.upperBound {
            let (id, length) = (bytes.int16(index), bytes.int16(index + 2))
            index += 4
            guard index + length <= extra.upperBound else { return false }
            if id == 1 {
                var place = index
                for number in sizes.indices where sizes[number] == 0xFFFF_FFFF {
                    guard place + 8 <= index + length, let value = Int(exactly: bytes.int64(place)) else {
                        return false
                    }
                    sizes[number] = value
                    place += 8
                }
                return true
            }
            index += length
        }
        return false
    }
}

/// Numbers as zip writes them; the caller has checked that they are there, and knows nothing yet of their size.
struct LittleEndian {
    let bytes: [UInt8]
    var count: Int { bytes.count }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func int16(_ index: Int) -> Int { Int(bytes[index]) | Int(bytes[index + 1]) << 8 }
    func int32(_ index: Int) -> Int { int16(index) | int16(index + 2) << 16 }
    func int64(_ index: Int) -> UInt64 { UInt64(int32(index)) | UInt64(int32(index + 4)) << 32 }
}
