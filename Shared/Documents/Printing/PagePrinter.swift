/// Prints one document's pages into a file.
struct PagePrinter {
    /// Pages of a document that are held while its number of pages is not known yet; a longer one is set a second time.
    private static let heldPages = 24

    private let document: PaperDocument
    private let typesetter: Typesetter
    private let watermark: Stamp?
    private let width: Double
    private let height: Double

    init(_ document: PaperDocument, _ setter: TextSetter) throws(DocumentError) {
        self.document = document
        let page = document.style.page
        let text = (
            page.width - page.margins.left - page.margins.right, page.height - page.margins.top - page.margins.bottom
        )
        guard text.0 > 0, text.1 > 0, page.width < 5000, page.height < 5000 else {
            throw .malformed("a sheet without room for text")
        }
        typesetter = Typesetter(document.style, setter)
        width = page.width.points
        height = page.height.points
        if let mark = document.watermark, !mark.text.isEmpty {
            guard (0.5...2000).contains(mark.size) else { throw .malformed("a watermark of no size") }
            let style = TextStyle(.heading, size: mark.size, lineHeight: mark.size * 1.4)
            let text = try typesetter.setter.set(TextRequest(Paragraph(mark.text), in: style, width: nil))
            watermark = Stamp(text, mark, width: width, height: height)
        } else {
            watermark = nil
        }
    }

    /// Prints all pages, calls `afterPage` when each is in the file, and says how many they were.
    func print(to file: PDFFile, afterPage: () throws -> Void) throws -> Int {
        var failure: (any Error)?
        var count = 0
        func draw(_ page: SetPage, _ number: Int, _ total: Int?) throws(DocumentError) {
            // What the caller's closure throws passes through the typesetter as it is.
            guard failure == nil else { return }
            try self.draw(page, number: number, total: total, to: file)
            do { try afterPage() } catch { failure = error }
        }
        guard document.style.page.needsTotal else {
            try set { page throws(DocumentError) in
                count += 1
                try draw(page, count, nil)
            }
            if let failure { throw failure }
            return count
        }
        var held: [SetPage] = []
        try set { page in
            count += 1
            if count <= Self.heldPages { held.append(page) } else { held = [] }
        }
        let total = count
        if held.isEmpty {
            var number = 0
            try set { page throws(DocumentError) in
                number += 1
                try draw(page, number, total)
            }
        } else {
            for (index, page) in held.enumerated() { try draw(page, index + 1, total) }
        }
        if let failure { throw failure }
        return count
    }

    private func set(_ deliver: (SetPage) throws(DocumentError) -> Void) throws(DocumentError) {
        let page = document.style.page
        let width = (page.width - page.margins.left - page.margins.right).points
        let column = Typesetter.Column(width: width, base: document.style.body)
        var isEmpty = true
        try withoutActuallyEscaping(deliver) { deliver throws(DocumentError) in
            var paginator = Paginator(page) { page throws(DocumentError) in
                isEmpty = false
                try deliver(page)
            }
            try typesetter.flow(document.blocks, in: column) { piece throws(DocumentError) in
                try paginator.add(piece)
            }
            try paginator.finish(isEmptyAllowed: isEmpty)
        }
    }

    private func draw(_ page: SetPage, number: Int, total: Int?, to file: PDFFile) throws(DocumentError) {
        var marks = page.marks
        let sheet = document.style.page
        if let line = sheet.head {
            let fragment = try fragment(line, number: number, total: total)
            let rule = line.hasRule ? fragment.height : nil
            append(fragment, y: (sheet.margins.top - line.distance).points - fragment.height, rule: rule, to: &marks)
        }
        if let line = sheet.foot {
            let fragment = try fragment(line, number: number, total: total)
            let y = (sheet.height - sheet.margins.bottom + line.distance).points
            append(fragment, y: y, rule: line.hasRule ? 0 : nil, to: &marks)
        }
        try file.page(width: width, height: height) { canvas in
            for mark in marks { canvas.draw(mark) }
            if let watermark { canvas.draw(watermark) }
        }
    }

    private func append(_ fragment: Fragment, y: Double, rule: Double?, to marks: inout [Mark]) {
        let left = document.style.page.margins.left.points
        marks.append(contentsOf: fragment.marks.map { $0.moved(x: left, y: y) })
        if let rule {
            let right = document.style.page.margins.right.points
            let stroke = Drawing.stroke(dx: width - left - right, dy: 0, Stroke(thickness: 0.5, ink: .black))
            marks.append(Mark(x: left, y: y + rule, height: 0, drawing: stroke))
        }
    }

    private func fragment(_ line: PageLine, number: Int, total: Int?) throws(DocumentError) -> Fragment {
        let margins = document.style.page.margins
        let room = width - (margins.left + margins.right).points
        var made = Fragment()
        for (part, alignment) in [(line.left, TextAlignment.left), (line.centre, .centre), (line.right, .right)] {
            let words: String
            switch part {
            case .nothing: continue
            case .text(let text): words = text
            case .pageOfPages: words = "第 \(number) 页 共 \(total ?? number) 页"
            case .dashedPage: words = "— \(number) —"
            }
            var style = document.style.small
            if part == .dashedPage { style = document.style.dashedPage }
            let paragraph = Paragraph(words, alignment: alignment, indent: 0)
            let fragment = try typesetter.fragment(paragraph, in: style, width: room)
            made.add(fragment, y: 0)
            made.height = max(made.height, fragment.height)
        }
        return made
    }
}

extension PaperPage {
    /// Whether a page can only be drawn when the number of pages is known.
    fileprivate var needsTotal: Bool {
        [head, foot].contains { line in
            guard let line else { return false }
            return [line.left, line.centre, line.right].contains(.pageOfPages)
        }
    }
}

extension DocumentStyle {
    /// 四号, as GB/T 9704 7.5 wants the page number.
    fileprivate var dashedPage: TextStyle { TextStyle(.body, size: 14, lineHeight: 18) }
}
