import Kernel

/// The paper a decision of the enterprise stands in, as far as its number, day and body are known.
package struct DecisionPaper: Hashable, Codable, Sendable {
    /// The paper's own number, 渤远人〔2026〕7号.
    package let number: String?
    /// The day it was decided.
    package let on: LocalDate?
    /// Who decided: 总经理办公会, 董事会.
    package let body: String?

    /// A paper.
    package init(number: String? = nil, on: LocalDate? = nil, body: String? = nil) {
        self.number = number
        self.on = on
        self.body = body
    }
}
