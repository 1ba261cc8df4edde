import CompensationDomain
import Testing

@Suite("An amount of pay given as a person's name")
struct PayInNameTests {
    @Test(
        "is none where it is a name, whatever numerals it has",
        arguments: [
            "赵一", "陆百川", "万千一", "伍千秋", "陆万里", "陆一千", "万百千", "欧阳百川", "欧阳千", "张三百", "王二千", "钱百万", "万一", "万亿",
            "百里千", "陆 百 川", "李八千代", "马六甲", "陆千金", "阿依古丽·买买提", "John", "司马千百", "黄百万",
        ]
    )
    func names(name: String) { #expect(!PayMention.isInName(name)) }

    @Test(
        "is told by its unit, its word or by being a number and nothing else",
        arguments: [
            "一万二千元", "一万二", "八千", "陆百", "陆仟伍佰", "伍百万", "陆千多", "伍千余", "柒百川", "陆百元", "李三百元", "应发八千", "月薪八千", "少发三百",
            "合计八千", "16800", "王1200", "１６８００", "赵8千", "¥168", "李一万二", "赵一万二千", "陆万块", "万元", "王工月薪八千", "工资一万",
            "陆百川工资八千元", "三千六百",
        ]
    )
    func amounts(name: String) { #expect(PayMention.isInName(name)) }
}
