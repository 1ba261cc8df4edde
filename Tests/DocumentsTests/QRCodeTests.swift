import Documents
import Foundation
import TestSupport
import Testing

@Suite("QR codes")
struct QRCodeTests {
    private func picture(_ code: QRCode) -> [String] {
        (0..<code.size).map { row in
            String((0..<code.size).map { code.isDark(row: row, column: $0) ? "#" as Character : "." })
        }
    }

    @Test(
        "The smallest version that holds the text is taken",
        arguments: [
            ("01234567", 21), ("Y00003716000126T000001", 25), ("https://notice.example.test/n/1", 29),
            (String(repeating: "证", count: 300), 113),
        ]
    )
    func sizes(_ text: String, _ size: Int) throws {
        #expect(try QRCode(text).size == size)
    }

    @Test("The standard's own example comes out as it is printed there (ISO/IEC 18004, version 1-M of 01234567)")
    func knownVector() throws {
        let expected = """
            #######..#.##.#######
            #.....#..####.#.....#
            #.###.#.#.....#.###.#
            #.###.#.##....#.###.#
            #.###.#.#.###.#.###.#
            #.....#.#...#.#.....#
            #######.#.#.#.#######
            ........#..##........
            #.#####..#..#.#####..
            ...#.#.##.#.#..#.##..
            ..#...##.#.#.#..#####
            ....#....#.....####..
            ...######..#.#..#....
            ........#.#####..##..
            #######..##.#.##.....
            #.....#.#.#####...#.#
            #.###.#.#...#..#.##..
            #.###.#.##..#..#.....
            #.###.#.#.##.#..#.#..
            #.....#........##.##.
            #######.####.#..#.#..
            """
        #expect(try picture(QRCode("01234567")).joined(separator: "\n") == expected)
    }

    @Test("A code has its three finder patterns, its timing and its dark module (ISO/IEC 18004 6.3)")
    func functionPatterns() throws {
        let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
        for correction in [QRCode.Correction.medium, .quartile] {
            let code = try QRCode("https://notice.example.test/n/1?site=7Q4K2M", correction: correction)
            let rows = picture(code)
            #expect(rows.prefix(7).map { String($0.prefix(7)) } == finder)
            #expect(rows.prefix(7).map { String($0.suffix(7)) } == finder)
            #expect(rows.suffix(7).map { String($0.prefix(7)) } == finder)
            for index in 7..<(code.size - 7) {
                #expect(code.isDark(row: 6, column: index) == index.isMultiple(of: 2))
                #expect(code.isDark(row: index, column: 6) == index.isMultiple(of: 2))
            }
            #expect(code.isDark(row: code.size - 8, column: 8))
            #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: code.size))
        }
    }

    @Test("More correction makes a larger code of the same text")
    func correction() throws {
        let text = "https://notice.example.test/n/019a8d3e-7c11-7b2a"
        #expect(try QRCode(text, correction: .quartile).size > QRCode(text, correction: .medium).size)
    }

    @Test("A text too long, empty or with a NUL is refused")
    func refusals() {
        #expect(throws: DocumentError.codeTooLong(byteCount: 3000)) { try QRCode(String(repeating: "a", count: 3000)) }
        #expect(throws: DocumentError.codeTooLong(byteCount: 5000)) {
            try QRCode(bytes: [UInt8](repeating: 1, count: 5000))
        }
        #expect(throws: DocumentError.unprintable("\0")) { try QRCode("a\0b") }
        #expect(throws: DocumentError.self) { try QRCode("") }
        #expect(throws: DocumentError.self) { try QRCode(bytes: []) }
    }

    @Test("A printed code is read again", arguments: [150, 300])
    func readAgain(_ resolution: Int) throws {
        let notice = try Poppler.codes(Sample.notice.document().pdf(), resolution: resolution)
        #expect(notice == "https://notice.example.test/n/019a8d3e-7c11-7b2a-9f00-5c1f2a7d0001?site=7Q4K2M\n")
        let certificate = try Poppler.codes(Sample.certificate.document().pdf(), resolution: resolution)
        #expect(certificate == "Y00003716000126T000001|example\n")
    }

    @Test(
        "A dense code says the same and is as large, and is read from a print",
        arguments: [QRCode.Correction.medium, .quartile]
    )
    func dense(_ correction: QRCode.Correction) throws {
        let text = "https://gs.example.test/verify#" + (0..<75).map { "a\($0)_Zq" }.joined().suffix(300)
        let code = try QRCode(dense: text, correction: correction)
        #expect(try code.size == QRCode(text, correction: correction).size)
        #expect(code.isDark(row: code.size - 8, column: 8))
        let document = PaperDocument(
            PaperInformation(title: "密", author: "", subject: "", created: .init(timeIntervalSince1970: 0)),
            style: .letter,
            blocks: [.code(PrintedCode(code, side: 40))]
        )
        #expect(try Poppler.codes(document.pdf(), resolution: 300) == text + "\n")
        #expect(throws: DocumentError.self) { try QRCode(dense: "") }
        #expect(throws: DocumentError.unprintable("\0")) { try QRCode(dense: "a\0b") }
        #expect(throws: DocumentError.self) { try QRCode(dense: String(repeating: "a", count: 3000)) }
    }

    @Test("Bytes of any value can be encoded")
    func bytes() throws {
        #expect(try QRCode(bytes: Array(0...255)).size == 65)
    }

    @Test("The SVG has the quiet zone of four modules and every dark module once")
    func svg() throws {
        let code = try QRCode("01234567")
        let svg = code.svg()
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("M4 4h7v1h-7z"))
        // Each run is drawn there and back: its second number is its length.
        let runs = svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/)
        #expect(runs.compactMap { Int($0.3) }.reduce(0, +) == picture(code).joined().count { $0 == "#" })
        for run in runs {
            let (column, row) = (Int(run.1) ?? 0, Int(run.2) ?? 0)
            #expect(code.isDark(row: row - 4, column: column - 4) && !code.isDark(row: row - 4, column: column - 5))
            #expect(run.3 == run.4)
        }
    }

    @Test("The label of an SVG cannot break out of it")
    func label() throws {
        let svg = try QRCode("1").svg(label: "\"><script>'&\u{1}")
        #expect(svg.contains("aria-label=\"&quot;&gt;&lt;script&gt;&#39;&amp;\""))
    }
}
