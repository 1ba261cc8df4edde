/// A colour of print, each part from 0 to 1.
package struct Ink: Hashable, Sendable {
    package var red: Double
    package var green: Double
    package var blue: Double

    /// Makes a colour.
    package init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// A shade from 0, black, to 1, white.
    package static func grey(_ shade: Double) -> Ink { Ink(red: shade, green: shade, blue: shade) }

    package static let black = Ink.grey(0)
    package static let white = Ink.grey(1)
    /// The red of the head of an official paper.
    package static let official = Ink(red: 0.8, green: 0.05, blue: 0.08)
}
