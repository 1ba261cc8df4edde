import CJPEG
import CPangoCairo
import Glibc

/// White pixels to draw on.
@safe final class PixelSheet {
    let width: Int
    let height: Int
    private let raw: OpaquePointer

    init(width: Int, height: Int) throws(DocumentError) {
        let made = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        guard let made = unsafe made, unsafe cairo_surface_status(made) == CAIRO_STATUS_SUCCESS else {
            unsafe cairo_surface_destroy(made)
            throw .library("no sheet of \(width) × \(height) pixels")
        }
        unsafe raw = unsafe made
        self.width = width
        self.height = height
    }

    deinit { unsafe cairo_surface_destroy(raw) }

    /// Fills the sheet with white, and over it with the source that is set.
    @unsafe
    func draw(_ set: (OpaquePointer) -> Void) {
        guard let cairo = unsafe cairo_create(raw) else { return }
        unsafe cairo_set_source_rgb(cairo, 1, 1, 1)
        unsafe cairo_paint(cairo)
        unsafe set(cairo)
        unsafe cairo_paint(cairo)
        unsafe cairo_destroy(cairo)
        unsafe cairo_surface_flush(raw)
    }

    /// The share of nearly white pixels in a part of the sheet.
    func whiteness(columns: Range<Int>, rows: Range<Int>) -> Double {
        guard let pixels = unsafe cairo_image_surface_get_data(raw), !columns.isEmpty, !rows.isEmpty else { return 0 }
        let stride = Int(unsafe cairo_image_surface_get_stride(raw))
        var white = 0
        for row in rows.clamped(to: 0..<height) {
            for column in columns.clamped(to: 0..<width) {
                let place = row * stride + column * 4
                if unsafe min(pixels[place], pixels[place + 1], pixels[place + 2]) >= 215 { white += 1 }
            }
        }
        return Double(white) / Double(columns.count * rows.count)
    }

    /// The sheet as a JPEG file without any notes.
    func jpeg(quality: Int32) throws(DocumentError) -> [UInt8] {
        var count: UInt = 0
        let made = unsafe shim_jpeg_encode(
            cairo_image_surface_get_data(raw),
            cairo_image_surface_get_stride(raw),
            Int32(width),
            Int32(height),
            quality,
            &count
        )
        guard let made = unsafe made else { throw .library("the picture could not be encoded") }
        defer { unsafe free(made) }
        return unsafe Array(UnsafeBufferPointer(start: made, count: Int(count)))
    }
}
