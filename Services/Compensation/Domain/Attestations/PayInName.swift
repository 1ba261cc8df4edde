extension PayMention {
    /// Whether what is given as a person's name is an amount of money instead.
    ///
    /// Many names have numerals in them (陆百川、万千一、伍千秋): a name of two to five Chinese characters that begins with a
    /// surname is one, unless all of it reads as a number (一万二千、陆百), or money or pay is called by its word in it.
    package static func isInName(_ text: String) -> Bool { isIn(text) && !isPlausibleName(text) }

    private static func isPlausibleName(_ text: String) -> Bool {
        let name = Array(
            text.unicodeScalars.filter { !$0.properties.isWhitespace && !"·•".unicodeScalars.contains($0) }
        )
        guard (2...5).contains(name.count), name.allSatisfy(\.properties.isIdeographic), let surname = name.first else {
            return false
        }
        guard Surnames.all.contains(surname), !namesPay(name) else { return false }
        if PayScanner.isNumeral(surname) { return !isNumber(name[...]) }
        // 李百万 is a name, 李一万二 an amount behind one: given names have no more than two characters.
        return name.count <= 3 || !isNumber(name.dropFirst()) && !isNumber(name.dropFirst(2))
    }

    /// Whether a word of money or of pay is in it: 三百元, 应发八千, 少发三百.
    private static func namesPay(_ name: [Unicode.Scalar]) -> Bool {
        let isMoney = name.indices.dropFirst().contains { place in
            "元圆块钱角毛分整".unicodeScalars.contains(name[place]) && PayScanner.isNumeral(name[place - 1])
        }
        let pairs = zip(name, name.dropFirst()).map { String(String.UnicodeScalarView([$0, $1])) }
        return isMoney || pairs.contains(where: PayScanner.payWords.contains)
    }

    /// Whether all of it is one number as it is spoken: digits with units behind them, and 多 or 余 at the end.
    private static func isNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        var text = text
        while let last = text.last, "多余来几整".unicodeScalars.contains(last) { text.removeLast() }
        guard text.count > 1, text.allSatisfy(PayScanner.isNumeral) else { return false }
        var followsDigit = false
        for (index, scalar) in text.enumerated() {
            let isDigit = PayScanner.isChineseDigit(scalar)
            let isZero = scalar == "零" || scalar == "〇"
            if isDigit, followsDigit, !isZero { return false }
            if !isDigit, index == 0, scalar != "十", scalar != "拾" { return false }
            followsDigit = isDigit && !isZero
        }
        return true
    }
}

/// What Chinese names begin with.
private enum Surnames {
    /// The surnames of 百家姓 and others that are frequent today, and the first characters of those with two; 应 and 计 stand
    /// for 应发 and 合计 more often where a number follows, and are left out.
    static let all = Set(
        """
        赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅
        皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪
        干解宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶
        郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步
        都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公闫肖付代覃佟涂苟楚仝亓战邸丛鹿尉迟豆冼萨撒玄修承帅岳
        萬陸百千诸葛上夏侯皇甫令宇长慕鲜独孤完颜澹淳太拓轩端呼延南西门赫第五司马徒空
        """.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "五" && $0 != "元" }
    )
}
