/// What the first bytes of a picture say: whether it is one, how large, and which side is up.
struct PictureHeader {
    enum Format { case png, jpeg }

    let format: Format
    /// Pixels as stored.
    let width: Int
    let height: Int
    let orientation: Orientation

    /// Whether width and height change places when it is seen.
    var isTurned: Bool { orientation.matrix.xx == 0 }

    init(_ bytes: [UInt8]) throws(DocumentError) {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard bytes.count >= 33 else { throw .unreadableImage("a PNG that ends in its header") }
            format = .png
            width = bytes.bigEndian(at: 16, count: 4)
            height = bytes.bigEndian(at: 20, count: 4)
            orientation = .upright
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            let segments = try JPEGSegments(bytes)
            format = .jpeg
            width = segments.width
            height = segments.height
            orientation = segments.orientation
        } else {
            throw .unreadableImage("neither PNG nor JPEG")
        }
        guard (1...32767).contains(width), (1...32767).contains(height) else {
            throw .unreadableImage("\(width) × \(height) pixels")
        }
    }
}

/// The eight ways a camera may have been held (Exif 2.3, tag 274).
struct Orientation: Equatable {
    let rawValue: Int

    static let upright = Orientation(rawValue: 1)

    /// Where the picture's axes point in a box of side 1.
    var matrix: (xx: Double, yx: Double, xy: Double, yy: Double, x0: Double, y0: Double) {
        switch rawValue {
        case 2: (-1, 0, 0, 1, 1, 0)
        case 3: (-1, 0, 0, -1, 1, 1)
        case 4: (1, 0, 0, -1, 0, 1)
        case 5: (0, 1, 1, 0, 0, 0)
        case 6: (0, 1, -1, 0, 1, 0)
        case 7: (0, -1, -1, 0, 1, 1)
        case 8: (0, -1, 1, 0, 0, 1)
        default: (1, 0, 0, 1, 0, 0)
        }
    }
}

/// The segments of a JPEG file up to its pixels.
private struct JPEGSegments {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var orientation = Orientation.upright

    init(_ bytes: [UInt8]) throws(DocumentError) {
        var position = 2
        while position + 4 <= bytes.count {
            guard bytes[position] == 0xFF else { throw .unreadableImage("a broken JPEG segment") }
            let marker = bytes[position + 1]
            if marker == 0xFF {
                position += 1
                continue
            }
            let length = bytes.bigEndian(at: position + 2, count: 2)
            let end = position + 2 + length
            guard length >= 2, end <= bytes.count else { throw .unreadableImage("a JPEG that is cut short") }
            switch marker {
            // Start of frame: baseline, extended or progressive; cairo and viewers know no other.
            case 0xC0, 0xC1, 0xC2:
                guard length >= 8 else { throw .unreadableImage("a broken JPEG frame") }
                height = bytes.bigEndian(at: position + 5, count: 2)
                width = bytes.bigEndian(at: position + 7, count: 2)
            case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .unreadableImage("a JPEG of a rare kind")
            case 0xE1: orientation = Self.orientation(in: bytes[(position + 4)..<end]) ?? orientation
            case 0xDA:
                guard width > 0, bytes[end...].hasEndOfImage else { throw .unreadableImage("a JPEG that is cut short") }
                return
            default: break
            }
            position = end
        }
        throw .unreadableImage("a JPEG without pixels")
    }

    private static func orientation(in segment: ArraySlice<UInt8>) -> Orientation? {
        guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
        let tiff = Array(segment.dropFirst(6))
        guard tiff.count >= 8 else { return nil }
        let isLittle = tiff[0] == 0x49
        func number(at offset: Int, count: Int) -> Int? {
            guard offset >= 0, offset + count <= tiff.count else { return nil }
            let bytes = tiff[offset..<(offset + count)]
            return (isLittle ? Array(bytes.reversed()) : Array(bytes)).bigEndian(at: 0, count: count)
        }
        guard let directory = number(at: 4, count: 4), let entries = number(at: directory, count: 2) else { return nil }
        for entry in 0..<entries {
            let offset = directory + 2 + 12 * entry
            guard let tag = number(at: offset, count: 2) else { return nil }
            if tag == 0x0112, let value = number(at: offset + 8, count: 2), (1...8).contains(value) {
                return Orientation(rawValue: value)
            }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Whether a JPEG's end marker follows; cameras may write bytes after it.
    fileprivate var hasEndOfImage: Bool {
        var position = endIndex - 2
        while position >= startIndex {
            if self[position] == 0xFF, self[position + 1] == 0xD9 { return true }
            position -= 1
        }
        return false
    }
}

extension [UInt8] {
    fileprivate func bigEndian(at offset: Int, count: Int) -> Int {
        self[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
    }
}
