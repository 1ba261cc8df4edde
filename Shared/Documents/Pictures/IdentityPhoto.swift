/// A person's photo as it is kept and printed: decoded whole, turned upright, brought to one size, without any notes of the camera.
package struct IdentityPhoto: Hashable, Sendable {
    /// What may be better about a photo that is taken all the same.
    package enum Hint: String, Codable, Sendable, CaseIterable {
        /// Fewer pixels than an inch print needs (295 × 413).
        case coarse
        /// Not as wide to high as an inch photo (25 mm × 35 mm).
        case ratio
        /// Around the head it is not white.
        case background
    }

    /// Files with more pixels are refused; a telephone's camera makes twelve million.
    package static let mostPixels = 12_600_000
    /// The size it is kept in at most: 35 mm high with 420 dots to the inch.
    static let kept = (width: 413, height: 579)
    private static let inch = (width: 295, height: 413)

    /// The photo as JPEG.
    package let jpeg: [UInt8]
    /// Pixels of the file that was sent, upright.
    package let width: Int
    /// Pixels of the file that was sent, upright.
    package let height: Int
    package let hints: [Hint]

    /// Reads a PNG or JPEG file.
    ///
    /// - Throws: `DocumentError.unreadableImage` where it is none, is cut short, has broken pixels or too many of them.
    package init(_ bytes: [UInt8]) throws(DocumentError) {
        let picture = try DecodedPicture(bytes, mostPixels: Self.mostPixels)
        width = picture.width
        height = picture.height
        let factor = min(
            1,
            Double(Self.kept.width) / Double(picture.width),
            Double(Self.kept.height) / Double(picture.height)
        )
        let sheet = try picture.drawn(
            width: max(1, Int((Double(picture.width) * factor).rounded())),
            height: max(1, Int((Double(picture.height) * factor).rounded()))
        )
        jpeg = try sheet.jpeg(quality: 92)
        var hints: [Hint] = []
        if picture.width < Self.inch.width || picture.height < Self.inch.height { hints.append(.coarse) }
        if !(0.68...0.78).contains(Double(picture.width) / Double(picture.height)) { hints.append(.ratio) }
        if sheet.aroundHead < 0.9 { hints.append(.background) }
        self.hints = hints
    }
}

extension PixelSheet {
    /// How white it is left and right of where the head is; the share of nearly white pixels.
    fileprivate var aroundHead: Double {
        let rows = 0..<max(1, height / 4)
        let edge = max(1, width / 8)
        return min(
            whiteness(columns: 0..<edge, rows: rows),
            whiteness(columns: (width - edge)..<width, rows: rows)
        )
    }
}
