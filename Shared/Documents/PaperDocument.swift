import Foundation

/// One paper: what stands on it, from top to bottom, and how it looks.
///
/// Pages are broken when it is printed. A value without behaviour: services build it from their facts, and `pdf()` or `write(to:)` print it. Equal documents
/// give equal bytes as long as cairo, pango and the fonts are the same; for that `information.created` is part of the
/// document and never the time of printing.
package struct PaperDocument: Hashable, Sendable {
    package var information: PaperInformation
    package var style: DocumentStyle
    package var blocks: [PaperBlock]
    /// Stands across every page, such as the purpose a copy was made for.
    package var watermark: Watermark?

    /// Makes a paper on the sheet its style describes; `style.page` changes size, margins, head and foot.
    package init(
        _ information: PaperInformation,
        style: DocumentStyle = .officialPaper,
        watermark: Watermark? = nil,
        blocks: [PaperBlock]
    ) {
        self.information = information
        self.style = style
        self.watermark = watermark
        self.blocks = blocks
    }
}

/// What the file says about itself to viewers and archives.
package struct PaperInformation: Hashable, Sendable {
    package var title: String
    package var author: String
    package var subject: String
    package var keywords: String
    /// The business time of the paper, as the file's creation date; nothing takes the time of printing.
    package var created: Date

    /// Describes a file.
    package init(title: String, author: String = "", subject: String = "", keywords: String = "", created: Date) {
        self.title = title
        self.author = author
        self.subject = subject
        self.keywords = keywords
        self.created = created
    }
}
