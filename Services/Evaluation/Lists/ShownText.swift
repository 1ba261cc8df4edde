import Kernel

/// Texts that a notice will show to everybody of an enterprise.
enum ShownText {
    /// A problem for each number of a person in a text, with the place where it stands; never the number itself.
    static func problems(in text: String?, field: String) -> [FieldProblem] {
        PersonalDataFinder.findings(in: text ?? "").map { finding in
            FieldProblem(
                field: field,
                code: "evaluation.personal-number",
                arguments: [
                    "kind": finding.kind.chinese, "line": String(finding.line), "column": String(finding.column),
                ]
            )
        }
    }

    /// Refuses a text with a number of a person in it.
    ///
    /// - Throws: `InvalidInput` with every place.
    static func check(_ text: String?, field: String) throws(InvalidInput) {
        let problems = problems(in: text, field: field)
        guard problems.isEmpty else { throw InvalidInput(problems) }
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
