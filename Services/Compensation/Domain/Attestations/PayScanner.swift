/// Looks through the characters of a text for amounts of money, in Arabic, full-width and Chinese numerals.
struct PayScanner {
    private let text: [Unicode.Scalar]

    init(_ text: String) { self.text = Self.plain(text) }

    /// Whether there is one.
    func findsAmount() -> Bool {
        var place = 0
        while place < text.count {
            let scalar = text[place]
            if scalar == "¥" || scalar == "$" || isWord(["rmb", "cny"], at: place) { return true }
            if Self.isDigit(scalar) {
                if let end = endOfHarmless(from: place) {
                    place = end
                    continue
                }
                let end = endOfNumber(from: place)
                if isAmount(place..<end) { return true }
                place = end
            } else if Self.isNumeral(scalar) {
                var end = place
                while end < text.count, Self.isNumeral(text[end]) { end += 1 }
                if isChineseAmount(place..<end) { return true }
                place = end
            } else {
                place += 1
            }
        }
        return false
    }

    // MARK: Numbers in digits

    /// Whether the number at a place is money.
    private func isAmount(_ number: Range<Int>) -> Bool {
        let whole = text[number].prefix { $0 != "." }
        var next = number.upperBound
        next = skip(["多", "余", "来", "几"], from: next)
        if isMoney(at: next, number: whole.count) { return true }
        if isPerPay(at: next), whole.count >= 3 { return true }
        if let unit = at(next), "千万百亿仟萬佰".unicodeScalars.contains(unit) {
            var after = next + 1
            while let more = at(after), "千万百亿".unicodeScalars.contains(more) { after += 1 }
            after = skip(["多", "余", "来", "几"], from: after)
            return isMoney(at: after, number: whole.count) || !isCounted(at: after)
        }
        if let unit = at(next), "kKwW".unicodeScalars.contains(unit) {
            return at(next + 1).map { !Self.isLetter($0) } ?? true
        }
        if whole.first == "0" { return false }
        let isLong = (4...9).contains(whole.count)
        let isNamed = followsPayWord(number.lowerBound)
        // 津贴1980, 工资8500分两次发: what is called pay is, whatever year or measure it looks like.
        if isLong, isNamed { return !(at(next).map { "年月日号".unicodeScalars.contains($0) } ?? false) }
        guard isLong || isNamed && whole.count == 3 else { return false }
        return !isCounted(at: next) && !isOfPaper(number) && !(number.count == 4 && Self.isYear(whole))
    }

    private func endOfNumber(from place: Int) -> Int {
        var end = place
        while let scalar = at(end) {
            let isPoint = scalar == "." && at(end + 1).map(Self.isDigit) == true
            guard Self.isDigit(scalar) || isPoint else { break }
            end += 1
        }
        return end
    }

    /// Behind a day, a telephone number or a number of an identity document that begins here; nil where none does.
    private func endOfHarmless(from place: Int) -> Int? {
        var end = place
        while let scalar = at(end), Self.isDigit(scalar) || scalar == "-" || scalar == "/" || scalar == "." { end += 1 }
        while end > place, !Self.isDigit(text[end - 1]) { end -= 1 }
        guard isDayOrTelephone(text[place..<end]) else { return nil }
        // Whatever it looks like, what is called money is money.
        let next = skip(["多", "余"], from: end)
        return isMoney(at: next, number: 4) || isPerPay(at: next) ? nil : end
    }

    private func isDayOrTelephone(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
        let groups = run.split { !Self.isDigit($0) }.map { String(String.UnicodeScalarView($0)) }
        let isDashed = run.allSatisfy { Self.isDigit($0) || $0 == "-" }
        func isMonth(_ text: some StringProtocol) -> Bool { Int(text).map { (1...12).contains($0) } ?? false }
        func isDay(_ text: some StringProtocol) -> Bool { Int(text).map { (1...31).contains($0) } ?? false }
        guard let first = groups.first else { return false }
        let isCentury = first.hasPrefix("19") || first.hasPrefix("20")
        switch groups.count {
        case 1:
            if first.count >= 10 { return true }
            guard isCentury, first.count == 6 || first.count == 8 else { return false }
            return isMonth(first.dropFirst(4).prefix(2)) && (first.count == 6 || isDay(first.suffix(2)))
        case 2, 3:
            if first.count == 4, isCentury, groups[1].count <= 2, isMonth(groups[1]) {
                return groups.count == 2 || groups[2].count <= 2 && isDay(groups[2])
            }
            guard isDashed else { return false }
            if first == "400" { return groups.dropFirst().reduce(0) { $0 + $1.count } == 7 }
            return first.hasPrefix("0") && (3...4).contains(first.count) && (7...8).contains(groups[1].count)
        default: return false
        }
    }

    /// A year: nobody at parity is paid so little a month.
    static func isYear(_ digits: ArraySlice<Unicode.Scalar>) -> Bool {
        Int(String(String.UnicodeScalarView(digits))).map { (1950...2035).contains($0) } ?? false
    }

    /// The number of a paper: 〔2026〕12号, 第1203号, 编号1203, Q-1203.
    private func isOfPaper(_ number: Range<Int>) -> Bool {
        if let after = at(number.upperBound), "号條条款项页字届期〕]".unicodeScalars.contains(after) { return true }
        var before = number.lowerBound - 1
        while let scalar = at(before), ":.为是".unicodeScalars.contains(scalar) { before -= 1 }
        guard let scalar = at(before) else { return false }
        if "号#№第〔[码话机真转".unicodeScalars.contains(scalar) { return true }
        if Self.isLetter(scalar) { return true }
        // GB-50661, Y37-1203
        guard scalar == "-" || scalar == "/", let one = at(before - 1) else { return false }
        return Self.isLetter(one)
    }

    // MARK: Numbers in characters

    private func isChineseAmount(_ number: Range<Int>) -> Bool {
        let numerals = text[number]
        guard let first = numerals.first else { return false }
        let next = skip(["多", "余", "来", "几"], from: number.upperBound)
        if isMoney(at: next, number: numerals.count) { return true }
        // 千万不要, 百分之五, 万一
        let multiplied = numerals.dropFirst().contains { "百千万佰仟萬亿".unicodeScalars.contains($0) }
        if multiplied, Self.isChineseDigit(first) || first == "十" {
            // 一百分, 三千小时, 一百年
            return !isCounted(at: next) && !(at(next).map { "年周代余".unicodeScalars.contains($0) } ?? false)
        }
        // 八〇〇〇, but 二〇二六年
        return numerals.count >= 4 && numerals.allSatisfy(Self.isChineseDigit) && !isCounted(at: next)
            && at(next) != "年" && !isOfPaper(number)
    }

    // MARK: What stands around a number

    /// Whether a word for money stands here; `number` is how many digits stand before it.
    private func isMoney(at place: Int, number: Int) -> Bool {
        guard let scalar = at(place) else { return false }
        let after = at(place + 1)
        switch scalar {
        case "元", "圆": return !(after.map { "素件旦组宵宝".unicodeScalars.contains($0) } ?? false)
        case "块":
            guard let after else { return true }
            return after == "钱" || number >= 3 || !Self.isHan(after)
        case "角", "毛": return after == "钱"
        case "分": return after == "钱"
        default: return isWord(["rmb", "cny", "yuan"], at: place) || isWord(["人民币"], at: place)
        }
    }

    /// 每月, /月, 一个月: what is paid by the month, day or year.
    private func isPerPay(at place: Int) -> Bool {
        isWord(["/月", "/年", "/日", "/天", "/人", "每月", "每年", "一个月"], at: place)
    }

    /// Whether what is counted is something else than money.
    private func isCounted(at place: Int) -> Bool {
        guard let scalar = at(place) else { return false }
        if Self.isLetter(scalar) || "%‰°℃℉Ω㎡³²".unicodeScalars.contains(scalar) { return true }
        let counted = "人名次件个台套只支根条组批班项度天时小公里米毫厘吨克斤升转赫伏安瓦帕兆页字家户亩平立期届级岁分秒课例篇种类层孔号点道辆艘炉炮把盘卷股位张座处热冷方铝系钢轧"
        return counted.unicodeScalars.contains(scalar)
    }

    private func followsPayWord(_ place: Int) -> Bool {
        var before = place - 1
        while let scalar = at(before), "为是约达至到:共计了".unicodeScalars.contains(scalar) { before -= 1 }
        guard before >= 1 else { return false }
        let word = String(String.UnicodeScalarView(text[(before - 1)...before]))
        return Self.payWords.contains(word)
    }

    /// What pay is called.
    static let payWords: Set<String> = [
        "月薪", "年薪", "日薪", "时薪", "底薪", "工资", "薪酬", "薪资", "奖金", "津贴", "补贴", "绩效", "实发", "应发", "少发", "补发", "多发", "欠发",
        "扣发", "发放", "待遇", "收入", "提成",
    ]

    private func skip(_ scalars: Set<Unicode.Scalar>, from place: Int) -> Int {
        var place = place
        while let scalar = at(place), scalars.contains(scalar) { place += 1 }
        return place
    }

    private func isWord(_ words: [String], at place: Int) -> Bool {
        words.contains { word in
            let scalars = Array(word.unicodeScalars)
            guard place + scalars.count <= text.count else { return false }
            return zip(text[place...], scalars).allSatisfy {
                $0.properties.lowercaseMapping == $1.properties.lowercaseMapping
            }
        }
    }

    private func at(_ place: Int) -> Unicode.Scalar? { text.indices.contains(place) ? text[place] : nil }

    // MARK: Characters

    /// A text with half-width digits and signs, without spaces and without the commas between digits.
    static func plain(_ text: String) -> [Unicode.Scalar] {
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(plain)
        return scalars.indices.filter { !isThousands(at: $0, in: scalars) }.map { scalars[$0] }
    }

    /// The comma of 16,800, not that of 3,5.
    private static func isThousands(at place: Int, in text: [Unicode.Scalar]) -> Bool {
        guard text[place] == ",", place > 0, isDigit(text[place - 1]), place + 3 < text.count else { return false }
        let isGroup = text[(place + 1)...(place + 3)].allSatisfy(isDigit)
        return isGroup && (place + 4 == text.count || !isDigit(text[place + 4]))
    }

    /// The half-width form of a character.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0xFFE5: "¥"
        default: scalar
        }
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        isChineseDigit(scalar) || "十百千万亿拾佰仟萬億廿卅".unicodeScalars.contains(scalar)
    }

    static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
        "〇零一二两三四五六七八九壹贰貳叁肆伍陆陸柒捌玖幺".unicodeScalars.contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }
}
