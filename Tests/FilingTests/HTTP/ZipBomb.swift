/// A Word file whose directory claims half a gigabyte of text.
enum ZipBomb {
    static func docx() throws -> [UInt8] {
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, unpacked) in [("[Content_Types].xml", 1), ("_rels/.rels", 1), ("word/document.xml", 500_000_001)] {
            let offset = bytes.count
            let sizes = int(0, 4) + int(1, 4) + int(unpacked, 4)
            let common = int(20, 2) + int(0, 2) + int(8, 2) + int(0, 4) + sizes + int(name.utf8.count, 2) + int(0, 2)
            bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + Array("x".utf8)
            directory += [0x50, 0x4B, 1, 2] + int(20, 2) + common + int(0, 2) + int(0, 2) + int(0, 2) + int(0, 4)
            directory += int(offset, 4) + Array(name.utf8)
        }
        let start = bytes.count
        return bytes + directory + [0x50, 0x4B, 5, 6] + int(0, 2) + int(0, 2) + int(3, 2) + int(3, 2)
            + int(directory.count, 4) + int(start, 4) + int(0, 2)
    }

    private static func int(_ value: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
