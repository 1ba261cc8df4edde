/// How a paper looks: its sheet, its fonts and each kind of text.
package struct DocumentStyle: Hashable, Sendable {
    package var page: PaperPage
    package var fonts: FontFamilies
    package var title: TextStyle
    /// Of level 1, 2, …; the last serves all deeper ones.
    package var headings: [TextStyle]
    package var body: TextStyle
    /// Cells of tables; the header row is set in bold `FontRole.heading`.
    package var table: TextStyle
    /// Captions, head and foot, the boxes of days.
    package var small: TextStyle

    /// Describes a look.
    package init(
        page: PaperPage,
        fonts: FontFamilies = FontFamilies(),
        title: TextStyle,
        headings: [TextStyle],
        body: TextStyle,
        table: TextStyle,
        small: TextStyle
    ) {
        self.page = page
        self.fonts = fonts
        self.title = title
        self.headings = headings
        self.body = body
        self.table = table
        self.small = small
    }

    /// The same look with other fonts.
    package func with(_ fonts: FontFamilies) -> DocumentStyle {
        var style = self
        style.fonts = fonts
        return style
    }

    /// The style of a heading; level 0 is the title.
    func heading(_ level: Int) -> TextStyle {
        guard level > 0 else { return title }
        return headings.isEmpty ? body : headings[min(level, headings.count) - 1]
    }
}
