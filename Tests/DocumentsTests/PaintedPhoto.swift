/// A portrait of nobody, painted and written as a PNG file without compression.
enum PaintedPhoto {
    /// The file; the background is the same all over.
    static func png(width: Int = 358, height: Int = 501, background: UInt8 = 255) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width {
                let (across, down) = (Double(x) / Double(width) - 0.5, Double(y) / Double(height))
                if isIn(across, down, 0.42, 0.19, 0.17) {
                    rows += [226, 188, 164]
                } else if isIn(across, down, 0.36, 0.23, 0.2) {
                    rows += [40, 34, 32]
                } else if down > 0.62, isIn(across, down, 1.02, 0.42, 0.4) {
                    rows += [48, 66, 110]
                } else {
                    rows += [background, background, background]
                }
            }
        }
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += chunk("IHDR", bytes(UInt32(width)) + bytes(UInt32(height)) + [8, 2, 0, 0, 0])
        file += chunk("IDAT", stored(rows))
        return file + chunk("IEND", [])
    }

    private static func isIn(_ x: Double, _ y: Double, _ middle: Double, _ a: Double, _ b: Double) -> Bool {
        let (dx, dy) = (x / a, (y - middle) / b)
        return dx * dx + dy * dy < 1
    }

    private static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func chunk(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(kind.utf8) + content
        var sum = UInt32.max
        for byte in named {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return bytes(UInt32(content.count)) + named + bytes(~sum)
    }

    /// zlib's form with blocks that are only stored.
    private static func stored(_ content: [UInt8]) -> [UInt8] {
        var made: [UInt8] = [0x78, 0x01]
        var start = 0
        while start < content.count {
            let end = min(start + 65535, content.count)
            let count = UInt16(end - start)
            made += [end == content.count ? 1 : 0, UInt8(count & 255), UInt8(count >> 8)]
            made += [UInt8(~count & 255), UInt8(~count >> 8)] + content[start..<end]
            start = end
        }
        var (a, b) = (UInt32(1), UInt32(0))
        for byte in content {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        return made + bytes(b << 16 | a)
    }
}
