/// A PNG or JPEG picture.
///
/// JPEG is put into the file byte for byte, turned as its Exif note says.
package struct PaperImage: Hashable, Sendable {
    /// Pictures of more pixels are refused, so that a small file cannot ask for all memory.
    package static let largestPixelCount = 60_000_000

    package var bytes: [UInt8]
    /// Width in millimetres; nil takes what the height gives, or 96 pixels to the inch, at most the column.
    package var width: Double?
    /// Height in millimetres; with a width as well the picture is fitted into that box, never stretched.
    package var height: Double?
    package var alignment: TextAlignment

    /// Takes a picture.
    package init(_ bytes: [UInt8], width: Double? = nil, height: Double? = nil, alignment: TextAlignment = .left) {
        self.bytes = bytes
        self.width = width
        self.height = height
        self.alignment = alignment
    }
}

/// A QR code on paper, with its quiet zone and words below.
package struct PrintedCode: Hashable, Sendable {
    package var code: QRCode
    /// The side of the white square, quiet zone included, in millimetres.
    package var side: Double
    package var caption: String
    package var alignment: TextAlignment

    /// Takes a code that is made already.
    package init(_ code: QRCode, side: Double = 30, caption: String = "", alignment: TextAlignment = .left) {
        self.code = code
        self.side = side
        self.caption = caption
        self.alignment = alignment
    }
}

/// A line across the column.
package struct Rule: Hashable, Sendable {
    /// Points.
    package var thickness: Double
    package var ink: Ink

    /// Makes a line.
    package init(thickness: Double = 0.75, ink: Ink = .black) {
        self.thickness = thickness
        self.ink = ink
    }
}
