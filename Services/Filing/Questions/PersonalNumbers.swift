import Kernel

extension Check {
    /// A text that others read, which must be there and have no number of a person in it.
    ///
    /// Each number is told by its place and kind, never itself.
    mutating func words(_ value: String?, _ field: String, most: Int) -> String {
        let text = text(value, field, most: most)
        noNumbers(in: text, field)
        return text
    }

    /// Notes every number of a person in a text.
    mutating func noNumbers(in text: String, _ field: String) {
        for finding in PersonalDataFinder.findings(in: text) {
            problem(
                field,
                "filing.personal-number",
                [
                    "kind": finding.kind.chinese, "line": String(finding.line), "column": String(finding.column),
                ]
            )
        }
    }
}

extension PersonalDataFinder.Kind {
    /// As people call it.
    fileprivate var chinese: String {
        switch self {
        case .citizenID: "公民身份号码"
        case .mobileNumber: "手机号码"
        case .bankCard: "银行卡号"
        }
    }
}
