extension IdentityPhoto {
    /// How many pixels a PNG or JPEG file says it has, without decoding it; nil where it is neither.
    package static func pixels(of bytes: [UInt8]) -> Int? {
        (try? PictureHeader(bytes)).map { $0.width * $0.height }
    }
}
