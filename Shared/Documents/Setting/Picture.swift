import CPangoCairo
import Glibc

/// A picture that cairo can draw.
@safe final class Picture {
    private let raw: OpaquePointer
    private let header: PictureHeader

    /// Points at 96 pixels to the inch, as it is to be seen.
    var naturalWidth: Double { Double(header.isTurned ? header.height : header.width) * 0.75 }
    /// Points at 96 pixels to the inch, as it is to be seen.
    var naturalHeight: Double { Double(header.isTurned ? header.width : header.height) * 0.75 }

    init(_ bytes: [UInt8]) throws(DocumentError) {
        header = try PictureHeader(bytes)
        guard header.width * header.height <= PaperImage.largestPixelCount else {
            throw .unreadableImage("\(header.width) × \(header.height) pixels")
        }
        let made =
            switch header.format {
            case .png: unsafe Self.decodePNG(bytes)
            case .jpeg: unsafe Self.embedJPEG(bytes, header)
            }
        let status = unsafe cairo_surface_status(made)
        guard let made = unsafe made, status == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(made)
            throw unsafe .unreadableImage(String(cString: cairo_status_to_string(status)))
        }
        unsafe raw = unsafe made
    }

    deinit { unsafe cairo_surface_destroy(raw) }

    /// Draws it into a box, turned as its header says.
    @unsafe
    func draw(on cairo: OpaquePointer, x: Double, y: Double, width: Double, height: Double) {
        unsafe cairo_save(cairo)
        var matrix = unsafe header.matrix(x: x, y: y, width: width, height: height)
        unsafe cairo_transform(cairo, &matrix)
        unsafe cairo_set_source_surface(cairo, raw, 0, 0)
        unsafe cairo_paint(cairo)
        unsafe cairo_restore(cairo)
    }

    /// A surface of the right size that is never painted: the PDF takes the JPEG's own bytes.
    @unsafe
    private static func embedJPEG(_ bytes: [UInt8], _ header: PictureHeader) -> OpaquePointer? {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(header.width), Int32(header.height))
        guard let copy = unsafe malloc(bytes.count) else { return unsafe surface }
        unsafe bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { unsafe copy.copyMemory(from: base, byteCount: source.count) }
        }
        let status = unsafe cairo_surface_set_mime_data(
            surface,
            CAIRO_MIME_TYPE_JPEG,
            copy,
            UInt(bytes.count),
            { unsafe free($0) },
            copy
        )
        if status != CAIRO_STATUS_SUCCESS { unsafe free(copy) }
        return unsafe surface
    }

    private final class Reader {
        let bytes: [UInt8]
        var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    @unsafe
    static func decodePNG(_ bytes: [UInt8]) -> OpaquePointer? {
        let reader = Reader(bytes)
        return unsafe withExtendedLifetime(reader) {
            unsafe cairo_image_surface_create_from_png_stream(
                { closure, target, count in
                    guard let closure = unsafe closure, let target = unsafe target else {
                        return CAIRO_STATUS_READ_ERROR
                    }
                    let reader = unsafe Unmanaged<Reader>.fromOpaque(closure).takeUnretainedValue()
                    guard reader.bytes.count - reader.position >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
                    unsafe reader.bytes.withUnsafeBytes { source in
                        guard let base = source.baseAddress else { return }
                        unsafe UnsafeMutableRawPointer(target).copyMemory(
                            from: base + reader.position,
                            byteCount: Int(count)
                        )
                    }
                    reader.position += Int(count)
                    return CAIRO_STATUS_SUCCESS
                },
                Unmanaged.passUnretained(reader).toOpaque()
            )
        }
    }
}

extension PictureHeader {
    /// What brings the stored pixels upright into a box.
    @unsafe
    func matrix(x: Double, y: Double, width: Double, height: Double) -> cairo_matrix_t {
        let turn = orientation.matrix
        var matrix = cairo_matrix_t()
        unsafe cairo_matrix_init(
            &matrix,
            turn.xx * width / Double(self.width),
            turn.yx * height / Double(self.width),
            turn.xy * width / Double(self.height),
            turn.yy * height / Double(self.height),
            x + turn.x0 * width,
            y + turn.y0 * height
        )
        return matrix
    }
}
