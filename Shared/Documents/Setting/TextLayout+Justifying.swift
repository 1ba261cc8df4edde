import CPangoCairo

extension TextLayout {
    /// Makes the right edge straight as Chinese is set: by a little white beside every full-width character.
    ///
    /// Lines that end a paragraph stay as they are, and so do those that would need so much white that it shows, or that
    /// readers of the file would take it for spaces.
    func justify(_ text: String, to width: Double, size: Double) {
        for index in lines.indices.dropLast() {
            guard
                unsafe pango_layout_line_is_paragraph_start(pango_layout_get_line_readonly(raw, Int32(index + 1))) == 0,
                let line = unsafe pango_layout_get_line(raw, Int32(index))
            else { continue }
            let slack = width - lines[index].end
            let gaps = unsafe gaps(in: line, text)
            let share = unsafe slack / Double(gaps.count)
            guard slack > 0, share < size * 0.085 else { continue }
            for place in unsafe gaps.indices {
                unsafe gaps[place].pointee.geometry.width += Int32(share * Double(PANGO_SCALE))
            }
        }
    }

    /// The glyphs of a line that may be followed by more white.
    @unsafe
    private func gaps(
        in line: UnsafeMutablePointer<PangoLayoutLine>,
        _ text: String
    ) -> [UnsafeMutablePointer<PangoGlyphInfo>] {
        var gaps: [UnsafeMutablePointer<PangoGlyphInfo>] = unsafe []
        var last: UnsafeMutablePointer<PangoGlyphInfo>?
        var lastOffset = -1
        var isLastWide = false
        var next = unsafe line.pointee.runs
        while let element = unsafe next {
            unsafe next = unsafe element.pointee.next
            guard let run = unsafe element.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self),
                let item = unsafe run.pointee.item, let glyphs = unsafe run.pointee.glyphs,
                let infos = unsafe glyphs.pointee.glyphs, let clusters = unsafe glyphs.pointee.log_clusters
            else { continue }
            for index in 0..<Int(unsafe glyphs.pointee.num_glyphs) {
                let offset = unsafe Int(item.pointee.offset + clusters[index])
                let isWide = text.unicodeScalars[text.utf8.index(text.utf8.startIndex, offsetBy: offset)].isFullWidth
                if let last = unsafe last, lastOffset != offset, isLastWide || isWide { unsafe gaps.append(last) }
                unsafe last = unsafe infos + index
                lastOffset = offset
                isLastWide = isWide
            }
        }
        return unsafe gaps
    }
}

extension Unicode.Scalar {
    /// Whether it is as wide as a Chinese character: ideographs, their punctuation and full-width forms.
    fileprivate var isFullWidth: Bool {
        switch value {
        case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
