import Documents
import Testing

@Suite("What cannot be printed is said")
struct RefusalTests {
    private func print(_ blocks: PaperBlock..., style: DocumentStyle = .letter) throws(DocumentError) -> [UInt8] {
        try PaperDocument(Sample.information("样张"), style: style, blocks: blocks).pdf()
    }

    @Test(
        "A character that no font has is an error that names it",
        arguments: ["\u{1F600}", "\u{12000}", "\u{323B0}"] as [Unicode.Scalar]
    )
    func missing(_ scalar: Unicode.Scalar) {
        #expect(throws: DocumentError.missingGlyph(scalar)) { try print(.text("张\(scalar)伟")) }
        #expect(DocumentError.missingGlyph("\u{1F600}").sentence.contains("U+1F600"))
    }

    @Test("It is found in a table, a key, a caption, the foot and a watermark as well")
    func missingAnywhere() throws {
        let error = DocumentError.missingGlyph("\u{1F600}")
        let bad = "甲\u{1F600}"
        #expect(throws: error) { try print(.table(Table(columns: [TableColumn("列")], texts: [[bad]]))) }
        #expect(throws: error) { try print(.keyValues(KeyValues([KeyValue(bad, "值")]))) }
        let code = try QRCode("1")
        #expect(throws: error) { try print(.code(PrintedCode(code, caption: bad))) }
        var style = DocumentStyle.letter
        style.page.foot = PageLine(left: .text(bad))
        #expect(throws: error) { try print(.text("正文"), style: style) }
        var document = PaperDocument(Sample.information("样张"), blocks: [])
        document.watermark = Watermark(bad)
        #expect(throws: error) { try document.pdf() }
    }

    @Test(
        "Characters of private use, of control and of direction are refused",
        arguments: [
            "\u{E000}", "\u{F8FF}", "\u{F0000}", "\u{10FFFD}", "\0", "\u{1B}", "\u{85}", "\u{200F}", "\u{202E}",
            "\u{2066}",
            "\u{FFFC}", "\u{FFFE}", "\u{E0041}",
        ] as [Unicode.Scalar]
    )
    func unprintable(_ scalar: Unicode.Scalar) {
        #expect(throws: DocumentError.unprintable(scalar)) { try print(.text("张\(scalar)伟")) }
    }

    @Test("The error is told without the text around the character")
    func privacy() {
        #expect("\(DocumentError.unprintable("\u{E000}"))" == "U+E000 cannot be printed")
    }

    @Test("A style whose font is not installed is refused by the font's name")
    func fonts() {
        let families = FontFamilies(title: ["没有的字体"])
        #expect(families.missing == ["没有的字体"])
        #expect(FontFamilies().missing.isEmpty)
        #expect(throws: DocumentError.fontNotInstalled("没有的字体")) {
            try print(.text("正文"), style: .letter.with(families))
        }
    }

    @Test("A family is known by its Chinese name too")
    func localNames() {
        #expect(FontFamilies(body: ["花園明朝A"]).missing.isEmpty)
    }

    @Test("What contradicts itself is refused")
    func malformed() {
        func isMalformed(_ block: PaperBlock) -> Bool {
            do { _ = try print(block) } catch .malformed { return true } catch {}
            return false
        }
        #expect(isMalformed(.table(Table(columns: [TableColumn("一")], texts: [["1", "2"]]))))
        #expect(isMalformed(.table(Table(columns: [TableColumn("一", weight: 0)], texts: []))))
        #expect(isMalformed(.columns([])))
        #expect(isMalformed(.together([.pageBreak])))
        #expect(isMalformed(.together([.placed(Placement(x: 0, y: 0, width: 9), [])])))
        #expect(isMalformed(.paragraph(Paragraph("字", size: 0))))
    }

    @Test("What is placed at a height it does not fit is refused")
    func placement() {
        #expect(throws: DocumentError.doesNotFit("what is placed at a fixed height")) {
            try print(.placed(Placement(x: 20, y: 20, width: 20, height: 5), [.text("一二三四五六七八九十")]))
        }
    }

    @Test("A text longer than pango can measure is refused")
    func endless() {
        let text = String(repeating: "\n", count: 1 << 16)
        #expect(throws: Never.self) { try print(.text(text)) }
        #expect(throws: DocumentError.doesNotFit("one text of more than 64 KiB")) { try print(.text(text + "末")) }
    }

    @Test("A picture that is none, or not whole, is refused")
    func pictures() throws {
        func isRefused(_ bytes: [UInt8]) -> Bool {
            do { _ = try print(.image(PaperImage(bytes))) } catch .unreadableImage { return true } catch {}
            return false
        }
        #expect(isRefused([]))
        #expect(isRefused(Array("MZ an executable".utf8)))
        for count in [3, 20, 200, Pictures.jpeg.count - 1] { #expect(isRefused(Array(Pictures.jpeg.prefix(count)))) }
        for count in [8, 30, 60, 150] { #expect(isRefused(Array(Pictures.png.prefix(count)))) }
        // 30,000 × 30,000 pixels in a few bytes.
        var bomb = Pictures.png
        bomb.replaceSubrange(16..<24, with: [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30])
        #expect(isRefused(bomb))
    }

    @Test("No cut or changed byte of a picture brings the printing down", arguments: 0..<200)
    func fuzz(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var bytes = [Pictures.jpeg, Pictures.turnedJPEG, Pictures.png].randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        do { #expect(try print(.image(PaperImage(bytes, width: 20))).starts(with: "%PDF-1.5".utf8)) } catch {
            guard case .unreadableImage = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}

/// The same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
