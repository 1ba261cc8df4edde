import Documents
import TestSupport
import Testing

@Suite("Pictures on paper")
struct PictureTests {
    private func pdf(_ image: PaperImage) throws -> [UInt8] {
        try PaperDocument(Sample.information("样张"), style: .letter, blocks: [.image(image)]).pdf()
    }

    @Test("A JPEG goes into the file byte for byte")
    func jpeg() throws {
        let pdf = try pdf(PaperImage(Pictures.jpeg, width: 25))
        let marker = Pictures.jpeg.prefix(64)
        let starts = pdf.indices.filter { pdf[$0...].starts(with: marker) }
        let start = try #require(starts.first)
        #expect(Array(pdf[start..<(start + Pictures.jpeg.count)]) == Pictures.jpeg)
        #expect(try Poppler.images(pdf).contains("jpeg"))
    }

    @Test("A picture keeps its shape in the box it is given, also when the camera was turned")
    func shapes() throws {
        // 50 × 70 pixels in 50 mm × 35 mm: 25 mm × 35 mm, 50.8 pixels to the inch.
        for bytes in [Pictures.jpeg, Pictures.turnedJPEG] {
            let list = try Poppler.images(pdf(PaperImage(bytes, width: 50, height: 35)))
            #expect(list.contains("  51    51 "), "\(list)")
        }
    }

    @Test("A PNG is drawn")
    func png() throws {
        #expect(try Poppler.images(pdf(PaperImage(Pictures.png, width: 25))).contains(" 25    35 "))
    }
}
