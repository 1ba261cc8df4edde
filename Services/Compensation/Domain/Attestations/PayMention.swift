/// Finds what reads like an amount of pay in a text that is to leave the enterprise.
///
/// No pay record does (通知五 is attested, not proven by payslips): a text with an amount is not taken. Years and days,
/// numbers of papers, telephones and counts of things pass.
package enum PayMention {
    /// Whether a text has something in it that reads like an amount of money, or a number long enough to be one.
    package static func isIn(_ text: String) -> Bool {
        guard text.unicodeScalars.contains(where: isSuspicious) else { return false }
        return PayScanner(text).findsAmount()
    }

    /// Whether a text is a short code of a band, as `ZG-2`: without an amount, and without four digits in a row that are no year.
    package static func isBandCode(_ text: String) -> Bool {
        guard !text.isEmpty, text.count <= 40, !isIn(text) else { return false }
        return PayScanner.plain(text).split { !PayScanner.isDigit($0) }.allSatisfy { digits in
            digits.count < 4 || digits.count == 4 && PayScanner.isYear(digits)
        }
    }

    /// Most texts have no character an amount needs.
    private static func isSuspicious(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９", "¥", "￥", "$", "元", "圆": true
        // RMB and CNY in letters of either width and case.
        case "r", "R", "c", "C", "ｒ", "Ｒ", "ｃ", "Ｃ": true
        default: PayScanner.isNumeral(scalar)
        }
    }
}
