import CPangoCairo

/// Tells the fonts that a style names from those that pango takes when none of them has a character.
///
/// A paper is only set in the former: it looks the same on every machine, and a character that is drawn at all is drawn as
/// the city wants it.
@safe final class KnownFonts {
    private let names: Set<String>
    /// Fonts that were looked at; held, so that no other takes the place of one in memory.
    private var verdicts: [UnsafeMutablePointer<PangoFont>: Bool] = unsafe [:]

    init(_ families: FontFamilies) {
        names = FontRole.allCases.reduce(into: []) { names, role in
            for family in families[role] { names.formUnion(InstalledFonts.names(of: family)) }
        }
    }

    deinit { unsafe verdicts.keys.forEach { unsafe g_object_unref($0) } }

    @unsafe
    func contains(_ font: UnsafeMutablePointer<PangoFont>) -> Bool {
        if let verdict = unsafe verdicts[font] { return verdict }
        let description = unsafe pango_font_describe(font)
        defer { unsafe pango_font_description_free(description) }
        let verdict =
            unsafe pango_font_description_get_family(description).map { unsafe names.contains(String(cString: $0)) }
            ?? false
        unsafe g_object_ref(font)
        unsafe verdicts[font] = verdict
        return verdict
    }
}
