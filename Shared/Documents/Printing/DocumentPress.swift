/// One file into which documents are printed a few at a time, so that whoever waits can be told how far it is.
///
/// May be used from one thread after the other; each call sets its documents with fonts of the thread it is on.
package final class DocumentPress {
    private let file: PDFFile
    /// Pages in the file so far.
    package private(set) var pages = 0

    /// Opens a file; `information` is what it says about itself.
    package init(_ information: PaperInformation) throws(DocumentError) {
        file = try PDFFile(information)
    }

    /// Prints documents, each of one page or more, after those there are; blocks like `PaperDocument.pdf()`.
    ///
    /// - Parameters:
    ///   - documents: What is printed.
    ///   - refused: Told the place of each document one of whose characters cannot be printed or that does not fit; none of its
    ///     pages are in the file.
    /// - Returns: The next bytes of the file, often none.
    /// - Throws: `DocumentError` for a fault of ours; the file is of no use then.
    package func print(
        _ documents: [PaperDocument],
        refused: (Int, DocumentError) -> Void
    ) throws -> [UInt8] {
        var kept: (fonts: FontFamilies, setter: TextSetter)?
        for (place, document) in documents.enumerated() {
            let fonts = document.style.fonts
            let setter = try kept.flatMap { $0.fonts == fonts ? $0.setter : nil } ?? TextSetter(fonts)
            kept = (fonts, setter)
            var drawn = 0
            do {
                _ = try PagePrinter(document, setter).print(to: file) { drawn += 1 }
            } catch let error as DocumentError where drawn == 0 && error.isOfContent {
                refused(place, error)
            }
            pages += drawn
        }
        return file.takeBytes(atLeast: 1) ?? []
    }

    /// Ends the file.
    ///
    /// - Returns: The last bytes.
    package func finish() throws(DocumentError) -> [UInt8] {
        guard pages > 0 else { throw .malformed("a file without pages") }
        try file.finish()
        return file.takeBytes(atLeast: 1) ?? []
    }
}

extension DocumentError {
    /// Whether it comes from what people wrote.
    fileprivate var isOfContent: Bool {
        switch self {
        case .missingGlyph, .unprintable, .doesNotFit, .codeTooLong, .unreadableImage: true
        case .fontNotInstalled, .malformed, .library: false
        }
    }
}
