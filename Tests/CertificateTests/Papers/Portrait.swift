/// Pictures of nobody, of any size: grey PNG files, not compressed.
enum Portrait {
    static func png(width: Int, height: Int) -> [UInt8] {
        let row: [UInt8] = [0] + (0..<width).map { UInt8(truncatingIfNeeded: 128 + $0 % 64) }
        let pixels = (0..<height).flatMap { _ in row }
        var stored: [UInt8] = [0x78, 0x01]
        var start = 0
        while start < pixels.count {
            let end = min(pixels.count, start + 65_535)
            let length = UInt16(end - start)
            stored += [end == pixels.count ? 1 : 0] + little(length) + little(~length) + pixels[start..<end]
            start = end
        }
        stored += big(adler(pixels))
        let header = big(UInt32(width)) + big(UInt32(height)) + [8, 0, 0, 0, 0]
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return signature + chunk("IHDR", header) + chunk("IDAT", stored) + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(type.utf8) + content
        return big(UInt32(content.count)) + named + big(checksum(named))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }

    private static func little(_ number: UInt16) -> [UInt8] {
        [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
    }

    private static func adler(_ bytes: [UInt8]) -> UInt32 {
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
