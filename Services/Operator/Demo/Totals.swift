/// What the main job comes to, in numbers.
struct Totals: Hashable {
    let numbers: [Int]

    /// The words before the numbers, in order.
    static let words = ["导入", "驳回", "申报", "符合", "建议", "异议", "核准", "移除", "证书", "聘用"]

    /// What the sample has to come to.
    static let wanted = Totals(numbers: [14, 2, 14, 10, 9, 2, 8, 1, 8, 7])

    /// The last line of a demonstration.
    var text: String {
        zip(Self.words, numbers).map { word, number in "\(word)\(number)\(word == "导入" ? "行" : "")" }
            .joined(separator: " ")
    }

    /// A line for each number that is not the one wanted.
    func differences(from wanted: Totals) -> [String] {
        zip(Self.words, zip(numbers, wanted.numbers)).filter { $0.1.0 != $0.1.1 }
            .map { "不符:\($0.0)应为 \($0.1.1),实为 \($0.1.0)" }
    }
}
