/// Many documents one after the other in one file, each with page numbers of its own: for printing a round's papers.
package struct DocumentBatch {
    private let information: PaperInformation
    private let count: Int
    private let document: (Int) throws -> PaperDocument

    /// Describes a batch.
    ///
    /// - Parameters:
    ///   - information: What the file says about itself; that of the documents is not used.
    ///   - count: How many documents there are, at least one.
    ///   - document: Makes the document of an index when its turn comes; only one is held at a time.
    package init(information: PaperInformation, count: Int, document: @escaping (Int) throws -> PaperDocument) {
        self.information = information
        self.count = count
        self.document = document
    }

    /// How far a batch is.
    package struct Progress: Equatable, Sendable {
        /// Documents that are in the file.
        package var documents: Int
        package var count: Int
        package var pages: Int
    }

    /// Prints all documents; memory does not grow with their number.
    ///
    /// Blocks like `PaperDocument.pdf()`.
    ///
    /// - Parameters:
    ///   - sink: Takes the next bytes of the file.
    ///   - progress: Called after each document; throwing there, e.g. because the task is cancelled, ends the printing.
    /// - Throws: `DocumentError`, or what a closure throws. Bytes handed out before are then no PDF.
    package func write(
        to sink: ([UInt8]) throws -> Void,
        progress: (Progress) throws -> Void = { _ in }
    ) throws {
        guard count > 0 else { throw DocumentError.malformed("a batch of nothing") }
        let file = try PDFFile(information)
        var state = Progress(documents: 0, count: count, pages: 0)
        // Kept from one document to the next: most of a batch's words and all of its fonts are the same.
        var kept: (fonts: FontFamilies, setter: TextSetter)?
        for index in 0..<count {
            let document = try document(index)
            let fonts = document.style.fonts
            let setter = try kept.flatMap { $0.fonts == fonts ? $0.setter : nil } ?? TextSetter(fonts)
            kept = (fonts, setter)
            state.pages += try PagePrinter(document, setter).print(to: file) {
                if let bytes = file.takeBytes(atLeast: 1 << 16) { try sink(bytes) }
            }
            state.documents += 1
            try progress(state)
        }
        try file.finish()
        if let rest = file.takeBytes(atLeast: 1) { try sink(rest) }
    }
}
