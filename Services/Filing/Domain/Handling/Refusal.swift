import Kernel

/// That the authority does not file it, and why.
package struct Refusal: Hashable, Sendable, Codable {
    package let reasons: [String]
    package let on: LocalDate
    /// The number of the notice (不予备案告知书); nil for refusals from before notices had one.
    package let number: ReceiptNumber?

    /// Reasons given on a day.
    package init(reasons: [String], on: LocalDate, number: ReceiptNumber? = nil) {
        self.reasons = reasons
        self.on = on
        self.number = number
    }
}

/// That the enterprise took its filing back before it was decided.
package struct Withdrawal: Hashable, Sendable, Codable {
    /// Why, in its words; empty where it gave none.
    package let reason: String
    package let on: LocalDate

    /// A withdrawal on a day.
    package init(reason: String, on: LocalDate) {
        self.reason = reason
        self.on = on
    }
}
