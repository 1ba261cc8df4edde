import CPangoCairo

/// A watermark, drawn once and used by every page: its text again and again, rising to the right.
///
/// Drawn as outlines, so that who searches or copies the paper's text does not find it between the lines.
@safe final class Stamp {
    private let recording: OpaquePointer?

    /// Draws the watermark for pages of a size in points.
    init(_ layout: TextLayout, _ mark: Watermark, width: Double, height: Double) {
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
        unsafe recording = unsafe cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        guard let cairo = unsafe cairo_create(recording) else { return }
        let step = (x: layout.width + 60, y: max(layout.height * 4, 90))
        let reach = (width * width + height * height).squareRoot() / 2
        let rows = Int((reach / step.y).rounded(.up))
        let places = Int((reach / step.x).rounded(.up))
        unsafe cairo_translate(cairo, width / 2, height / 2)
        unsafe cairo_rotate(cairo, -.pi / 6)
        unsafe cairo_set_source_rgba(cairo, mark.ink.red, mark.ink.green, mark.ink.blue, mark.opacity)
        for row in -rows...rows {
            for place in -places...places {
                let shift = row.isMultiple(of: 2) ? 0.0 : step.x / 2
                let x = Double(place) * step.x + shift - layout.width / 2
                for index in layout.lines.indices {
                    let line = layout.lines[index]
                    unsafe cairo_move_to(cairo, x + line.x, Double(row) * step.y + line.baseline)
                    unsafe layout.trace(line: index, on: cairo)
                }
            }
        }
        unsafe cairo_fill(cairo)
        unsafe cairo_destroy(cairo)
    }

    deinit { unsafe cairo_surface_destroy(recording) }

    @unsafe
    func draw(on cairo: OpaquePointer) {
        unsafe cairo_set_source_surface(cairo, recording, 0, 0)
        unsafe cairo_paint(cairo)
    }
}
