/// One thing drawn at a place.
///
/// Lengths are points; y grows downwards.
struct Mark {
    var x: Double
    var y: Double
    var height: Double
    var drawing: Drawing

    var bottom: Double { y + height }

    /// Whether it may be cut through by the end of a page.
    var isDivisible: Bool {
        if case .box = drawing { return true }
        return false
    }

    func moved(x dx: Double = 0, y dy: Double = 0) -> Mark {
        var mark = self
        mark.x += dx
        mark.y += dy
        return mark
    }
}

enum Drawing {
    /// A line of a text, in the ink of the text where its spans have no other.
    case line(TextLayout, Int)
    case picture(Picture, width: Double)
    case code(QRCode)
    /// As high as its mark.
    case box(width: Double, stroke: Stroke?, fill: Ink?)
    case stroke(dx: Double, dy: Double, Stroke)
    /// As wide as high.
    case circle(Stroke)
}

struct Stroke {
    var thickness: Double
    var ink: Ink
    var isDashed = false
}

/// Marks that belong together, and the height they take.
struct Fragment {
    var marks: [Mark] = []
    var height = 0.0

    /// Adds another below.
    mutating func append(_ other: Fragment, space: Double = 0) {
        add(other, y: height + space)
        height += space + other.height
    }

    /// Adds another's marks at a place inside.
    mutating func add(_ other: Fragment, x: Double = 0, y: Double) {
        marks.append(contentsOf: other.marks.lazy.map { $0.moved(x: x, y: y) })
    }

    /// What stands above and below a height; nil when not one thing fits above.
    ///
    /// Boxes are cut through. What else would be cut moves below, and everything there moves up by the same length, so that
    /// columns stay level.
    func divided(at height: Double) -> (above: Fragment, below: Fragment)? {
        let moving = marks.filter { !$0.isDivisible && $0.bottom > height + 0.01 }
        let staying = marks.filter { !$0.isDivisible && $0.bottom <= height + 0.01 }
        guard !staying.isEmpty || moving.isEmpty, height > 0 else { return nil }
        let shift = moving.map(\.y).min().map { min($0, height) } ?? height
        var above = Fragment(marks: staying, height: height)
        var below = Fragment(marks: moving.map { $0.moved(y: -shift) }, height: self.height - shift)
        for mark in marks where mark.isDivisible {
            if mark.y < height {
                var part = mark
                part.height = min(mark.bottom, height) - mark.y
                above.marks.insert(part, at: 0)
            }
            if mark.bottom > height {
                var part = mark
                part.y = max(mark.y - shift, 0)
                part.height = mark.bottom - shift - part.y
                below.marks.insert(part, at: 0)
            }
        }
        return (above, below)
    }
}

/// What the flow of a page is made of: it is put on a page whole where it can be.
struct FlowPiece {
    enum Kind { case flow, fixed, pageBreak }

    var fragment: Fragment
    var kind = Kind.flow
    /// White above, not at the top of a page.
    var spaceBefore = 0.0
    var isKeptWithNext = false
    /// Stands again above it when it comes to the top of a page.
    var repeatedHead: Fragment?
}
