import Kernel
import Testing

@Suite("Numbers of persons in a text")
struct PersonalDataTests {
    private static func found(_ text: String) -> [String] {
        PersonalDataFinder.findings(in: text).map { "\($0.kind.rawValue) \(text[$0.range])" }
    }

    @Test(
        "are found however they are written",
        arguments: [
            ("身份证11010519491231002X。", ["citizen-id 11010519491231002X"]),
            ("身份证:11010519491231002x", ["citizen-id 11010519491231002x"]),
            ("(110105194912310021)", []),
            ("110105 19491231 002X", ["citizen-id 110105 19491231 002X"]),
            ("110105-1949-1231-002X", ["citizen-id 110105-1949-1231-002X"]),
            ("1101\u{200B}0519491231002X", ["citizen-id 1101\u{200B}0519491231002X"]),
            ("ID11010519491231002X", ["citizen-id 11010519491231002X"]),
            ("１１０１０５１９４９１２３１００２Ｘ", ["citizen-id １１０１０５１９４９１２３１００２Ｘ"]),
            ("440524188001010014", ["citizen-id 440524188001010014"]),
            ("电话13812345678", ["mobile-number 13812345678"]), ("13812345678", ["mobile-number 13812345678"]),
            ("138 1234 5678", ["mobile-number 138 1234 5678"]), ("138-1234-5678", ["mobile-number 138-1234-5678"]),
            ("+86 13812345678", ["mobile-number 13812345678"]), ("+8613812345678", ["mobile-number 8613812345678"]),
            ("008619912345678", ["mobile-number 008619912345678"]), ("tel:13812345678", ["mobile-number 13812345678"]),
            ("Tel13812345678.", ["mobile-number 13812345678"]), ("１３８１２３４５６７８", ["mobile-number １３８１２３４５６７８"]),
            ("2026-09-30 13812345678", ["mobile-number 13812345678"]),
            ("13812345678、13912345678", ["mobile-number 13812345678", "mobile-number 13912345678"]),
            ("卡号6222021234567890128", ["bank-card 6222021234567890128"]),
            ("6222 0212 3456 7890 128", ["bank-card 6222 0212 3456 7890 128"]),
            ("622202-1234567890128", ["bank-card 622202-1234567890128"]),
            ("4111111111111111", ["bank-card 4111111111111111"]),
            ("5555-5555-5555-4444", ["bank-card 5555-5555-5555-4444"]),
            ("9558801234567890129", []), ("2223003122003222", ["bank-card 2223003122003222"]),
        ]
    )
    func findings(_ text: String, _ expected: [String]) {
        #expect(Self.found(text) == expected)
    }

    @Test(
        "are not seen in what is none",
        arguments: [
            "Y00003716000126T000001", "证书编号:S000037160001261000123", "Y0000371600012 6T000001", "Y000037160001",
            "91371600MA3N00011J", "9137160270000001X7", "911100001000013428", "12371600MB2835462W",
            "2026年10月1日至2026年10月14日", "2026-10-01 2026-10-14", "20261001120000", "20261001120000123",
            "共计13800000000元", "¥13812345678", "13812345678.50元", "0.13812345678", "1,381,234,567,8",
            "138123456789", "1381234567", "12812345678", "0543-3186001", "110105194902310021",
            "鲁人社字〔2026〕10号", "T13812345678", "13812345678ab", "3f13812345678e", "6222021234567890127",
            "0190e3c4-7b1a-7f00-8000-138123456789", "", "一三八一二三四五六七八",
        ]
    )
    func nothing(_ text: String) {
        #expect(Self.found(text) == [])
    }

    @Test("are named by line and column, as a person counts them")
    func places() throws {
        let text = "第一行\n𠀀张三 13812345678\r\n\r\n  6222021234567890128"
        let places = PersonalDataFinder.findings(in: text).map { "\($0.line):\($0.column)" }
        #expect(places == ["2:5", "4:3"])
    }

    /// Numbers that are right by construction.
    private static func citizenID(_ random: inout some RandomNumberGenerator) -> String {
        func two(_ range: ClosedRange<Int>) -> String {
            let text = String(Int.random(in: range, using: &random))
            return text.count == 1 ? "0" + text : text
        }
        let serial = String(Int.random(in: 100...999, using: &random))
        let body = "37160\(Int.random(in: 0...9, using: &random))19\(two(50...99))\(two(1...12))\(two(1...28))\(serial)"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    @Test("are found wherever they stand, and a wrong check character makes them nothing")
    func anywhere() {
        var random = SystemRandomNumberGenerator()
        let around = ["", "张三", "(", "编号:", "\n", "A: ", "2026年", "。"]
        for _ in 0..<2000 {
            let id = Self.citizenID(&random)
            let phone =
                "1\(Int.random(in: 3...9, using: &random))\(Int.random(in: 100_000_000...999_999_999, using: &random))"
            for (kind, number) in [("citizen-id", id), ("mobile-number", phone)] {
                let head = around.randomElement(using: &random) ?? ""
                let text = head + number + (["", "。", ")", "\n", "先生"].randomElement(using: &random) ?? "")
                #expect(Self.found(text) == ["\(kind) \(number)"], "\(text)")
            }
            let last = id.hasSuffix("X") ? "0" : "X"
            let wrong = Self.found(String(id.dropLast()) + last)
            #expect(!wrong.contains { $0.hasPrefix("citizen-id") })
        }
    }
}
