/// One range of a file, as `Range` asks for it.
enum ByteRange {
    /// The bytes a header asks for; nil where all are meant, as for several ranges or other units.
    ///
    /// - Throws: ``AttachmentRefusal/range`` where none of them is in the file.
    static func read(_ header: String?, of size: Int) throws(AttachmentRefusal) -> Range<Int>? {
        guard let header, header.hasPrefix("bytes=") else { return nil }
        let text = header.dropFirst("bytes=".count)
        let sides = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { side in
            side.filter { $0 != " " }
        }
        guard !text.contains(","), sides.count == 2, !sides[0].isEmpty || !sides[1].isEmpty,
            sides.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } && $0.count < 19 })
        else { return nil }
        guard let first = Int(sides[0]) else {
            let last = min(size, Int(sides[1]) ?? 0)
            guard last > 0 else { throw .range }
            return size - last..<size
        }
        let end = sides[1].isEmpty ? size - 1 : min(size - 1, Int(sides[1]) ?? 0)
        if let asked = Int(sides[1]), asked < first { return nil }
        guard first < size else { throw .range }
        return first..<end + 1
    }
}
