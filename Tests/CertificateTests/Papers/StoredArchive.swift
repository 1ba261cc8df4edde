/// Zip archives of stored files, as simple as they can be.
enum StoredArchive {
    static func of(_ files: [(name: [UInt8], bytes: [UInt8])], isLocked: Bool = false) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, bytes) in files {
            let place = archive.count
            // Version, flags, method, time and date, checksum, both sizes, and how long the name is.
            let common =
                little(20, 2) + little(isLocked ? 1 : 0, 2) + little(0, 2) + little(0, 4)
                + little(Int(Portrait.checksum(bytes)), 4)
                + little(bytes.count, 4) + little(bytes.count, 4) + little(name.count, 2) + little(0, 2)
            archive += little(0x0403_4B50, 4) + common + name + bytes
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 10) + little(place, 4) + name
        }
        return archive + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
    }

    static func of(_ files: [(name: String, bytes: [UInt8])], isLocked: Bool = false) -> [UInt8] {
        of(files.map { (Array($0.name.utf8), $0.bytes) }, isLocked: isLocked)
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> ($0 * 8)) : 0 }
    }
}
