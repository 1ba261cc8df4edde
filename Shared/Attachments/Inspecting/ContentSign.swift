/// What the first bytes of a file say it is.
enum ContentSign: Hashable {
    /// Known for certain.
    case kind(FileKind)
    /// A zip archive; its directory tells which.
    case zip
    /// A compound file of old Office; the names in it tell which.
    case compound
    /// Something that runs.
    case executable
    /// Perhaps a text.
    case unknown

    /// How many bytes are looked at, where there are so many.
    static let headLength = 4096

    init(_ head: ArraySlice<UInt8>) {
        let head = Array(head.prefix(Self.headLength))
        func has(_ bytes: [UInt8], at offset: Int = 0) -> Bool {
            head.count >= offset + bytes.count && head[offset...].starts(with: bytes)
        }
        func has(_ text: String, at offset: Int = 0) -> Bool { has(Array(text.utf8), at: offset) }

        if Self.programs.contains(where: { has($0) }) || has("MZ") && head.contains(0) || has("#!") {
            self = .executable
        } else if has([0x50, 0x4B, 0x03, 0x04]) {
            self = .zip
        } else if has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .compound
        } else if has("%PDF-") {
            self = .kind(.pdf)
        } else if has([0xFF, 0xD8, 0xFF]) {
            self = .kind(.jpeg)
        } else if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .kind(.png)
        } else if has("GIF87a") || has("GIF89a") {
            self = .kind(.gif)
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .kind(.webp)
        } else if has("RIFF"), has("WAVE", at: 8) {
            self = .kind(.wav)
        } else if has("ftyp", at: 4), head.count >= 12 {
            self = Self.media(String(decoding: head[8..<12], as: UTF8.self))
        } else if has("ID3") || head.count > 3 && head[0] == 0xFF && [0xFB, 0xF3, 0xF2, 0xFA].contains(head[1]) {
            self = .kind(.mp3)
        } else {
            self = .unknown
        }
    }

    /// ELF, Mach-O in both orders and fat, Java classes, WebAssembly, Dalvik, Windows shortcuts.
    private static let programs: [[UInt8]] = [
        [0x7F, 0x45, 0x4C, 0x46], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE],
        [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE], [0x00, 0x61, 0x73, 0x6D], [0x64, 0x65, 0x78, 0x0A],
        [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
    ]

    /// By the brand of an ISO base media file.
    private static func media(_ brand: String) -> ContentSign {
        switch brand {
        case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1": .kind(.heic)
        case "qt  ": .kind(.quicktime)
        case "M4A ", "M4B ": .kind(.m4a)
        case _ where ["iso", "mp4", "avc", "M4V", "MSN", "3gp", "das"].contains { brand.hasPrefix($0) }: .kind(.mp4)
        default: .unknown
        }
    }
}
