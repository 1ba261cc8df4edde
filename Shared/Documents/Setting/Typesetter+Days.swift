extension Typesetter {
    private static let box = (width: 15.8.points, height: 16.5.points, gap: 1.2.points)

    func set(_ strip: DayStrip, in column: Column, emit: Emit) throws(DocumentError) {
        let step = Self.box.width + Self.box.gap
        let perRow = max(1, Int((column.width + Self.box.gap) / step))
        var isFirst = true
        for start in stride(from: 0, to: strip.days.count, by: perRow) {
            var row = Fragment(height: Self.box.height + Self.box.gap)
            for (place, day) in strip.days[start..<min(start + perRow, strip.days.count)].enumerated() {
                row.add(try fragment(day), x: Double(place) * step, y: 0)
            }
            try emit(FlowPiece(fragment: row, spaceBefore: isFirst ? 4 : 0))
            isFirst = false
        }
        if strip.hasLegend, !strip.days.isEmpty { try emit(FlowPiece(fragment: legend(strip), spaceBefore: 2)) }
    }

    private func fragment(_ day: DayBox) throws(DocumentError) -> Fragment {
        var made = frame(day.kind, width: Self.box.width, height: Self.box.height)
        let ink: Ink = day.kind == .skipped ? .grey(0.4) : .black
        func add(_ text: String, y: Double, size: Double, isBold: Bool, font: FontRole) throws(DocumentError) {
            let paragraph = Paragraph(
                text,
                alignment: .centre,
                size: size,
                isBold: isBold,
                indent: 0,
                font: font,
                ink: ink,
                lineHeight: size * 1.25,
                shrinksTo: size / 2
            )
            made.add(try fragment(paragraph, in: style.small, width: Self.box.width - 4), x: 2, y: y)
        }
        try add(day.date, y: 3, size: 8.5, isBold: false, font: .body)
        try add(day.weekday, y: 13.5, size: 7.5, isBold: false, font: .body)
        try add(day.mark, y: 25, size: day.mark.count <= 2 ? 13 : 9.5, isBold: day.kind != .skipped, font: .heading)
        return made
    }

    private func frame(_ kind: DayBox.Kind, width: Double, height: Double) -> Fragment {
        func box(inset: Double, thickness: Double, ink: Ink = .black, fill: Ink?) -> Mark {
            let stroke = Stroke(thickness: thickness, ink: ink)
            let drawing = Drawing.box(width: width - 2 * inset, stroke: stroke, fill: fill)
            return Mark(x: inset, y: inset, height: height - 2 * inset, drawing: drawing)
        }
        let marks =
            switch kind {
            case .start:
                [box(inset: 0, thickness: 0.5, fill: nil), box(inset: 2, thickness: 0.5, fill: nil)]
            case .counted: [box(inset: 0, thickness: 0.5, fill: .grey(0.86))]
            case .makeUp: [box(inset: 0.6, thickness: 1.8, fill: .grey(0.86))]
            case .skipped:
                [
                    box(inset: 0, thickness: 0.5, ink: .grey(0.6), fill: nil),
                    Mark(
                        x: 0,
                        y: 0,
                        height: height,
                        drawing: .stroke(dx: width, dy: height, Stroke(thickness: 0.4, ink: .grey(0.75)))
                    ),
                ]
            }
        return Fragment(marks: marks, height: height)
    }

    private func legend(_ strip: DayStrip) throws(DocumentError) -> Fragment {
        var made = Fragment(height: style.small.lineHeight)
        let side = style.small.size
        var x = 0.0
        for kind in DayBox.Kind.allCases where strip.days.contains(where: { $0.kind == kind }) {
            made.add(frame(kind, width: side, height: side), x: x, y: (made.height - side) / 2)
            let words = Paragraph(kind.words, indent: 0)
            let width = try naturalWidth(words, in: style.small)
            made.add(try fragment(words, in: style.small, width: width + 1), x: x + side + 3, y: 0)
            x += side + 3 + width + 14
        }
        return made
    }
}

extension DayBox.Kind {
    fileprivate var words: String {
        switch self {
        case .start: "公示发布日（不计）"
        case .counted: "计入的工作日"
        case .makeUp: "调休上班日（计入）"
        case .skipped: "不计入"
        }
    }
}
