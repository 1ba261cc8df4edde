import Documents
import Foundation
import TestSupport
import Testing

@Suite("Printed papers")
struct DocumentTests {
    private func paper(_ blocks: [PaperBlock], style: DocumentStyle = .letter) -> PaperDocument {
        PaperDocument(Sample.information("样张"), style: style, blocks: blocks)
    }

    @Test("Every kind of paper prints, embeds its fonts and is A4", arguments: Sample.allCases)
    func prints(_ sample: Sample) throws {
        let pdf = try sample.document().pdf()
        if let folder = ProcessInfo.processInfo.environment["GONGJIANG_SAMPLES"] {
            try Data(pdf).write(to: URL(filePath: folder).appending(path: "\(sample.rawValue).pdf"))
        }
        let information = try Poppler.information(pdf)
        let size = sample == .register ? "841.89 x 595.276 pts (A4)" : "595.276 x 841.89 pts (A4)"
        #expect(information["Page size"] == size)
        let fonts = try Poppler.fonts(pdf).split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains(" yes yes yes ") }, "\(fonts)")
    }

    @Test("The file says what it is and when its business was, not when it was printed")
    func metadata() throws {
        let information = try Poppler.information(paper([.text("正文")]).pdf())
        #expect(information["Title"] == "样张")
        #expect(information["Author"] == "某市职业技能鉴定服务中心")
        #expect(information["Subject"] == "样张")
        #expect(information["CreationDate"]?.hasPrefix("2026-11-1") == true, "\(information)")
        #expect(information["ModDate"] == nil)
    }

    @Test("Equal documents give equal bytes", arguments: Sample.allCases)
    func equalBytes(_ sample: Sample) throws {
        let first = try sample.document().pdf()
        #expect(try sample.document().pdf() == first)
    }

    @Test("A document that differs gives other bytes")
    func otherBytes() throws {
        #expect(try paper([.text("甲")]).pdf() != paper([.text("乙")]).pdf())
    }

    @Test("The words can be found in the file, also those of rare characters and of markup")
    func extraction() throws {
        let text = try Poppler.text(Sample.notice.document().pdf()).filter { !$0.isWhitespace }
        for words in ["关于2026年特级技师建议人选的公示", "\u{2CB4E}", "\u{20000}", "\u{4DAE}", "<薄规格>", "R&D", "第1页共1页", "受理部门"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("Rare characters print in every font and weight", arguments: FontRole.allCases, [false, true])
    func rare(_ role: FontRole, _ isBold: Bool) throws {
        let name = "王\u{2CB4E}\u{20000}\u{4DAE}\u{9FED}"
        let text = try Poppler.text(paper([.paragraph(Paragraph(name, isBold: isBold, font: role))]).pdf())
        #expect(text.contains(name), "\(text)")
    }

    @Test("Characters that only choose a form or guide a line break are let through")
    func invisible() throws {
        let text = try Poppler.text(paper([.text("葛\u{E0100}甲\u{200B}乙\u{FEFF}丙\u{200D}丁")]).pdf())
        #expect(text.contains("葛") && text.contains("丁"))
    }

    @Test(
        "Lengths that are no numbers or without end are refused or cut, and never trap",
        arguments: [Double.nan, .infinity]
    )
    func lengths(_ length: Double) throws {
        let code = try QRCode("1")
        for block in [
            .paragraph(Paragraph("字", size: length)), .paragraph(Paragraph("字", indent: length)),
            .paragraph(Paragraph("字", lineHeight: length)), .paragraph(Paragraph("字", size: 9, shrinksTo: length)),
            .space(length), .code(PrintedCode(code, side: length)), .image(PaperImage(Pictures.png, width: length)),
            .placed(Placement(x: 1, y: 1, width: length), [.text("字")]), .rule(Rule(thickness: length)),
            .columns([PaperColumn(weight: length, [])]),
        ] as [PaperBlock] {
            do { #expect(try paper([.text("甲"), block]).pdf().count > 100) } catch {
                #expect(error.code.hasPrefix("document."))
            }
        }
    }

    @Test(
        "Text is never read as markup",
        arguments: ["<b>粗</b>", "<span size='99999'>", "&lt;", "&#65;", "</markup>", "%{page}"]
    )
    func markup(_ text: String) throws {
        #expect(try Poppler.text(paper([.text(text)]).pdf()).contains(text))
    }

    @Test("Blocks inside a table cell, a column and a fixed place take the same text", arguments: ["<i>&amp;"])
    func markupInside(_ text: String) throws {
        let pdf = try paper([
            .table(Table(columns: [TableColumn(text)], texts: [[text]])),
            .columns([PaperColumn([.text(text)])]), .placed(Placement(x: 20, y: 200, width: 100), [.text(text)]),
        ]).pdf()
        #expect(try Poppler.text(pdf).components(separatedBy: text).count == 5)
    }

    @Test("A long text without spaces is broken and gets no hyphens")
    func longWord() throws {
        let word = String(repeating: "0123456789ABCDEFGHIJ", count: 30)
        let text = try Poppler.text(paper([.text(word)]).pdf())
        #expect(text.split(whereSeparator: \.isWhitespace).joined().contains(word))
    }

    @Test("A document with nothing on it is one page")
    func empty() throws {
        #expect(try Poppler.pages(paper([]).pdf()).map { $0.filter { !$0.isWhitespace } } == ["第1页共1页"])
    }

    @Test("A line end of any kind begins one new line", arguments: ["甲\n乙", "甲\r\n乙", "甲\r乙"])
    func lineEnds(_ text: String) throws {
        let found = try Poppler.text(paper([.paragraph(Paragraph(text, indent: 0))]).pdf())
        #expect(found.hasPrefix("甲\n乙\n"), "\(found)")
    }

    @Test("A name too long for its place is set smaller, not on two lines")
    func shrinks() throws {
        let text = try Poppler.text(Sample.certificate.document().pdf())
        #expect(text.contains("买买提吐尔逊·阿卜杜热合曼·伊敏江·库尔班·艾合买提·托合提"))
    }
}
