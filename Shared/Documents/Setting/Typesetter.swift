/// Turns blocks into pieces that are as wide as their column and not yet on a page.
struct Typesetter {
    typealias Emit = (FlowPiece) throws(DocumentError) -> Void

    let style: DocumentStyle
    let setter: TextSetter
    /// What one page holds, in points: pictures are made no taller.
    let pageHeight: Double

    init(_ style: DocumentStyle, _ setter: TextSetter) {
        self.style = style
        self.setter = setter
        let page = style.page
        pageHeight = (page.height - page.margins.top - page.margins.bottom).points
    }

    /// Where blocks stand.
    struct Column {
        /// Points.
        var width: Double
        /// Running text here.
        var base: TextStyle
        /// Instead of the blocks' own, in cells of tables.
        var alignment: TextAlignment?
        /// Inside a cell, a column or a group; nothing is fixed on the page from there.
        var isInside = false
    }

    /// Sets blocks one after the other; a long table is never held whole.
    func flow(_ blocks: [PaperBlock], in column: Column, emit: Emit) throws(DocumentError) {
        var gap = 0.0
        var held: FlowPiece?
        for (index, block) in blocks.enumerated() {
            if case .space(let millimetres) = block {
                gap += millimetres.points
                continue
            }
            try set(block, in: column) { piece throws(DocumentError) in
                if let held { try emit(held) }
                held = piece
                held?.spaceBefore += gap
                gap = 0
            }
            gap += block.spaceAfter
            // A signature never stands alone on a page.
            if case .flow = held?.kind, blocks[(index + 1)...].beginsWithSignature { held?.isKeptWithNext = true }
        }
        if var held {
            held.isKeptWithNext = false
            try emit(held)
        }
    }

    /// Sets blocks as one fragment.
    func fragment(_ blocks: [PaperBlock], in column: Column) throws(DocumentError) -> Fragment {
        var column = column
        column.isInside = true
        var whole = Fragment()
        try flow(blocks, in: column) { piece throws(DocumentError) in
            whole.append(piece.fragment, space: whole.height > 0 ? piece.spaceBefore : 0)
        }
        return whole
    }

    private func set(_ block: PaperBlock, in column: Column, emit: Emit) throws(DocumentError) {
        switch block {
        case .heading(let text, let level): try set(heading: text, level: level, in: column, emit: emit)
        case .paragraph(let paragraph): try set(paragraph, in: column, emit: emit)
        case .keyValues(let rows): try set(rows, in: column, emit: emit)
        case .table(let table): try set(table, in: column, emit: emit)
        case .image(let image): try emit(FlowPiece(fragment: fragment(image, in: column)))
        case .code(let code): try emit(FlowPiece(fragment: fragment(code, in: column)))
        case .rule(let rule): try emit(FlowPiece(fragment: fragment(rule, in: column)))
        case .space: break
        case .columns(let columns): try emit(FlowPiece(fragment: fragment(columns, in: column)))
        case .days(let strip): try set(strip, in: column, emit: emit)
        case .signature(let signature): try emit(signaturePiece(signature, in: column))
        case .together(let blocks): try emit(FlowPiece(fragment: fragment(blocks, in: column)))
        case .placed(let placement, let blocks):
            guard !column.isInside else { throw .malformed("a fixed place inside another block") }
            try emit(FlowPiece(fragment: fragment(blocks, at: placement), kind: .fixed))
        case .pageBreak:
            guard !column.isInside else { throw .malformed("a page break inside another block") }
            try emit(FlowPiece(fragment: Fragment(), kind: .pageBreak))
        }
    }
}

extension Double {
    /// Millimetres as points.
    var points: Double { self * 72 / 25.4 }
}

extension PaperBlock {
    /// Points of white below what is not running text.
    fileprivate var spaceAfter: Double {
        switch self {
        case .table, .keyValues, .days, .image, .code: 6
        default: 0
        }
    }
}

extension ArraySlice<PaperBlock> {
    fileprivate var beginsWithSignature: Bool {
        for block in self {
            switch block {
            case .space: continue
            case .signature: return true
            default: return false
            }
        }
        return false
    }
}
