/// Finds what looks like an amount of pay in free text.
///
/// No pay record leaves the enterprise (通知五 is attested, not proven by payslips): a text with an amount is not taken.
package enum PayMention {
    /// Whether a text has something in it that reads like an amount of money, or a number long enough to be one.
    ///
    /// Years and days, numbers of papers (`〔2026〕12号`) and the like pass.
    package static func isIn(_ text: String) -> Bool {
        let plain = text.replacing(",", with: "").replacing("，", with: "").replacing(" ", with: "")
        if plain.contains(/[¥￥]|(?i)rmb|(?i)cny/) { return true }
        if plain.contains(/[0-9０-９.]+(多|余)?(元|块|万|千|百|k|K|w|W|分钱|角)/) { return true }
        if plain.contains(/[一二三四五六七八九十百千万两零壹贰叁肆伍陆柒捌玖拾佰仟]+(余|多)?(元|块钱)/) { return true }
        return plain.matches(of: /[0-9０-９]{4,}/).contains { match in
            let after = plain[match.range.upperBound...].first
            let before = plain[..<match.range.lowerBound].last
            let isYear = match.output.count == 4 && (after == "年" || after == "-" || after == "." || after == "/")
            return !isYear && before != "〔" && before != "[" && before != "（"
        }
    }
}
