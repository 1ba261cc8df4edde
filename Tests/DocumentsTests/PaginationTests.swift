import Documents
import TestSupport
import Testing

@Suite("Breaking pages")
struct PaginationTests {
    private func pages(_ blocks: [PaperBlock], style: DocumentStyle = .letter) throws -> [String] {
        try Poppler.pages(PaperDocument(Sample.information("样张"), style: style, blocks: blocks).pdf())
    }

    @Test("A table's header stands on every page, its rows stay whole and in order")
    func tables() throws {
        let pages = try Poppler.pages(Sample.registerPaper(rows: 300).pdf())
        #expect(pages.count > 8)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("序号") && page.contains("业绩"))
            #expect(page.filter { !$0.isWhitespace }.contains("第\(index + 1)页共\(pages.count)页"))
        }
        let numbers = pages.flatMap { $0.split(separator: "\n") }.compactMap { Int($0) }
        #expect(numbers == Array(1...300))
    }

    @Test("Ten thousand names are printed, page after page")
    func many() throws {
        var chunks = 0
        var bytes: [UInt8] = []
        try Sample.registerPaper(rows: 10000).write { chunk in
            chunks += 1
            bytes += chunk
        }
        let pages = try #require(Int(try Poppler.information(bytes)["Pages"] ?? ""))
        #expect(pages > 300)
        #expect(chunks > 3, "the file comes in parts")
        let text = try Poppler.text(bytes)
        #expect(text.contains("职工10000\n") && text.filter { !$0.isWhitespace }.contains("第\(pages)页共\(pages)页"))
    }

    @Test("A row taller than a page is divided, under the header again, and loses no word")
    func tallRow() throws {
        let words = (1...200).map { "项\($0)" }
        let table = Table(
            columns: [TableColumn("名"), TableColumn("说明", weight: 3)],
            texts: [["甲", "短"], ["乙", words.joined(separator: "\n")], ["丙", "短"]]
        )
        let pages = try pages([.table(table)])
        #expect(pages.count > 2)
        #expect(pages.allSatisfy { $0.contains("说明") })
        let found = pages.joined().split(separator: "\n").filter { $0.hasPrefix("项") }.map(String.init)
        #expect(found == words)
    }

    @Test("A heading is never the last thing on a page", arguments: 15...30)
    func headings(_ lines: Int) throws {
        var blocks = (1...lines).map { PaperBlock.text("第\($0)段") }
        blocks += [.heading("标题甲"), .text("其后的正文"), .text("末段")]
        for page in try pages(blocks) where page.contains("标题甲") { #expect(page.contains("其后的正文")) }
    }

    @Test("A signature is never alone on a page", arguments: 10...30)
    func signatures(_ lines: Int) throws {
        var blocks = (1...lines).map { PaperBlock.text("第\($0)段") }
        blocks += [.space(5), .signature(SignatureBlock("落款单位", date: "2026 年 11 月 20 日"))]
        for page in try pages(blocks) where page.contains("落款单位") { #expect(page.contains("第\(lines)段")) }
    }

    @Test("No single line of a paragraph stands alone on a page", arguments: 15...30)
    func orphans(_ lines: Int) throws {
        var blocks = (1...lines).map { PaperBlock.text("第\($0)段") }
        blocks.append(.text(String(repeating: "长段落", count: 60)))
        for page in try pages(blocks) {
            let count = page.split(separator: "\n").filter { $0.contains("长段") }.count
            #expect(count != 1, "\(page)")
        }
    }

    @Test("Blocks kept together go to the next page together", arguments: 15...30)
    func together(_ lines: Int) throws {
        var blocks = (1...lines).map { PaperBlock.text("第\($0)段") }
        blocks.append(.together([.text("同甲"), .text("同乙"), .text("同丙")]))
        for page in try pages(blocks) { #expect(page.contains("同甲") == page.contains("同丙")) }
    }

    @Test("A page break begins a page; fixed places do not move the text")
    func breaks() throws {
        let pages = try pages([
            .text("甲"), .placed(Placement(x: 100, y: 200, width: 50), [.text("定位")]), .text("乙"), .pageBreak,
            .text("丙"),
        ])
        #expect(pages.count == 2)
        #expect(pages[0].contains("甲") && pages[0].contains("定位") && pages[0].contains("乙"))
        #expect(pages[1].contains("丙"))
    }

    @Test("A page of an official paper has 22 lines of 28 characters (GB/T 9704-2012 5.2.2)")
    func officialGrid() throws {
        let text = String(repeating: "国", count: 28 * 44 - 2)
        let pages = try pages([.text(text)], style: .officialPaper)
        #expect(pages.count == 2)
        let lines = pages[0].split(separator: "\n").filter { $0.contains("国") }
        #expect(lines.count == 22)
        #expect(lines.dropFirst().allSatisfy { $0.count == 28 })
    }
}
