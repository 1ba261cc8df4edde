/// Why a paper or a QR code could not be made; nothing half-made is handed out.
///
/// `description` names characters by code point and never quotes the text around them, which may be personal data.
package enum DocumentError: Error, Hashable, Sendable {
    /// None of the style's fonts has this character.
    case missingGlyph(Unicode.Scalar)
    /// A character that prints nothing and changes what is read: a control character, one that turns the direction of
    /// writing, or one of the private use areas, which means something else on every machine.
    case unprintable(Unicode.Scalar)
    /// A font family that the style names is not installed.
    case fontNotInstalled(String)
    /// The bytes are no PNG or JPEG picture, are cut short, or are larger than `PaperImage.largestPixelCount`.
    case unreadableImage(String)
    /// The text is longer than a QR code of this correction can hold.
    case codeTooLong(byteCount: Int)
    /// Something that cannot be divided is larger than the page.
    case doesNotFit(String)
    /// The document contradicts itself, e.g. a table row with more cells than there are columns.
    case malformed(String)
    /// cairo or pango refused; its own words.
    case library(String)

    /// A stable code for catalogues of messages and for metrics.
    package var code: String {
        switch self {
        case .missingGlyph: "document.missing-glyph"
        case .unprintable: "document.unprintable-character"
        case .fontNotInstalled: "document.font-not-installed"
        case .unreadableImage: "document.unreadable-image"
        case .codeTooLong: "document.code-too-long"
        case .doesNotFit: "document.does-not-fit"
        case .malformed: "document.malformed"
        case .library: "document.library"
        }
    }

    /// The sentence for the person whose paper could not be made.
    package var sentence: String {
        switch self {
        case .missingGlyph(let scalar): "所用字体中没有“\(scalar)”（\(scalar.codePoint)）这个字，无法打印。"
        case .unprintable(let scalar): "文字中含有不能打印的字符 \(scalar.codePoint)，请删除或更正。"
        case .fontNotInstalled(let family): "未安装字体“\(family)”。"
        case .unreadableImage: "图片不是完整的 PNG 或 JPEG 文件，或者尺寸过大。"
        case .codeTooLong(let byteCount): "内容过长（\(byteCount) 字节），无法生成二维码。"
        case .doesNotFit: "内容超出页面，无法排版。"
        case .malformed, .library: "文件生成失败。"
        }
    }
}

extension DocumentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missingGlyph(let scalar): "no font of the style has \(scalar.codePoint) \(scalar)"
        case .unprintable(let scalar): "\(scalar.codePoint) cannot be printed"
        case .fontNotInstalled(let family): "the font \(family) is not installed"
        case .unreadableImage(let reason): "unreadable image: \(reason)"
        case .codeTooLong(let byteCount): "\(byteCount) bytes are too many for a QR code"
        case .doesNotFit(let what): "\(what) does not fit on the page"
        case .malformed(let reason): "malformed document: \(reason)"
        case .library(let words): "drawing failed: \(words)"
        }
    }
}

extension Unicode.Scalar {
    /// The code point as Unicode writes it: `U+2CB4E`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
