import CPangoCairo

/// Sets texts into lines with pango, by the metrics of the fonts and not of any screen.
///
/// Belongs to the thread it was made on: pango keeps one font map for each thread, which stays warm from one document to
/// the next and is freed when the thread ends.
@safe final class TextSetter {
    private let context: OpaquePointer
    private let families: [FontRole: String]
    private let known: KnownFonts
    private static let longest = 1 << 16
    private static let mostRecent = 256
    private var recent: [TextRequest: TextLayout] = [:]
    private var descriptions: [DescriptionKey: FontDescription] = [:]

    init(_ fonts: FontFamilies) throws(DocumentError) {
        for role in FontRole.allCases {
            guard let first = fonts[role].first else { throw .malformed("no font family for \(role)") }
            guard InstalledFonts.has(first) else { throw .fontNotInstalled(first) }
        }
        families = Dictionary(
            uniqueKeysWithValues: FontRole.allCases.map { ($0, fonts[$0].joined(separator: ",")) }
        )
        known = KnownFonts(fonts)
        guard let made = unsafe pango_font_map_create_context(pango_cairo_font_map_get_default()) else {
            throw .library("no pango context")
        }
        unsafe context = unsafe made
        // One unit is one point.
        unsafe pango_cairo_context_set_resolution(made, 72)
        let options = unsafe cairo_font_options_create()
        unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        unsafe pango_cairo_context_set_font_options(made, options)
        unsafe cairo_font_options_destroy(options)
        unsafe pango_context_set_round_glyph_positions(made, 0)
        unsafe pango_context_set_language(made, pango_language_from_string("zh-cn"))
        unsafe pango_context_set_base_dir(made, PANGO_DIRECTION_LTR)
    }

    deinit { unsafe g_object_unref(UnsafeMutableRawPointer(context)) }

    /// The lines of a text.
    ///
    /// Short texts that come again, such as the labels on a thousand certificates, are set once.
    func set(_ request: TextRequest) throws(DocumentError) -> TextLayout {
        if let known = recent[request] { return known }
        let layout = try make(request)
        guard request.spans.count == 1, request.spans[0].text.utf8.count <= 96 else { return layout }
        if recent.count >= Self.mostRecent { recent = [:] }
        recent[request] = layout
        return layout
    }

    private func make(_ request: TextRequest) throws(DocumentError) -> TextLayout {
        var text = ""
        var ends: [Int] = []
        for span in request.spans {
            text += try PrintableText.check(span.text)
            ends.append(text.utf8.count)
        }
        // pango counts in 32 bits: so many lines still have a height.
        guard text.utf8.count <= Self.longest else { throw .doesNotFit("one text of more than 64 KiB") }
        guard let made = unsafe pango_layout_new(context) else { throw .library("no pango layout") }
        unsafe pango_layout_set_text(made, text, Int32(text.utf8.count))
        unsafe pango_layout_set_auto_dir(made, 0)
        if let first = request.spans.first {
            unsafe pango_layout_set_font_description(made, description(of: first).raw)
        }
        if let width = request.width {
            unsafe pango_layout_set_width(made, max(0, width).inPangoUnits)
            unsafe pango_layout_set_wrap(made, PANGO_WRAP_WORD_CHAR)
        }
        unsafe pango_layout_set_indent(made, request.indent.inPangoUnits)
        switch request.alignment {
        case .left: unsafe pango_layout_set_alignment(made, PANGO_ALIGN_LEFT)
        case .centre: unsafe pango_layout_set_alignment(made, PANGO_ALIGN_CENTER)
        case .right: unsafe pango_layout_set_alignment(made, PANGO_ALIGN_RIGHT)
        // pango would put all white into the few spaces of a Chinese line; see `TextLayout.justify`.
        case .justified: unsafe pango_layout_set_alignment(made, PANGO_ALIGN_LEFT)
        }
        let attributes = unsafe pango_attr_list_new()
        unsafe pango_attr_list_insert(
            attributes,
            pango_attr_line_height_new_absolute(request.lineHeight.inPangoUnits)
        )
        // A credit code that has to be broken gets no hyphen it does not have.
        unsafe pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(0))
        var start = 0
        for (span, end) in zip(request.spans, ends) {
            unsafe add(span, from: start, to: end, first: request.spans.first, to: attributes)
            start = end
        }
        unsafe pango_layout_set_attributes(made, attributes)
        unsafe pango_attr_list_unref(attributes)
        let layout = unsafe TextLayout(taking: made)
        if let scalar = layout.firstMissing(in: text, known: known) { throw .missingGlyph(scalar) }
        if request.alignment == .justified, let width = request.width, let size = request.spans.first?.size {
            layout.justify(text, to: width, size: size)
        }
        return layout
    }

    @unsafe
    private func add(
        _ span: TextRequest.Span,
        from start: Int,
        to end: Int,
        first: TextRequest.Span?,
        to attributes: OpaquePointer?
    ) {
        func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
            unsafe attribute?.pointee.start_index = UInt32(start)
            unsafe attribute?.pointee.end_index = UInt32(end)
            unsafe pango_attr_list_insert(attributes, attribute)
        }
        if let first, DescriptionKey(first) != DescriptionKey(span) {
            unsafe insert(pango_attr_font_desc_new(description(of: span).raw))
        }
        if span.isUnderlined { unsafe insert(pango_attr_underline_new(PANGO_UNDERLINE_SINGLE)) }
        if span.ink != .black {
            unsafe insert(
                pango_attr_foreground_new(span.ink.red.in16Bits, span.ink.green.in16Bits, span.ink.blue.in16Bits)
            )
        }
    }

    private func description(of span: TextRequest.Span) -> FontDescription {
        let key = DescriptionKey(span)
        if let known = descriptions[key] { return known }
        let made = FontDescription(families: families[span.font] ?? "", size: span.size, isBold: span.isBold)
        descriptions[key] = made
        return made
    }
}

private struct DescriptionKey: Hashable {
    let font: FontRole
    let size: Double
    let isBold: Bool

    init(_ span: TextRequest.Span) {
        font = span.font
        size = span.size
        isBold = span.isBold
    }
}

@safe private final class FontDescription {
    @unsafe let raw: OpaquePointer?

    init(families: String, size: Double, isBold: Bool) {
        unsafe raw = unsafe pango_font_description_new()
        unsafe pango_font_description_set_family(raw, families)
        unsafe pango_font_description_set_absolute_size(raw, size * Double(PANGO_SCALE))
        unsafe pango_font_description_set_weight(raw, isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    }

    deinit { unsafe pango_font_description_free(raw) }
}

extension Double {
    /// Points in pango's units; lengths no paper has are cut rather than trapped on.
    fileprivate var inPangoUnits: Int32 {
        isNaN ? 0 : Int32((Swift.min(Swift.max(self, -20000), 20000) * Double(PANGO_SCALE)).rounded())
    }

    fileprivate var in16Bits: UInt16 { isNaN ? 0 : UInt16((Swift.min(Swift.max(self, 0), 1) * 65535).rounded()) }
}
