import CPangoCairo

/// Draws marks on the page that is open.
@safe struct Canvas: ~Copyable {
    private let cairo: OpaquePointer

    @unsafe
    init(_ cairo: OpaquePointer) { unsafe self.cairo = unsafe cairo }

    func draw(_ mark: Mark) {
        switch mark.drawing {
        case .line(let layout, let index):
            let line = layout.lines[index]
            set(.black)
            unsafe cairo_move_to(cairo, mark.x + line.x, mark.y + line.baseline - line.top)
            unsafe layout.draw(line: index, on: cairo)
        case .picture(let picture, let width):
            unsafe picture.draw(on: cairo, x: mark.x, y: mark.y, width: width, height: mark.height)
        case .code(let code): draw(code, x: mark.x, y: mark.y, side: mark.height)
        case .box(let width, let stroke, let fill):
            unsafe cairo_rectangle(cairo, mark.x, mark.y, width, mark.height)
            if let fill {
                set(fill)
                unsafe cairo_fill_preserve(cairo)
            }
            if let stroke { self.stroke(stroke) } else { unsafe cairo_new_path(cairo) }
        case .stroke(let dx, let dy, let stroke):
            unsafe cairo_move_to(cairo, mark.x, mark.y)
            unsafe cairo_rel_line_to(cairo, dx, dy)
            self.stroke(stroke)
        case .circle(let stroke):
            let radius = mark.height / 2
            unsafe cairo_new_sub_path(cairo)
            unsafe cairo_arc(cairo, mark.x + radius, mark.y + radius, radius, 0, 2 * .pi)
            self.stroke(stroke)
        }
    }

    /// A text again and again across a whole page, rising to the right.
    func draw(watermark layout: TextLayout, _ mark: Watermark, width: Double, height: Double) {
        let step = (x: layout.width + 60, y: max(layout.height * 4, 90))
        let reach = (width * width + height * height).squareRoot() / 2
        unsafe cairo_save(cairo)
        unsafe cairo_translate(cairo, width / 2, height / 2)
        unsafe cairo_rotate(cairo, -.pi / 6)
        unsafe cairo_set_source_rgba(cairo, mark.ink.red, mark.ink.green, mark.ink.blue, mark.opacity)
        let rows = Int((reach / step.y).rounded(.up))
        let places = Int((reach / step.x).rounded(.up))
        for row in -rows...rows {
            for place in -places...places {
                let shift = row.isMultiple(of: 2) ? 0.0 : step.x / 2
                let x = Double(place) * step.x + shift - layout.width / 2
                for index in layout.lines.indices {
                    let line = layout.lines[index]
                    unsafe cairo_move_to(cairo, x + line.x, Double(row) * step.y + line.baseline)
                    unsafe layout.draw(line: index, on: cairo)
                }
            }
        }
        unsafe cairo_restore(cairo)
    }

    private func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
        set(.white)
        unsafe cairo_rectangle(cairo, x, y, side, side)
        unsafe cairo_fill(cairo)
        set(.black)
        let module = side / Double(code.size + 2 * QRCode.quietZone)
        let zone = Double(QRCode.quietZone)
        code.darkRuns { row, column, length in
            unsafe cairo_rectangle(
                cairo,
                x + (Double(column) + zone) * module,
                y + (Double(row) + zone) * module,
                Double(length) * module,
                module
            )
        }
        // One fill of one path: viewers leave no hairlines between the rows.
        unsafe cairo_fill(cairo)
    }

    private func set(_ ink: Ink) { unsafe cairo_set_source_rgb(cairo, ink.red, ink.green, ink.blue) }

    private func stroke(_ stroke: Stroke) {
        set(stroke.ink)
        unsafe cairo_set_line_width(cairo, stroke.thickness)
        let dashes = stroke.isDashed ? [3.0, 2.5] : []
        unsafe dashes.withUnsafeBufferPointer {
            unsafe cairo_set_dash(cairo, $0.baseAddress, Int32($0.count), 0)
        }
        unsafe cairo_stroke(cairo)
    }
}
