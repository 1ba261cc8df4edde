import CPangoCairo

/// Draws marks on the page that is open.
@safe struct Canvas {
    private let cairo: OpaquePointer
    private let stencils: CodeStencils

    @unsafe
    init(_ cairo: OpaquePointer, _ stencils: CodeStencils) {
        unsafe self.cairo = unsafe cairo
        self.stencils = stencils
    }

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

    /// The watermark over the whole page.
    func draw(_ stamp: Stamp) { unsafe stamp.draw(on: cairo) }

    /// As a stencil of one pixel for each module, which every viewer draws sharp: a tenth of the time and of the bytes of as
    /// many rectangles.
    private func draw(_ code: QRCode, x: Double, y: Double, side: Double) {
        set(.white)
        unsafe cairo_rectangle(cairo, x, y, side, side)
        unsafe cairo_fill(cairo)
        set(.black)
        let module = side / Double(code.size + 2 * QRCode.quietZone)
        let zone = module * Double(QRCode.quietZone)
        unsafe cairo_save(cairo)
        unsafe cairo_translate(cairo, x + zone, y + zone)
        unsafe cairo_scale(cairo, module, module)
        unsafe stencils.stencil(of: code).draw(on: cairo)
        unsafe cairo_restore(cairo)
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
