/// One of several columns side by side.
package struct PaperColumn: Hashable, Sendable {
    /// Its share of the width beside the other weights.
    package var weight: Double
    package var blocks: [PaperBlock]

    /// Makes a column.
    package init(weight: Double = 1, _ blocks: [PaperBlock]) {
        self.weight = weight
        self.blocks = blocks
    }
}

/// A fixed place on the page, in millimetres from its upper left corner.
package struct Placement: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    /// With a height the content stands in the middle of it and may not be taller.
    package var height: Double?
    package var frame: Frame?

    /// Makes a place.
    package init(x: Double, y: Double, width: Double, height: Double? = nil, frame: Frame? = nil) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.frame = frame
    }

    /// The lines around a place.
    package struct Frame: Hashable, Sendable {
        /// Points.
        package var thickness: Double
        package var ink: Ink
        package var isDashed: Bool
        package var fill: Ink?

        /// Makes a frame.
        package init(thickness: Double = 0.75, ink: Ink = .black, isDashed: Bool = false, fill: Ink? = nil) {
            self.thickness = thickness
            self.ink = ink
            self.isDashed = isDashed
            self.fill = fill
        }
    }
}

/// Words across every page, over everything else, that stay readable on a photocopy.
package struct Watermark: Hashable, Sendable {
    package var text: String
    /// Type size in points.
    package var size: Double
    package var ink: Ink
    /// From 0, invisible, to 1.
    package var opacity: Double

    /// Makes a watermark.
    package init(_ text: String, size: Double = 28, ink: Ink = .black, opacity: Double = 0.1) {
        self.text = text
        self.size = size
        self.ink = ink
        self.opacity = opacity
    }
}
