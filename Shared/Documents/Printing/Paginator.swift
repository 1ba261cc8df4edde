/// Marks at their place on one page; x and y count from the corner of the sheet.
struct SetPage {
    var marks: [Mark] = []
}

/// Puts pieces on pages and hands out each page when it is full.
struct Paginator {
    private let left: Double
    private let top: Double
    private let bottom: Double
    private let deliver: (SetPage) throws(DocumentError) -> Void
    private var page = SetPage()
    private var y: Double
    /// Nothing but a repeated head stands on the page yet.
    private var isFresh = true
    /// Something stands on the page, be it at a fixed place.
    private var isUsed = false
    private var pending: [FlowPiece] = []

    init(_ sheet: PaperPage, deliver: @escaping (SetPage) throws(DocumentError) -> Void) {
        left = sheet.margins.left.points
        top = sheet.margins.top.points
        bottom = (sheet.height - sheet.margins.bottom).points
        y = top
        self.deliver = deliver
    }

    /// Takes the next piece; those kept with the next wait for it.
    mutating func add(_ piece: FlowPiece) throws(DocumentError) {
        switch piece.kind {
        case .fixed:
            page.marks.append(contentsOf: piece.fragment.marks)
            isUsed = true
        case .pageBreak:
            try flush()
            try turn()
        case .flow:
            pending.append(piece)
            if !piece.isKeptWithNext { try flush() }
        }
    }

    /// Hands out the last page; a document without anything is one empty page.
    mutating func finish(isEmptyAllowed: Bool) throws(DocumentError) {
        try flush()
        if isUsed || isEmptyAllowed { try deliver(page) }
    }

    private mutating func flush() throws(DocumentError) {
        let group = pending
        pending = []
        let height = group.reduce(0) { $0 + $1.spaceBefore + $1.fragment.height }
        if !isFresh, group.count > 1, y + height > bottom + 0.01 { try turn(group.first?.repeatedHead) }
        for piece in group { try place(piece) }
    }

    private mutating func place(_ piece: FlowPiece) throws(DocumentError) {
        var rest = piece.fragment
        var space = isFresh ? 0 : piece.spaceBefore
        while y + space + rest.height > bottom + 0.01 {
            let room = bottom - top - (piece.repeatedHead?.height ?? 0)
            // What fits on a page of its own is not divided, and a page that is nearly full takes no part of the others.
            let isDivided = rest.height > room && bottom - y - space > min(120, room / 3)
            if isFresh || isDivided, let (above, below) = rest.divided(at: bottom - y - space) {
                put(above, space: space)
                rest = below
            } else if isFresh {
                throw .doesNotFit("one line, picture or code")
            }
            try turn(piece.repeatedHead)
            space = 0
        }
        put(rest, space: space)
    }

    private mutating func put(_ fragment: Fragment, space: Double) {
        for mark in fragment.marks { page.marks.append(mark.moved(x: left, y: y + space)) }
        y += space + fragment.height
        isFresh = false
        isUsed = true
    }

    private mutating func turn(_ head: Fragment? = nil) throws(DocumentError) {
        try deliver(page)
        page = SetPage()
        y = top
        isUsed = false
        if let head { put(head, space: 0) }
        isFresh = true
    }
}
