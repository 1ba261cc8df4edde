/// What a file is, found in its content.
package enum FileKind: String, CaseIterable, Codable, Sendable {
    case pdf, ofd
    case jpeg, png, gif, webp, heic
    case mp4, quicktime, m4a, mp3, wav
    case docx, xlsx, pptx
    /// The formats Office had before 2007, and those of WPS.
    case doc, xls, ppt
    case text, csv

    /// Pictures a telephone or a screen makes.
    package static let pictures: Set<FileKind> = [.jpeg, .png, .gif, .webp, .heic]
    /// Texts, tables and slides.
    package static let papers: Set<FileKind> = [.pdf, .ofd, .docx, .xlsx, .pptx, .doc, .xls, .ppt, .text, .csv]
    /// Recordings.
    package static let recordings: Set<FileKind> = [.mp4, .quicktime, .m4a, .mp3, .wav]

    /// The media type it is served with; texts say their encoding besides.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .ofd: "application/ofd"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .heic: "image/heic"
        case .mp4: "video/mp4"
        case .quicktime: "video/quicktime"
        case .m4a: "audio/mp4"
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .ppt: "application/vnd.ms-powerpoint"
        case .text: "text/plain"
        case .csv: "text/csv"
        }
    }

    /// How the names of such files may end, the usual ending first.
    package var endings: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
        case .heic: ["heic", "heif"]
        case .mp4: ["mp4", "m4v", "3gp"]
        case .quicktime: ["mov"]
        case .m4a: ["m4a", "mp4"]
        case .doc: ["doc", "wps"]
        case .xls: ["xls", "et"]
        case .ppt: ["ppt", "dps"]
        case .text: ["txt", "log", "md"]
        default: [rawValue]
        }
    }

    /// What people call it.
    package var title: String {
        switch self {
        case .jpeg, .png, .gif, .webp, .heic: "\(rawValue.uppercased())图片"
        case .mp4, .quicktime: "视频"
        case .m4a, .mp3, .wav: "录音"
        case .docx, .doc: "Word文档"
        case .xlsx, .xls: "Excel表格"
        case .pptx, .ppt: "PowerPoint演示文稿"
        case .text: "纯文本"
        case .pdf, .ofd, .csv: rawValue.uppercased()
        }
    }

    /// Whether a browser may show it in its own window.
    package var isShown: Bool { [.jpeg, .png, .gif, .webp].contains(self) }
}
