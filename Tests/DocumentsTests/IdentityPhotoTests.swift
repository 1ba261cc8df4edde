import Documents
import Testing

@Suite("A photo that is kept")
struct IdentityPhotoTests {
    private typealias Hint = IdentityPhoto.Hint

    @Test("is brought to the size it is printed in, whatever it came as, and comes out the same each time")
    func size() throws {
        let photo = try IdentityPhoto(PaintedPhoto.png(width: 1000, height: 1400))
        #expect(photo.width == 1000 && photo.height == 1400 && photo.hints.isEmpty)
        let kept = try IdentityPhoto(photo.jpeg)
        #expect(kept.width == 413 && kept.height == 578)
        #expect(photo.jpeg.count < 60_000)
        #expect(try IdentityPhoto(PaintedPhoto.png(width: 1000, height: 1400)) == photo)
    }

    @Test("is upright and without the camera's notes")
    func turned() throws {
        let turned = try IdentityPhoto(Pictures.turnedJPEG)
        let upright = try IdentityPhoto(Pictures.jpeg)
        #expect(turned.width == upright.width && turned.height == upright.height && turned.width == 50)
        let note = Array("Exif".utf8)
        #expect(Pictures.turnedJPEG.indices.contains { Pictures.turnedJPEG[$0...].starts(with: note) })
        #expect(!turned.jpeg.indices.contains { turned.jpeg[$0...].starts(with: note) })
    }

    @Test("is remarked on where it is coarse, of another shape or not on white")
    func hints() throws {
        #expect(try IdentityPhoto(PaintedPhoto.png(width: 200, height: 280)).hints == [Hint.coarse])
        #expect(try IdentityPhoto(PaintedPhoto.png(width: 500, height: 501)).hints == [Hint.ratio])
        #expect(try IdentityPhoto(PaintedPhoto.png(background: 120)).hints == [Hint.background])
    }

    /// What only begins like a picture, or is one in part.
    private static let broken: [(String, [UInt8])] = [
        ("nothing", []),
        ("words", Array("这不是照片".utf8)),
        ("a JPEG without its last third", Array(Pictures.jpeg.prefix(Pictures.jpeg.count * 2 / 3))),
        ("such a JPEG with an end", Array(Pictures.jpeg.prefix(Pictures.jpeg.count * 2 / 3)) + [0xFF, 0xD9]),
        ("a JPEG with an end and no pixels", Array(Pictures.jpeg.prefix(Pictures.jpeg.count - 300)) + [0xFF, 0xD9]),
        ("a JPEG with a script in its pixels", spoilt(Pictures.jpeg)),
        ("a PNG cut short", Array(PaintedPhoto.png().dropLast(50_000))),
    ]

    private static func spoilt(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let script = Array("<script>alert(1)</script>".utf8)
        bytes.replaceSubrange((bytes.count - 200)..<(bytes.count - 200 + script.count), with: script)
        return bytes
    }

    @Test("is none where its pixels cannot be read", arguments: broken)
    func refused(_ what: String, _ bytes: [UInt8]) {
        #expect { try IdentityPhoto(bytes) } throws: { error in
            guard case .unreadableImage = error as? DocumentError else { return false }
            return true
        }
    }

    @Test("is a picture or none, but never a crash, whatever byte of it was changed")
    func fuzzed() {
        var random = SystemRandomNumberGenerator()
        var taken = 0
        for original in [Pictures.jpeg, Pictures.png, Pictures.turnedJPEG] {
            for _ in 0..<300 {
                var bytes = original
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    bytes[place] = .random(in: .min ... .max, using: &random)
                }
                guard let photo = try? IdentityPhoto(bytes) else { continue }
                #expect(photo.jpeg.starts(with: [0xFF, 0xD8]) && photo.width <= 65_535)
                taken += 1
            }
        }
        #expect(taken < 900)
    }
}
