/// The sheet: its size, margins, head and foot; lengths are millimetres.
package struct PaperPage: Hashable, Sendable {
    package var width: Double
    package var height: Double
    package var margins: Margins
    package var head: PageLine?
    package var foot: PageLine?

    /// Makes a sheet.
    package init(
        width: Double = 210,
        height: Double = 297,
        margins: Margins = Margins(20),
        head: PageLine? = nil,
        foot: PageLine? = nil
    ) {
        self.width = width
        self.height = height
        self.margins = margins
        self.head = head
        self.foot = foot
    }

    /// A4 upright with margins of 20 mm.
    package static let a4 = PaperPage()

    /// The same sheet lying on its side.
    package var landscape: PaperPage {
        var page = self
        page.width = max(width, height)
        page.height = min(width, height)
        return page
    }
}

/// The white edges of a sheet in millimetres.
package struct Margins: Hashable, Sendable {
    package var top: Double
    package var right: Double
    package var bottom: Double
    package var left: Double

    /// Four edges.
    package init(top: Double, right: Double, bottom: Double, left: Double) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    /// Four equal edges.
    package init(_ all: Double) { self.init(top: all, right: all, bottom: all, left: all) }
}

/// What stands in the margin of every page.
package struct PageLine: Hashable, Sendable {
    package var left: PagePart
    package var centre: PagePart
    package var right: PagePart
    /// Millimetres between it and the text.
    package var distance: Double
    package var hasRule: Bool

    /// Makes a line of up to three parts.
    package init(
        left: PagePart = .nothing,
        centre: PagePart = .nothing,
        right: PagePart = .nothing,
        distance: Double = 7,
        hasRule: Bool = false
    ) {
        self.left = left
        self.centre = centre
        self.right = right
        self.distance = distance
        self.hasRule = hasRule
    }

    /// `第 1 页 共 3 页` in the middle.
    package static let pageOfPages = PageLine(centre: .pageOfPages)
}

/// A part of a `PageLine`.
package enum PagePart: Hashable, Sendable {
    case nothing
    case text(String)
    /// `第 1 页 共 3 页`; makes the document be set before its first page is printed.
    case pageOfPages
    /// `— 1 —`, as official papers have it (GB/T 9704 7.5).
    case dashedPage
}
