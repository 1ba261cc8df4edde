import CPangoCairo
import Foundation

/// A PDF that is being written: pages go in, bytes come out.
@safe final class PDFFile {
    private let surface: OpaquePointer
    private let cairo: OpaquePointer
    private let output: Output
    private let stencils = CodeStencils()
    private var isFinished = false

    private final class Output {
        var bytes: [UInt8] = []
    }

    init(_ information: PaperInformation) throws(DocumentError) {
        let output = Output()
        self.output = output
        let made = unsafe cairo_pdf_surface_create_for_stream(
            { closure, bytes, count in
                guard let closure = unsafe closure else { return CAIRO_STATUS_WRITE_ERROR }
                let output = unsafe Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue()
                unsafe output.bytes.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(output).toOpaque(),
            595,
            842
        )
        guard let made = unsafe made, let cairo = unsafe cairo_create(made) else { throw .library("no surface") }
        unsafe surface = unsafe made
        unsafe self.cairo = unsafe cairo
        unsafe cairo_pdf_surface_restrict_to_version(made, CAIRO_PDF_VERSION_1_5)
        try describe(information)
        try check()
    }

    deinit {
        unsafe cairo_destroy(cairo)
        // Finishes what was left; the bytes go into an array that is dropped after it.
        unsafe cairo_surface_destroy(surface)
        withExtendedLifetime(output) {}
    }

    private func describe(_ information: PaperInformation) throws(DocumentError) {
        func set(_ key: cairo_pdf_metadata_t, _ text: String) throws(DocumentError) {
            guard !text.isEmpty else { return }
            unsafe cairo_pdf_surface_set_metadata(surface, key, try PrintableText.check(text))
        }
        try set(CAIRO_PDF_METADATA_TITLE, information.title)
        try set(CAIRO_PDF_METADATA_AUTHOR, information.author)
        try set(CAIRO_PDF_METADATA_SUBJECT, information.subject)
        try set(CAIRO_PDF_METADATA_KEYWORDS, information.keywords)
        try set(CAIRO_PDF_METADATA_CREATOR, "Gongjiang")
        let beijing = TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
        let format = Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: beijing)
        try set(CAIRO_PDF_METADATA_CREATE_DATE, information.created.formatted(format))
    }

    /// Draws a page of a size in points.
    func page(width: Double, height: Double, draw: (Canvas) -> Void) throws(DocumentError) {
        unsafe cairo_pdf_surface_set_size(surface, width, height)
        draw(unsafe Canvas(cairo, stencils))
        unsafe cairo_show_page(cairo)
        try check()
    }

    /// Writes fonts and the table of contents of the file.
    func finish() throws(DocumentError) {
        guard !isFinished else { return }
        isFinished = true
        unsafe cairo_surface_finish(surface)
        let status = unsafe cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw unsafe .library(String(cString: cairo_status_to_string(status)))
        }
    }

    /// The bytes written since the last time, when there are at least so many.
    func takeBytes(atLeast count: Int) -> [UInt8]? {
        guard output.bytes.count >= max(count, 1) else { return nil }
        let bytes = output.bytes
        output.bytes = []
        return bytes
    }

    private func check() throws(DocumentError) {
        let status = unsafe cairo_status(cairo)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw unsafe .library(String(cString: cairo_status_to_string(status)))
        }
    }
}
