import Testing

@testable import Operator

@Suite("The totals of a demonstration")
struct DemonstrationTotals {
    @Test("are the line everybody looks for")
    func areTheLine() {
        #expect(Totals.wanted.text == "导入14行 驳回2 申报14 符合10 建议9 异议2 核准8 移除1 证书8 聘用7")
        #expect(Totals.wanted.differences(from: .wanted).isEmpty)
    }

    @Test("say which number is another than it has to be")
    func sayWhatDiffers() {
        let found = Totals(numbers: [14, 2, 14, 10, 9, 2, 8, 1, 7, 7])
        #expect(found.differences(from: .wanted) == ["不符:证书应为 8,实为 7"])
    }
}
