import CompensationDomain
import Testing

@Suite("An amount of pay in a text")
struct PayMentionTests {
    @Test(
        "is found in Arabic, full-width and Chinese numerals",
        arguments: [
            "8000元", "月薪8千", "八千元", "￥8000", "1.2万", "实发16800元", "月薪 16,800", "¥168", "差八百元", "16800", "每月少发500多元",
            "RMB 9", "３０００块", "８０００", "捌仟元", "一万二", "八千", "工资八〇〇〇", "8k", "12w", "16800.50", "5000-8000", "每月8000",
            "8000/月", "少发500", "月薪为980", "万元", "二十元", "1万5", "16，800", "八千多", "一万五千", "补发2026年3月差额800元",
            "月薪202012.5", "9800CNY", "九千块钱", "8000工资", "20000每月", "年薪28万", "三百元", "2026元", "津贴1600",
            "补发2000", "津贴1980", "应发15000转下月", "工资8500分两次发", "实发9500小于对标",
        ]
    )
    func amounts(text: String) { #expect(PayMention.isIn(text)) }

    @Test(
        "is not seen in days, counts, shares, telephones, measures and numbers of papers",
        arguments: [
            "3年", "2名", "5%", "0543-3186666", "13805431234", "鲁人社〔2026〕12号", "按〔2026〕1234号文件", "第1203号", "编号1203",
            "补发2026年3月差额", "2026-03 起停薪留职", "ZG-2", "请长假28天", "2026.3起病假", "带徒二人", "2026-2027学年", "400-618-1234",
            "1、2、3、4", "3,5,7,9", "焊接规程GB50661", "百分之五", "千万不要", "万一", "一百分", "三千小时", "1200小时", "2000件", "5000吨",
            "1.6kV", "5kg", "2026年度", "372301199001011234", "20261130", "一百年", "二〇二六年", "十分",
            "Y00003716000126T000001", "考核95分", "工号10234", "第一百二十三条", "元件3元素", "一等奖", "转8012", "Q/BZ 1203-2026", "",
            "5千米", "10kW", "3块钢板", "赵一", "每年2次", "4月", "岗位3级", "800名", "达到99.5%", "一千次", "2026",
            "2250热轧生产线", "4000方高炉", "6061铝合金", "8000系", "绩效100分",
        ]
    )
    func others(text: String) { #expect(!PayMention.isIn(text)) }

    @Test("makes no code of a band", arguments: ["16800", "ZG-16800", "8千", "１２０００", "8000元", "", "八千", "ZG8000"])
    func noCodes(text: String) { #expect(!PayMention.isBandCode(text)) }

    @Test("is no short code of a band", arguments: ["ZG-2", "P3", "正高二级", "G12-A", "T3/4", "2026-A", "ZG2026A"])
    func codes(text: String) { #expect(PayMention.isBandCode(text)) }
}
