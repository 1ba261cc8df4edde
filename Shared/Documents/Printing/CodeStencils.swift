import CPangoCairo

/// The codes drawn into one file as stencils of one pixel for each module.
///
/// The last few are kept: one that stands on every page is in the file once.
final class CodeStencils {
    private static let most = 4

    private var kept: [(code: QRCode, stencil: CodeStencil)] = []

    /// The stencil of a code.
    func stencil(of code: QRCode) -> CodeStencil {
        if let place = kept.firstIndex(where: { $0.code == code }) {
            kept.append(kept.remove(at: place))
            return kept[kept.count - 1].stencil
        }
        let stencil = CodeStencil(code)
        kept.append((code, stencil))
        if kept.count > Self.most { kept.removeFirst() }
        return stencil
    }
}

/// One code as a stencil.
@safe final class CodeStencil {
    private let surface: OpaquePointer?

    init(_ code: QRCode) {
        unsafe surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(code.size), Int32(code.size))
        let stride = unsafe Int(cairo_image_surface_get_stride(surface))
        unsafe cairo_surface_flush(surface)
        if let pixels = unsafe cairo_image_surface_get_data(surface) {
            code.darkRuns { row, column, length in
                for place in column..<(column + length) { unsafe pixels[row * stride + place] = 0xFF }
            }
        }
        unsafe cairo_surface_mark_dirty(surface)
    }

    deinit { unsafe cairo_surface_destroy(surface) }

    /// Draws it with modules of one unit from the origin, in the colour that is set; viewers draw it sharp.
    @unsafe
    func draw(on cairo: OpaquePointer) {
        let pattern = unsafe cairo_pattern_create_for_surface(surface)
        unsafe cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
        unsafe cairo_mask(cairo, pattern)
        unsafe cairo_pattern_destroy(pattern)
    }
}
