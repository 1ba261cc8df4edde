extension DocumentStyle {
    /// An official paper (公文) after GB/T 9704-2012.
    ///
    /// Text area 156 × 225 mm, 22 lines of 28 characters: title 二号, text 三号, headings 黑体, then body bold; `— 1 —` at
    /// the foot.
    package static let officialPaper = DocumentStyle(
        page: PaperPage(
            margins: Margins(top: 37, right: 26, bottom: 35, left: 28),
            foot: PageLine(centre: .dashedPage)
        ),
        title: TextStyle(.title, size: 22, lineHeight: 33, isBold: true, alignment: .centre, spaceAfter: 24),
        headings: [
            TextStyle(.heading, size: 15.75, lineHeight: 28.9, indent: 2),
            TextStyle(.body, size: 15.75, lineHeight: 28.9, isBold: true, indent: 2),
        ],
        body: TextStyle(.body, size: 15.75, lineHeight: 28.9, alignment: .justified, indent: 2),
        table: TextStyle(.body, size: 12, lineHeight: 18),
        small: TextStyle(.body, size: 10.5, lineHeight: 15)
    )

    /// A sheet for a notice board, to be read standing: large title, narrow margins, `第 1 页 共 2 页`.
    package static let notice = DocumentStyle(
        page: PaperPage(margins: Margins(top: 18, right: 20, bottom: 18, left: 20), foot: .pageOfPages),
        title: TextStyle(.title, size: 24, lineHeight: 36, isBold: true, alignment: .centre, spaceAfter: 12),
        headings: [
            TextStyle(.heading, size: 14, lineHeight: 24, isBold: true, spaceBefore: 6, spaceAfter: 2),
            TextStyle(.heading, size: 12, lineHeight: 21, isBold: true, spaceBefore: 4),
        ],
        body: TextStyle(.body, size: 13, lineHeight: 21, alignment: .justified, indent: 2),
        table: TextStyle(.body, size: 12, lineHeight: 18),
        small: TextStyle(.body, size: 9.5, lineHeight: 13.5)
    )

    /// A letter or receipt to one addressee: 四号 text with more white around it.
    package static let letter = DocumentStyle(
        page: PaperPage(margins: Margins(top: 30, right: 27, bottom: 28, left: 27), foot: .pageOfPages),
        title: TextStyle(.title, size: 20, lineHeight: 32, isBold: true, alignment: .centre, spaceAfter: 16),
        headings: [
            TextStyle(.heading, size: 14, lineHeight: 26, spaceBefore: 6),
            TextStyle(.heading, size: 12, lineHeight: 22, isBold: true, spaceBefore: 4),
        ],
        body: TextStyle(.body, size: 14, lineHeight: 26, alignment: .justified, indent: 2),
        table: TextStyle(.body, size: 11, lineHeight: 17),
        small: TextStyle(.body, size: 9.5, lineHeight: 13.5)
    )
}
