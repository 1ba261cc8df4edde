import Documents
import Foundation
import TestSupport
import Testing

@Suite("Many documents")
struct BatchTests {
    private struct Stop: Error {}

    private func batch(_ count: Int) -> DocumentBatch {
        DocumentBatch(information: Sample.information("批量打印"), count: count) { index in
            PaperDocument(Sample.information("不用"), style: .letter, blocks: [.text("第\(index)件")])
        }
    }

    @Test("Each document of a batch begins a page and counts its own")
    func pages() throws {
        var bytes: [UInt8] = []
        var progress: [DocumentBatch.Progress] = []
        try batch(5).write(to: { bytes += $0 }, progress: { progress.append($0) })
        let pages = try Poppler.pages(bytes).map { $0.filter { !$0.isWhitespace } }
        #expect(pages.count == 5)
        for (index, page) in pages.enumerated() {
            #expect(page.contains("第\(index)件") && page.contains("第1页共1页"))
        }
        #expect(progress.map(\.documents) == [1, 2, 3, 4, 5])
        #expect(progress.last?.pages == 5 && progress.last?.count == 5)
        #expect(try Poppler.information(bytes)["Title"] == "批量打印")
    }

    @Test("A batch ends where its caller wants it to")
    func cancel() {
        var count = 0
        #expect(throws: Stop.self) {
            try batch(1000).write(to: { _ in }, progress: { if $0.documents == 3 { throw Stop() } else { count += 1 } })
        }
        #expect(count == 2)
    }

    @Test("What the sink throws is thrown, and nothing more is printed")
    func brokenSink() {
        #expect(throws: Stop.self) { try Sample.registerPaper(rows: 2000).write { _ in throw Stop() } }
    }

    @Test("A batch of nothing is refused")
    func nothing() {
        #expect(throws: DocumentError.self) { try batch(0).write { _ in } }
    }

    @Test("Two hundred documents, good and bad, leave no memory behind")
    func memory() throws {
        func print(_ count: Int) throws {
            for index in 0..<count {
                for sample in [Sample.notice, .certificate] { #expect(try sample.document().pdf().count > 1000) }
                #expect(throws: DocumentError.self) {
                    try PaperDocument(Sample.information("样张"), blocks: [.text("甲\(index)"), .text("\u{1F600}")]).pdf()
                }
            }
        }
        // Fonts are loaded once for each thread, and other tests load theirs meanwhile; a leak grows in every round.
        try print(10)
        var growths: [Int] = []
        for _ in 0..<6 {
            let before = try residentMiB()
            try print(67)
            growths.append(try residentMiB() - before)
            if growths.last ?? 0 < 8 { return }
        }
        Issue.record("each round of 201 documents takes more memory, in MiB: \(growths)")
    }

    @Test("Documents may be printed on several threads at once")
    func threads() async throws {
        let expected = try Sample.receipt.document().pdf()
        let all = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { @concurrent in (try? Sample.receipt.document().pdf()) == expected }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(all == Array(repeating: true, count: 8))
    }

    private func residentMiB() throws -> Int {
        let pages = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        return (Int(pages[1]) ?? 0) * 4096 / (1 << 20)
    }
}
