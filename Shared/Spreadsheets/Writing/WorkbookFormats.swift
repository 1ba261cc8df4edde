import CXLSXWriter

/// The looks of cells of a workbook, each made when it is first used.
@safe struct WorkbookFormats {
    enum Role: Hashable {
        case plain, wrong, title, heading, requiredHeading
    }

    struct Style: Hashable {
        let kind: SheetLayout.Kind
        var role = Role.plain
        var hasTime = false
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Style: UnsafeMutablePointer<lxw_format>]

    @unsafe
    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        unsafe self.book = unsafe book
        unsafe made = [:]
    }

    subscript(style: Style) -> UnsafeMutablePointer<lxw_format>? {
        mutating get {
            if let format = unsafe made[style] { return unsafe format }
            guard let format = unsafe workbook_add_format(book) else { return nil }
            unsafe Self.draw(style, format)
            unsafe made[style] = unsafe format
            return unsafe format
        }
    }

    private static func draw(_ style: Style, _ format: UnsafeMutablePointer<lxw_format>) {
        switch style.kind {
        case .text: unsafe format_set_num_format(format, "@")
        case .wrapped:
            unsafe format_set_num_format(format, "@")
            unsafe format_set_text_wrap(format)
        case .number: break
        case .day: unsafe format_set_num_format(format, style.hasTime ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd")
        }
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        switch style.role {
        case .plain: break
        case .wrong:
            unsafe format_set_bg_color(format, 0xFFD9D9)
            unsafe format_set_font_color(format, 0x9C0006)
        case .title:
            unsafe format_set_bold(format)
            unsafe format_set_font_size(format, 14)
        case .heading, .requiredHeading:
            unsafe format_set_bold(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
            unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            unsafe format_set_bg_color(format, 0xDCE6F1)
            if style.role == .requiredHeading { unsafe format_set_font_color(format, 0xC00000) }
        }
    }
}
