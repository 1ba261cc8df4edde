import CPangoCairo

/// A text set into lines; belongs to the thread of its `TextSetter`.
@safe final class TextLayout {
    /// One line; lengths are points from the upper left corner of the text.
    struct Line {
        var x: Double
        var top: Double
        var height: Double
        var baseline: Double
        /// Where its last character ends.
        var end: Double
    }

    let raw: OpaquePointer
    private(set) var lines: [Line] = []
    /// The width of the widest line.
    private(set) var width = 0.0

    var height: Double { lines.last.map { $0.top + $0.height } ?? 0 }

    /// Takes the layout over and measures it.
    @unsafe
    init(taking raw: OpaquePointer) {
        unsafe self.raw = unsafe raw
        measure()
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(raw)) }

    /// Draws one line with its base line starting at the pen's place.
    @unsafe
    func draw(line index: Int, on cairo: OpaquePointer) {
        unsafe pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(raw, Int32(index)))
    }

    /// Adds one line's outlines to the path, its base line starting at the pen's place.
    @unsafe
    func trace(line index: Int, on cairo: OpaquePointer) {
        unsafe pango_cairo_layout_line_path(cairo, pango_layout_get_line_readonly(raw, Int32(index)))
    }

    private func measure() {
        let scale = Double(PANGO_SCALE)
        let iterator = unsafe pango_layout_get_iter(raw)
        defer { unsafe pango_layout_iter_free(iterator) }
        repeat {
            var top: Int32 = 0
            var bottom: Int32 = 0
            var extents = PangoRectangle()
            unsafe pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
            unsafe pango_layout_iter_get_line_extents(iterator, nil, &extents)
            let line = Line(
                x: Double(extents.x) / scale,
                top: Double(top) / scale,
                height: (Double(bottom) - Double(top)) / scale,
                baseline: unsafe Double(pango_layout_iter_get_baseline(iterator)) / scale,
                end: (Double(extents.x) + Double(extents.width)) / scale
            )
            lines.append(line)
            width = max(width, line.end)
        } while unsafe pango_layout_iter_next_line(iterator) != 0
    }

    /// The first character of the text for which none of the fonts has a glyph.
    ///
    /// For one that no font at all has pango draws its code point; for others it finds some other font.
    func firstMissing(in text: String, known: KnownFonts) -> Unicode.Scalar? {
        let iterator = unsafe pango_layout_get_iter(raw)
        defer { unsafe pango_layout_iter_free(iterator) }
        repeat {
            guard let run = unsafe pango_layout_iter_get_run_readonly(iterator),
                let item = unsafe run.pointee.item, let glyphs = unsafe run.pointee.glyphs
            else { continue }
            for index in 0..<Int(unsafe glyphs.pointee.num_glyphs) {
                guard let glyph = unsafe glyphs.pointee.glyphs?[index].glyph else { break }
                guard glyph & Self.unknownFlag != 0 else { continue }
                return Unicode.Scalar(glyph & ~Self.unknownFlag) ?? "\u{FFFD}"
            }
            guard let font = unsafe item.pointee.analysis.font, unsafe !known.contains(font) else { continue }
            let utf8 = text.utf8
            let start = unsafe utf8.index(utf8.startIndex, offsetBy: Int(item.pointee.offset))
            return text.unicodeScalars[start]
        } while unsafe pango_layout_iter_next_run(iterator) != 0
        return nil
    }

    /// PANGO_GLYPH_UNKNOWN_FLAG, a macro with a cast that Swift does not import.
    private static let unknownFlag: PangoGlyph = 0x1000_0000
}
