/// One thing on a paper.
///
/// Blocks follow each other from top to bottom, except `placed`.
package indirect enum PaperBlock: Hashable, Sendable {
    /// The title (level 0), or a heading of level 1, 2, …; stays with what follows it.
    case heading(Paragraph, level: Int)
    case paragraph(Paragraph)
    case keyValues(KeyValues)
    case table(Table)
    case image(PaperImage)
    case code(PrintedCode)
    case rule(Rule)
    /// White space of so many millimetres; none at the top of a page.
    case space(Double)
    /// Blocks side by side; kept on one page when they fit on one.
    case columns([PaperColumn])
    case days(DayStrip)
    case signature(SignatureBlock)
    /// Blocks kept on one page when they fit on one.
    case together([PaperBlock])
    /// Blocks at a fixed place of the page on which the flow has arrived; the flow does not move.
    case placed(Placement, [PaperBlock])
    case pageBreak
}

extension PaperBlock {
    /// The title of the paper.
    package static func title(_ text: String) -> PaperBlock { .heading(Paragraph(text), level: 0) }

    /// A heading.
    package static func heading(_ text: String, level: Int = 1) -> PaperBlock {
        .heading(Paragraph(text), level: level)
    }

    /// A paragraph in the style's body text.
    package static func text(_ text: String) -> PaperBlock { .paragraph(Paragraph(text)) }
}
