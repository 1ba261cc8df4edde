import Kernel

/// What is written into a cell.
package struct WrittenCell: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case blank
        case text(String)
        case number(Double)
        case day(LocalDate, seconds: Int)
        case truth(Bool)
    }

    package let content: Content
    /// Whether it is marked as wrong.
    package let isWrong: Bool
    /// A remark that shows when the cell is pointed at.
    package let comment: String?

    /// A cell.
    package init(_ content: Content, isWrong: Bool = false, comment: String? = nil) {
        self.content = content
        self.isWrong = isWrong
        self.comment = comment
    }

    /// Nothing.
    package static var blank: WrittenCell { WrittenCell(.blank) }

    /// Text that stays text, whatever it looks like; never a formula.
    package static func text(_ text: String) -> WrittenCell { WrittenCell(text.isEmpty ? .blank : .text(text)) }

    /// A whole number.
    package static func number(_ number: Int) -> WrittenCell { WrittenCell(.number(Double(number))) }

    /// A day, as one that can be sorted and reckoned with.
    package static func day(_ day: LocalDate?) -> WrittenCell {
        WrittenCell(day.map { .day($0, seconds: 0) } ?? .blank)
    }
}

extension WrittenCell.Content {
    /// What was read, to be written again as it was.
    package init(_ value: CellValue?) {
        switch value {
        case nil, .uncalculated: self = .blank
        case .text(let text), .error(let text): self = .text(text)
        case .number(let number): self = number.leastDigits > 0 ? .text(number.text) : .number(number.value)
        case .truth(let isTrue): self = .truth(isTrue)
        case .day(let day, let seconds): self = .day(day, seconds: seconds)
        case .time: self = .text(value?.text ?? "")
        }
    }
}
