import CJPEG
import CPangoCairo
import Glibc

/// A picture every pixel of which was read: what only looks like one at its beginning is refused.
@safe final class DecodedPicture {
    /// Upright, as it is to be seen.
    let width: Int
    /// Upright, as it is to be seen.
    let height: Int
    private let raw: OpaquePointer
    private let header: PictureHeader

    init(_ bytes: [UInt8], mostPixels: Int) throws(DocumentError) {
        let header = try PictureHeader(bytes)
        guard header.width * header.height <= mostPixels else {
            throw .unreadableImage("\(header.width) × \(header.height) pixels")
        }
        let made =
            switch header.format {
            case .png: unsafe Picture.decodePNG(bytes)
            case .jpeg: unsafe Self.decodeJPEG(bytes, header)
            }
        guard let made = unsafe made, unsafe cairo_surface_status(made) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(made)
            throw .unreadableImage("its pixels cannot be read")
        }
        unsafe raw = unsafe made
        self.header = header
        width = header.isTurned ? header.height : header.width
        height = header.isTurned ? header.width : header.height
    }

    deinit { unsafe cairo_surface_destroy(raw) }

    /// The picture upright on white, so many pixels large.
    func drawn(width: Int, height: Int) throws(DocumentError) -> PixelSheet {
        let sheet = try PixelSheet(width: width, height: height)
        unsafe sheet.draw { cairo in
            var matrix = unsafe header.matrix(x: 0, y: 0, width: Double(width), height: Double(height))
            unsafe cairo_transform(cairo, &matrix)
            unsafe cairo_set_source_surface(cairo, raw, 0, 0)
            unsafe cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST)
            // Pixels beyond the edge count as those at the edge, or the border would be pale.
            unsafe cairo_pattern_set_extend(cairo_get_source(cairo), CAIRO_EXTEND_PAD)
        }
        return sheet
    }

    @unsafe
    private static func decodeJPEG(_ bytes: [UInt8], _ header: PictureHeader) -> OpaquePointer? {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(header.width), Int32(header.height))
        guard unsafe cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
            let pixels = unsafe cairo_image_surface_get_data(surface)
        else { return unsafe surface }
        let isWhole = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe shim_jpeg_decode(
                bytes.baseAddress,
                bytes.count,
                pixels,
                cairo_image_surface_get_stride(surface),
                Int32(header.width),
                Int32(header.height)
            )
        }
        guard isWhole == 1 else {
            unsafe cairo_surface_destroy(surface)
            return nil
        }
        unsafe cairo_surface_mark_dirty(surface)
        return unsafe surface
    }
}
